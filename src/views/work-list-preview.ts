import type { KnownBlock } from '@slack/types'
import type { Message } from '../contract/reply.ts'
import type { Goal } from '../domain/goal/rules.ts'
import { type Language, nameIn } from '../domain/language/rules.ts'
import type { WorkKind } from '../domain/work/kind.ts'
import { countKept, countNew, isNews, type ListedWork, type WorkListing } from '../domain/work/listing.ts'
import type { Owed } from '../domain/work/service.ts'
import { texts } from '../texts/texts.ts'
import { ownerName } from './assignment-line.ts'
import { header, lines, section } from './blocks.ts'
import { dayInWords } from './dates.ts'
import { brief } from './mrkdwn.ts'
import { openButton, planButton } from './plan-buttons.ts'
import { choicesInWords, workFaultInWords } from './work-list-words.ts'

/** Puts a previewed list of work on record; its value is `WorkListAsked` as JSON. */
export const confirmWorkListId = 'work-list.confirm'
/** Leaves everything as it is; its value is the file's name. */
export const cancelWorkListId = 'work-list.cancel'

/** Which preview a person has agreed to: the file, and in short what it would have added. */
export type WorkListAsked = { file: string; digest: string; seen: string }

/** A dropped list of work, by the name of its file and, in a workbook, of its sheet. */
export type WorkListShown = { name: string; sheet?: string; listing: WorkListing }

/** A message has room for so many of each; the numbers above tell of the others. */
const mostTold = { faults: 8, works: 8, tasks: 3 }
const longestChoices = 1_500
const longestLine = { fault: 360, work: 300, task: 180 }
const longestName = 80
/** So many goals have a button of their own; for more the whole plan has one. */
const mostOpened = 5

/** What a dropped list of work would add, to be agreed to. */
export function workListPreview(
  { name, sheet, listing }: WorkListShown,
  { kinds, asked, isAgain = false }: { kinds: readonly WorkKind[]; asked: WorkListAsked; isAgain?: boolean },
  language: Language,
): Message {
  const say = texts(language)
  const { works, faults } = listing
  const shownName = brief(name, longestName)
  const news = works.filter(isNews)
  if (news.length === 0 && faults.length === 0) {
    const text = say(works.length === 0 ? 'work-list.empty' : 'import.nothing-new', { name: shownName })
    return { text, blocks: [section(text)] }
  }
  const kept = countKept(listing)
  const counts = { ...countNew(listing), keptWorks: kept.works, keptAssignments: kept.assignments }
  const more = (left: number) => (left > 0 ? [say('import.more', { count: left })] : [])
  const faultLines = faults
    .slice(0, mostTold.faults)
    .map((fault) => `• ${brief(workFaultInWords(fault, language, sheet), longestLine.fault)}`)
  const kindNames = new Map(kinds.map((kind) => [kind.id, nameIn(kind.names, language)]))
  const newLines = news
    .slice(0, mostTold.works)
    .flatMap((work) => [
      `• ${workLine(work, kindNames, language)}`,
      ...work.owed.slice(0, mostTold.tasks).map((owed) => `    ◦ ${taskLine(owed, language)}`),
      ...more(work.owed.length - mostTold.tasks).map((text) => `    ${text}`),
    ])
  return {
    text: say('work-list.preview', { name: shownName }),
    blocks: [
      header(say('work-list.preview', { name })),
      ...(isAgain ? [section(say('work-list.again'))] : []),
      section(say('work-list.summary', counts)),
      ...(faults.length === 0
        ? []
        : lines(`*${say('work-list.faults', { count: faults.length })}*`, [
            ...faultLines,
            ...more(faults.length - mostTold.faults),
            ...choicesInWords(faults, language).map((line) => brief(line, longestChoices)),
          ])),
      ...(news.length === 0
        ? []
        : [
            ...lines(`*${say('work-list.new')}*`, [...newLines, ...more(news.length - mostTold.works)]),
            buttons(name, asked, faults.length === 0, language),
          ]),
    ],
  }
}

/** A piece of work by its goal; one that is on record, by its own short name as well. */
function workLine(
  { known, given }: ListedWork,
  kindNames: ReadonlyMap<string, string>,
  language: Language,
): string {
  const title = nameIn(given.titles, language)
  const due = given.dueOn === undefined ? [] : [byDay(given.dueOn, language)]
  const parts =
    known === undefined
      ? [title, kindNames.get(given.kind) ?? given.kind, given.group, ...due]
      : [`${known.id} ${title}`]
  return `*${brief(given.goals.join(', '), 64)}* ${brief(parts.join(' · '), longestLine.work)}`
}

function taskLine({ titles, owner, dueOn }: Owed, language: Language): string {
  const due = dueOn === undefined ? [] : [byDay(dueOn, language)]
  return brief(
    [nameIn(titles, language), ownerName({ owner }, language), ...due].join(' · '),
    longestLine.task,
  )
}

function byDay(day: string, language: Language): string {
  return texts(language)('work-list.by', { on: dayInWords(day, language) })
}

function buttons(name: string, asked: WorkListAsked, isWhole: boolean, language: Language): KnownBlock {
  const say = texts(language)
  const label = isWhole ? say('import.button-all') : say('work-list.button-some')
  return {
    type: 'actions',
    elements: [
      planButton(confirmWorkListId, JSON.stringify(asked), label, { style: 'primary' }),
      planButton(cancelWorkListId, name.slice(0, 200) || 'file', say('import.button-cancel')),
    ],
  }
}

/** What was added, what was left, and the way to the goals that it serves. */
export function workListTaken(
  { name, listing }: WorkListShown,
  goals: readonly Pick<Goal, 'id' | 'year'>[],
  language: Language,
): Message {
  const say = texts(language)
  const left = new Set(listing.faults.map(({ line }) => line)).size
  const done = say('work-list.done', { name: brief(name, longestName), ...countNew(listing) })
  const text = left === 0 ? done : `${done} ${say('work-list.done-left', { left })}`
  const years = [...new Set(goals.map(({ year }) => year))].slice(0, mostOpened)
  const open =
    goals.length <= mostOpened
      ? goals.map(({ id, year }) => openButton({ year, what: id }, say('work-list.open-goal', { goal: id })))
      : years.map((year) =>
          openButton({ year, what: '' }, say('work-list.open-plan', { year: String(year) }), String(year)),
        )
  return {
    text,
    blocks: [section(text), ...(open.length === 0 ? [] : [{ type: 'actions' as const, elements: open }])],
  }
}
