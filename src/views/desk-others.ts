import type { KnownBlock } from '@slack/types'
import type { Assignment } from '../domain/assignment/rules.ts'
import { dayIn } from '../domain/calendar/day.ts'
import type { FromOthers } from '../domain/desk/service.ts'
import { type Language, nameIn } from '../domain/language/rules.ts'
import type { ToldMove } from '../domain/standard/rules.ts'
import { texts } from '../texts/texts.ts'
import { openAssignmentMenu } from './assignment-buttons.ts'
import { partyInWords } from './assignment-facts.ts'
import { assignmentLine, ownerName } from './assignment-line.ts'
import { context, lines, section } from './blocks.ts'
import { partialDayInWords, shortDay } from './dates.ts'
import type { DeskReader } from './desk-reader.ts'
import { firstOf } from './listed.ts'
import { brief, escapeMrkdwn } from './mrkdwn.ts'
import { openOffersId, planButton } from './plan-buttons.ts'
import { stageInWords } from './stage-words.ts'

const mostProposals = 4
const mostGroups = 12
const longestQuote = 120

/** What the reader waits for, and whose move it is; nothing where they wait for nobody. */
export function deskOthers(
  { own, given, proposals, offers }: FromOthers,
  reader: DeskReader,
  language: Language,
): KnownBlock[] {
  const say = texts(language)
  const answers = offers.reduce((sum, { count }) => sum + count, 0)
  const count = own.count + given.count + proposals.length + answers
  if (count === 0) return []
  const assignments = [...own.first, ...given.first]
  const rows = [
    ...own.first.map((one) => ownRow(one, reader, language)),
    ...given.first.map((one) => givenRow(one, reader, language)),
    ...proposals.slice(0, mostProposals).map((one) => proposalRow(one, reader, language)),
  ]
  const left = own.count + given.count + proposals.length - rows.length
  return [
    ...lines(`*${say('home.others', { count })}*`, rows),
    ...(left > 0 ? [context(say('assignments.more', { count: left }))] : []),
    ...(assignments.length === 0
      ? []
      : [
          {
            type: 'actions' as const,
            elements: [openAssignmentMenu(assignments, language, 'others')],
          },
        ]),
    ...yearsOf(offers).map((year) => {
      const asked = offers.filter((one) => one.year === year)
      const inWords = ({ group, count }: (typeof asked)[number]) =>
        say('home.group-count', { group: brief(group, 40), count })
      return {
        ...section(
          say('home.answers', { year: String(year), groups: firstOf(asked, mostGroups, inWords, language) }),
        ),
        accessory: planButton(`${openOffersId}:answers-${year}`, String(year), say('home.look')),
      }
    }),
  ]
}

/** One's own that another moves next. */
function ownRow(assignment: Assignment, reader: DeskReader, language: Language): string {
  const say = texts(language)
  const { titles, group, life } = assignment
  const title = `• ${brief(nameIn(titles, language), 120)} · ${brief(group, 40)}`
  const since = (at: Date) => shortDay(dayIn(reader.zone, at), reader.today, language)
  const { declined, dueAsked, blocked } = life
  if (declined !== undefined)
    return `${title} — ${say('home.rests-given-back', { since: since(declined.at) })}`
  if (dueAsked !== undefined)
    return `${title} — ${say('home.rests-due', { since: since(dueAsked.at), on: partialDayInWords(dueAsked.on, language) })}`
  if (blocked === undefined) return title
  const whom = blocked.waitsFor === undefined ? '' : partyInWords(blocked.waitsFor, reader.called, language)
  const key = whom === '' ? 'home.rests-blocked' : 'home.rests-blocked-by'
  return `${title} — ${say(key, { since: since(blocked.at), whom, why: brief(blocked.why, longestQuote) })}`
}

/** One that the reader gave to somebody: what they wait for. */
function givenRow(assignment: Assignment, reader: DeskReader, language: Language): string {
  const say = texts(language)
  const { life, group } = assignment
  const line = `• ${assignmentLine(assignment, reader.today, language)} · ${brief(group, 40)}`
  const since = (at: Date) => shortDay(dayIn(reader.zone, at), reader.today, language)
  const owner = brief(ownerName(assignment, language), 60)
  if (life.declined !== undefined)
    return `${line} — ${say('home.given-declined', { owner, since: since(life.declined.at) })}`
  if (life.accepted !== undefined || life.doing !== undefined) return line
  return `${line} — ${
    life.given === undefined
      ? say('home.not-accepted')
      : say('home.not-accepted-since', { since: since(life.given.at) })
  }`
}

function proposalRow(
  { designation, stages, to, recordedAt }: ToldMove,
  reader: DeskReader,
  language: Language,
): string {
  return `• ${texts(language)('home.rests-proposal', {
    name: brief(designation, 80),
    stage: escapeMrkdwn(stageInWords(stages, to, language)),
    since: shortDay(dayIn(reader.zone, recordedAt), reader.today, language),
  })}`
}

function yearsOf(offers: FromOthers['offers']): number[] {
  return [...new Set(offers.map(({ year }) => year))].slice(0, 3)
}
