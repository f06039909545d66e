import type { HomeView, ModalView } from '@slack/types'
import { slashCommands } from '../../commands/index.ts'
import { UserError } from '../../src/contract/errors.ts'
import type { Message } from '../../src/contract/reply.ts'
import {
  type Assignment,
  type AssignmentList,
  byDueDay,
  mostListed,
  urgency,
} from '../../src/domain/assignment/rules.ts'
import { addDays } from '../../src/domain/calendar/day.ts'
import type { Committee } from '../../src/domain/committee/rules.ts'
import type { Question } from '../../src/domain/delivery/told.ts'
import { type DigestContent, decideDigest } from '../../src/domain/digest/rules.ts'
import type { MovedContent } from '../../src/domain/follow/content.ts'
import type { FollowedItem } from '../../src/domain/follow/service.ts'
import type { Language, Names } from '../../src/domain/language/rules.ts'
import type { Member } from '../../src/domain/member/rules.ts'
import { decideReminder, type ReminderContent } from '../../src/domain/reminder/rules.ts'
import type { RunReport } from '../../src/domain/run/rules.ts'
import { nextSlots } from '../../src/domain/schedule/rules.ts'
import type { ScheduleOutlook } from '../../src/domain/schedule/service.ts'
import { planImport } from '../../src/domain/standard/importing/plan-import.ts'
import type { Proposal } from '../../src/domain/standard/recording-journal.ts'
import type { Standard, ToldMove } from '../../src/domain/standard/rules.ts'
import type { StandardCard } from '../../src/domain/standard/service.ts'
import type { Drifting } from '../../src/domain/twin/urgency.ts'
import type { WorkingGroup } from '../../src/domain/working-group/rules.ts'
import { readCron } from '../../src/queue/cron.ts'
import type { TextKey, TextValues } from '../../src/texts/texts.ts'
import { assignmentList } from '../../src/views/assignment-list.ts'
import { declineProposalModal } from '../../src/views/decline-proposal-modal.ts'
import { digestMessage } from '../../src/views/digest-message.ts'
import { driftList, driftsOnPage } from '../../src/views/drift-list.ts'
import { dropNoticeModal } from '../../src/views/drop-notice-modal.ts'
import { findStandardModal } from '../../src/views/find-standard-modal.ts'
import { followChoices, followGuesses, topicGuesses } from '../../src/views/follow-choices.ts'
import { withFollowRow } from '../../src/views/follow-row.ts'
import { followingList } from '../../src/views/following-list.ts'
import { groupCard, groupList } from '../../src/views/group-card.ts'
import { helpFor, helpOverview } from '../../src/views/help-message.ts'
import { historyMessage } from '../../src/views/history-message.ts'
import { homeBeforeImport } from '../../src/views/home-view.ts'
import { importCancelled, importDone, importPreview, importRefused } from '../../src/views/import-preview.ts'
import { movesMessage } from '../../src/views/moves-message.ts'
import { plainMessage } from '../../src/views/plain-message.ts'
import { proposalList } from '../../src/views/proposal-list.ts'
import { proposalAnswer, proposalMessage } from '../../src/views/proposal-message.ts'
import { questionMessage } from '../../src/views/question-message.ts'
import { recordModal } from '../../src/views/record-modal.ts'
import { recordedMessage } from '../../src/views/recorded-message.ts'
import { apology, refusal } from '../../src/views/refusal.ts'
import { reminderMessage } from '../../src/views/reminder-message.ts'
import { reportMessage } from '../../src/views/report-message.ts'
import {
  scheduleProposal,
  scheduleSaved,
  scheduleSwitched,
  scheduleUnchanged,
} from '../../src/views/schedule-proposal.ts'
import { standardCard } from '../../src/views/standard-card.ts'
import { standardGuesses, standardList } from '../../src/views/standard-list.ts'
import { standardPage } from '../../src/views/standard-page.ts'
import { standardsSpotted } from '../../src/views/standards-spotted.ts'
import { everyDay } from '../domain/schedule/every-day.ts'
import { asksPictures } from './asks-pictures.ts'
import { assignmentPictures } from './assignment-pictures.ts'
import { calendarPictures } from './calendar-pictures.ts'
import { deskPictures } from './desk-pictures.ts'
import { offerPictures } from './offer-pictures.ts'
import { type PlanFacts, planPictures } from './plan-pictures.ts'
import { planPreviewPictures } from './plan-preview-pictures.ts'
import { runPictures } from './run-pictures.ts'
import { decisionsOf, journalOf, proposalsOf, recordedOf, runningOf, runs } from './way-of-a-standard.ts'
import { workListPictures } from './work-list-pictures.ts'
import { workPictures } from './work-pictures.ts'
import { yearPictures } from './year-pictures.ts'

/** What a gallery is made from: facts as they are, or as large and as hostile as they can be. */
export type Facts = {
  group: WorkingGroup
  groups: WorkingGroup[]
  assignments: Assignment[]
  moves: ToldMove[]
  drifting: Drifting[]
  people: Member[]
  cards: Record<string, StandardCard>
  hits: Standard[]
  total: number
  /** Whatever a person typed. */
  typed: string
  committee: { zh: string; en: string }
  reports: Record<string, RunReport>
  questions: Record<string, Question>
  moved: Record<string, MovedContent>
  followed: FollowedItem[]
  /** A project, with what people wrote about it and how often. */
  project: { standard: Standard; why: string; names: { lotus: Names; pine: Names }; times: number }
  plan: PlanFacts
}

export type Picture = Message | HomeView | ModalView

/** A Monday. */
export const today = '2026-11-23'
const now = new Date('2026-11-23T01:00:00Z')

/** As the store gives it: the first of them, and how many there are. */
function listOf(found: readonly Assignment[]): AssignmentList {
  const counts = { overdue: 0, soon: 0, later: 0, undated: 0 }
  for (const one of found) counts[urgency(one, today)] += 1
  return { today, first: [...found].sort(byDueDay).slice(0, mostListed), counts }
}

/** Every view in one language, by name. */
export function gallery(facts: Facts, language: Language): Record<string, Picture> {
  const group = { ...facts.group, language }
  const frame = { id: 'n-1', group, slotOn: today, saidOn: today }
  const [person] = facts.people
  if (person === undefined) throw new Error('nobody acknowledges')
  const late = { ...frame, saidOn: addDays(today, 2) }
  const open = facts.assignments.filter(({ state }) => state === 'open')
  const list = (heading: Parameters<typeof assignmentList>[1], found = open) =>
    assignmentList(listOf(found), heading, language)
  const cards = Object.entries(facts.cards).map(([name, card]): [string, Picture] => [
    `standard card, ${name}`,
    standardCard(card, today, language),
  ])
  const found = Object.values(facts.cards)
    .slice(0, 1)
    .map((card): [string, Picture] => [
      'found standard',
      findStandardModal(language, standardCard(card, today, language).blocks),
    ])
  const named = facts.hits.map(({ designation }) => designation)
  const committee = secretariat(facts, language)
  const framed = { id: 'n-2', slotOn: today, saidOn: today }
  const reports = Object.entries(facts.reports).map(([name, report]): [string, Picture] => [
    `report, ${name}`,
    reportMessage(report, committee, framed),
  ])
  const questions = Object.entries(facts.questions).map(([name, question]): [string, Picture] => [
    `question, ${name}`,
    questionMessage(question, committee, framed),
  ])
  const drops = Object.values(facts.questions)
    .slice(0, 1)
    .map(({ subject }): [string, Picture] => ['drop a notice', dropNoticeModal(subject, today, language)])
  const proposals = Object.entries(crons).map(([name, cron]): [string, Picture] => [
    `schedule proposal, ${name}`,
    scheduleProposal(group, outlook(cron), language),
  ])
  const help = slashCommands.map((command): [string, Picture] => [
    `help for ${command.command.slice(1)} ${command.verb ?? ''}`.trim(),
    helpFor(command, language, slashCommands),
  ])
  const shorter = facts.typed.slice(0, 900)
  const hits = (from: number, total = facts.total) => ({ standards: facts.hits, from, total, size: 10 })
  const listed = (from: number) => ({
    rows: facts.hits.map((standard) => ({
      standard,
      ...(standard.targetOn && { dueOn: standard.targetOn }),
    })),
    from,
    total: facts.total,
    stages: ['10', '30', '40', '60', '95'].map((code, at) => ({ code, count: 3 * at + 1 })),
    size: 10,
  })
  return {
    'assignments, mine': list({ key: 'assignments.mine' }),
    'assignments, mine, none': list({ key: 'assignments.mine' }, []),
    'assignments, some of mine': list({ key: 'assignments.mine-some' }),
    'assignments, some of mine, none': list({ key: 'assignments.mine-some' }, []),
    'assignments, of one': list({ key: 'assignments.of', values: { name: facts.typed } }),
    'assignments, of one, none': list({ key: 'assignments.of', values: { name: facts.typed } }, []),
    'assignments, in a group': list({ key: 'assignments.in-group', values: { group: group.code } }),
    'assignments, in a group, none': list({ key: 'assignments.in-group', values: { group: group.code } }, []),
    'assignments, due on a day': list({ key: 'assignments.everybody', due: { from: today, until: today } }),
    'assignments, due in a week, none': list(
      { key: 'assignments.mine-some', due: { from: today, until: addDays(today, 6) } },
      [],
    ),
    'assignments, due by a day': list({
      key: 'assignments.in-group',
      values: { group: group.code },
      due: { until: addDays(today, 40) },
    }),
    'assignments, of everybody': list({ key: 'assignments.everybody' }),
    'assignments, of everybody, none': list({ key: 'assignments.everybody' }, []),
    reminder: reminderMessage(reminderContent(facts), frame),
    ...asksPictures(facts, { content: reminderContent(facts), frame, committee }, language),
    ...runPictures(
      facts,
      {
        reminder: { kind: 'reminder', ...reminderContent(facts) },
        digest: { kind: 'digest', ...digestContent(facts) },
      },
      language,
    ),
    'reminder, late': reminderMessage(reminderContent(facts, late.saidOn), late),
    digest: digestMessage(digestContent(facts), frame),
    'digest, late': digestMessage(digestContent(facts), late),
    ...Object.fromEntries(reports),
    ...Object.fromEntries(questions),
    ...Object.fromEntries(drops),
    ...Object.fromEntries(cards),
    ...Object.fromEntries(
      Object.entries(facts.moved).map(([name, moved]) => [`moves, ${name}`, movesMessage(moved, language)]),
    ),
    ...Object.fromEntries(followRows(facts, language)),
    'following, some': followingList(facts.followed, language),
    'following, none': followingList([], language),
    'follow, many': followChoices(facts.typed, facts.hits, facts.hits.length, language),
    'follow, too many': followChoices(facts.typed, facts.hits, facts.total, language),
    'follow, none but guesses': followGuesses(facts.typed, facts.hits.slice(0, 5), language),
    'follow, none': followGuesses(facts.typed, [], language),
    'topics, near': topicGuesses(
      facts.typed,
      facts.followed.flatMap((item) => (item.kind === 'topic' ? [item] : [])).slice(0, 10),
      language,
    ),
    'topic followed': plainMessage('follow.topic-followed', { topic: 'data-security', count: 14 }, language),
    'topics, none': topicGuesses(facts.typed, [], language),
    ...wayOfAStandard(facts, language),
    'drifts in a group': driftList(facts.drifting, { group: group.code, page: 1 }, today, language),
    'drifts, the second page': driftList(many(facts.drifting), { page: 2 }, today, language),
    'drifts, behind the last page': driftList(many(facts.drifting), { page: 9_999 }, today, language),
    'drifts, none': driftList([], { page: 1 }, today, language),
    'standards, many': standardList(facts.typed, hits(0, facts.hits.length), language),
    'standards, first page': standardList(shorter, hits(0), language),
    'standards, a page between': standardList(shorter, hits(20), language),
    'standards, too long to turn the page': standardList(facts.typed.padEnd(2_000), hits(20), language),
    'standard list': standardPage(shorter, { ...listed(0), allRecords: false }, today, language),
    'standard list, records': standardPage(shorter, { ...listed(10), allRecords: true }, today, language),
    'standard list, none': standardPage(
      '',
      { ...listed(0), rows: [], total: 0, allRecords: false },
      today,
      language,
    ),
    'standards, none but guesses': standardGuesses(facts.typed, facts.hits.slice(0, 5), language),
    'standards, spotted': standardsSpotted(facts.hits, [], language),
    'standards, spotted, some unknown': standardsSpotted(facts.hits.slice(0, 1), named, language),
    'standards, spotted, all unknown': standardsSpotted([], named, language),
    'standards, spotted, too many': standardsSpotted([...facts.hits, ...facts.hits], named, language),
    'standards, spotted, none': standardsSpotted([], [], language),
    'find a standard': findStandardModal(language),
    ...Object.fromEntries(found),
    'standards, none': standardGuesses(facts.typed, [], language),
    ...Object.fromEntries(proposals),
    'schedule proposal, moved by a day off': scheduleProposal(group, movedOutlook, language),
    'schedule proposal, every second week': scheduleProposal(
      group,
      { ...outlook('0 9 * * 1'), weeksApart: 2 },
      language,
    ),
    'schedule switched off': scheduleSwitched(group, switchedOff, language),
    'schedule switched on': scheduleSwitched(group, outlook('0 16 * * 5'), language),
    'schedule saved': scheduleSaved(group, outlook('0 9 * * 1'), language),
    'schedule unchanged': scheduleUnchanged(language),
    'group card': groupCard(
      {
        group,
        convenors: facts.people,
        deputies: facts.people,
        schedules: [{ ...outlook('0 9 * * 1'), weeksApart: 4 }, switchedOff],
      },
      language,
    ),
    'group card, schedules of old': groupCard(
      { group, ...nobody, schedules: [outlook('30 8 * * 1,3,5'), outlook('5 7 * * *')] },
      language,
    ),
    'group card, bare': groupCard(
      { group: { code: 'WG2', kind: 'WG', names: { en: 'Bare' }, zone: 'UTC', language }, ...nobody },
      language,
    ),
    'group card, closed to its reader': groupCard(
      { group: { ...group, isClosed: true, isHidden: true }, convenors: [], deputies: [], schedules: [] },
      language,
    ),
    groups: groupList(facts.groups, language),
    'help overview': helpOverview(slashCommands, language),
    ...Object.fromEntries(help),
    'home before the import': homeBeforeImport(language),
    ...Object.fromEntries(
      answers.map((key) => [
        `answer ${key}`,
        plainMessage(key, { group: facts.typed, name: facts.typed }, language),
      ]),
    ),
    ...Object.fromEntries(
      Object.entries(refusals(facts)).map(([key, values]) => [
        `refusal ${key}`,
        refusal(new UserError(key as TextKey, values), language),
      ]),
    ),
    apology: apology('2K7Q', language),
    ...deskPictures(facts, language),
    ...importPictures(facts, language),
    ...planPictures(facts.plan, language),
    ...offerPictures(facts.plan, facts, language),
    ...calendarPictures(facts, language),
    ...planPreviewPictures(facts, language),
    ...assignmentPictures(facts, language),
    ...workPictures(facts, language),
    ...yearPictures(facts.plan, language),
    ...workListPictures(facts, language),
  }
}

/** A dropped list with something of everything, and what comes of it. */
function importPictures({ hits, typed }: Facts, language: Language): Record<string, Picture> {
  const place = (line: number) => ({ line, sheet: typed.slice(0, 30), column: 'C' })
  const rows = hits.flatMap(({ designation }, at) => [
    { place: place(at + 2), given: { designation, titleZh: typed, url: 'https://example.org/new' } },
    { place: place(at + 500), given: { designation: `GB/T ${90_000 + at}-2026`, titleZh: `${typed} ${at}` } },
    { place: place(at + 900), given: { designation: `GB/T 80000-2026`, titleEn: `${typed} ${at}` } },
  ])
  const wanted = { kind: 'not' as const, what: 'partial-day' as const, nearest: '2026-02-28' }
  const faults = Array.from({ length: 250 }, (_, at) => ({
    place: place(at + 2_000),
    field: 'publishedOn' as const,
    value: typed,
    problem: wanted,
  }))
  const defaults = { asOf: today, source: typed }
  const name = `${typed.slice(0, 40)}.xlsx`
  const plan = planImport({ rows, faults, defaults }, hits)
  const clean = planImport({ rows: rows.slice(0, 2), faults: [], defaults }, [])
  const nothing = planImport({ rows: [], faults: [], defaults }, [])
  const asked = { file: 'F0123456789', digest: 'd'.repeat(32), version: 1_000_000 }
  const reading = {
    sheet: typed.slice(0, 30),
    otherSheets: [typed],
    unreadLists: [typed],
    headingLine: 3,
    columns: [
      { heading: '标准号', column: 'designation' },
      { heading: typed, column: 'title' },
    ],
    left: [{ heading: typed }, { heading: '发布日', meant: '发布日期' }],
    leftCells: [{ column: 'lead', count: 12, example: typed }],
  }
  const told = { name, reading, defaults, asked }
  return {
    'import preview': importPreview({ ...told, plan }, language),
    'import preview, without fault': importPreview({ ...told, plan: clean }, language),
    'import preview, again': importPreview({ ...told, plan: clean, isAgain: true }, language),
    'import preview, nothing new': importPreview({ ...told, plan: nothing }, language),
    'import done': importDone(name, clean, language),
    'import done, rows left': importDone(name, plan, language),
    'import cancelled': importCancelled(name, language),
    'import refused': importRefused(
      name,
      { kind: 'no-headings', sheets: [], near: [{ heading: typed, meant: '标准号' }] },
      language,
    ),
  }
}

/** The cards with what a member sees of their following. */
function followRows({ cards }: Facts, language: Language): [string, Picture][] {
  const states = {
    followed: { isFollowed: true, byTopics: ['ai'] },
    'heard of by topics': { isFollowed: false, byTopics: ['ai', 'data-security'] },
    'not followed': { isFollowed: false, byTopics: [] },
  }
  const [card] = Object.values(cards)
  if (card === undefined) throw new Error('no card')
  return Object.entries(states).map(([name, state]) => [
    `standard card, ${name}`,
    withFollowRow(standardCard(card, today, language), card.standard, state, language),
  ])
}

/** What is recorded of a standard's way, and what runs for it. */
function wayOfAStandard(facts: Facts, language: Language): Record<string, Picture> {
  const { project, cards } = facts
  const { standard, why, names, times } = project
  const committee = secretariat(facts, language)
  const { zone } = committee
  const running = runningOf(standard, today)
  const journal = journalOf(standard, why, names, times)
  const [card] = Object.values(cards)
  if (card === undefined) throw new Error('no card')
  const each = <T>(of: Record<string, T>, name: string, picture: (one: T) => Picture) =>
    Object.fromEntries(Object.entries(of).map(([key, one]) => [`${name}, ${key}`, picture(one)]))
  return {
    ...each(runs, 'standard card', ({ standard: one }) =>
      standardCard({ ...card, standard: one, running: runningOf(one, today) }, today, language),
    ),
    'standard card, of a project': standardCard({ ...card, standard, running }, today, language),
    'standard card, recorded by a member': standardCard(
      { ...card, standard, running, recordedBy: names.pine },
      today,
      language,
    ),
    history: historyMessage({ journal, running }, zone, language),
    'history, of what was declined': historyMessage(
      {
        journal: { ...journal, moves: journal.moves.filter((move) => move.decidedWhy !== undefined) },
        running,
      },
      zone,
      language,
    ),
    'history, none': historyMessage(
      { journal: { standard: { ...standard, history: [] }, moves: [], targets: [], extensions: [] } },
      zone,
      language,
    ),
    proposals: proposalList(proposalsOf(standard, why, 2 * times, names.lotus), zone, language),
    ...asked(proposalsOf(standard, why, 1, names.lotus), committee, language),
    'proposals, none': proposalList([], zone, language),
    ...each(decisionsOf(standard), 'proposal', (decided) => proposalList([], zone, language, { decided })),
    ...each(recordedOf(standard), 'recorded', (recorded) => recordedMessage(recorded, language)),
    'record a stage': recordModal(standard, { today, proposes: false }, language),
    'propose a stage': recordModal(
      { ...standard, stages: 'iso', stage: '40.20' },
      { today, proposes: true, on: '2026-11-20', why },
      language,
    ),
  }
}

/** The proposals as the secretariat is asked about them, and as their proposer is answered. */
function asked(
  proposals: readonly Proposal[],
  committee: Committee,
  language: Language,
): Record<string, Picture> {
  const frame = { id: 'n-2', slotOn: today, saidOn: today }
  const { zone } = committee
  return Object.fromEntries(
    proposals.flatMap((proposal): [string, Picture][] => {
      const decided = { ...proposal, decidedByNames: proposal.byNames ?? {}, decidedAt: now }
      const accepted: Proposal = { ...decided, state: 'accepted' }
      const declined: Proposal = { ...decided, state: 'declined', decidedWhy: proposal.why ?? '—' }
      return [
        ['proposal asked', proposalMessage(proposal, committee, frame)],
        ['proposal asked, accepted', proposalMessage(accepted, committee, frame)],
        ['proposal asked, declined', proposalMessage(declined, committee, frame)],
        ['proposal answered, accepted', proposalAnswer(accepted, zone, language)],
        ['proposal answered, declined', proposalAnswer(declined, zone, language)],
        ['decline a proposal', declineProposalModal(proposal, zone, language)],
      ]
    }),
  )
}

/** The committee, whose secretariat reads this language and has a channel. */
export function secretariat(facts: Facts, language: Language): Committee {
  return {
    id: 'tc260',
    names: facts.committee,
    formerNames: [],
    zone: 'Asia/Shanghai',
    languages: [language],
    channel: '#secretariat',
    channelId: 'C0000009',
  }
}

/** Enough for two pages and a bit. */
function many(drifting: readonly Drifting[]): Drifting[] {
  const pages = Array.from({ length: driftsOnPage * 2 + 1 }, () => drifting).flat()
  return pages.slice(0, driftsOnPage * 2 + 1)
}

const nobody = { convenors: [], deputies: [], schedules: [] }

const crons = {
  weekly: '0 9 * * 1',
  'two days a week': '30 8 * * 1,4',
  'a date and a weekday': '5 7 13 * 5',
  monthly: '0 10 1,15 * *',
  yearly: '0 9 1 1 *',
}

function outlook(cron: string): ScheduleOutlook {
  const reading = readCron(cron)
  if (!reading.ok) throw new Error(cron)
  const { fields } = reading
  const zone = 'Asia/Shanghai'
  return { kind: 'reminder', cron, fields, zone, next: nextSlots({ ...everyDay, fields, zone }, now, 2) }
}

const switchedOff: ScheduleOutlook = { ...outlook('0 16 * * 5'), kind: 'digest', isOff: true, next: [] }

/** Its first date is that of a day off. */
const movedOutlook: ScheduleOutlook = {
  ...outlook('0 9 * * 1'),
  next: [
    { at: new Date('2027-01-04T01:00:00Z'), on: '2027-01-04', nominalOn: '2026-12-28' },
    { at: new Date('2027-01-11T01:00:00Z'), on: '2027-01-11', nominalOn: '2027-01-11' },
  ],
}

/** What the reminder says of these assignments. */
export function reminderContent({ assignments }: Facts, saidOn = today): ReminderContent {
  const decision = decideReminder(assignments, saidOn)
  if (!decision.say) throw new Error(decision.why)
  return decision.content
}

/** What the digest says of these assignments and moves. */
export function digestContent({ assignments, moves, drifting }: Facts): DigestContent {
  const decision = decideDigest({ assignments, moves, twins: drifting }, today)
  if (!decision.say) throw new Error(decision.why)
  return decision.content
}

const answers: TextKey[] = [
  'follow.not-followed',
  'follow.stopped',
  'spoken.how',
  'silence.already-said',
  'silence.no-channel',
  'silence.no-open-assignments',
  'silence.no-schedule',
  'silence.switched-off',
  'silence.not-due',
  'silence.nothing-due',
  'silence.nothing-to-report',
  'wg.sent-digest',
  'wg.sent-reminder',
]

function refusals({ typed, group, people }: Facts): Partial<Record<TextKey, TextValues>> {
  const names = people.map((one) => one.names.en ?? '').join(', ')
  return {
    'assignment.unknown-verb': { verb: 'refute', name: 'a7', verbs: 'accept, decline' },
    'assignment.unknown-verb-cannot': { verb: 'cannot do', name: 'a7' },
    'assignment.unknown-verb-but': {
      verb: 'acept',
      name: 'a7',
      nearest: 'accept',
      again: typed,
    },
    'party.unknown': { name: typed },
    'party.unknown-but': { name: typed, near: typed },
    'assignments.ask-for-span': {},
    'assignments.bad-span': { span: typed },
    'assignments.stranger': {},
    'assignments.two-of-that-name': { name: typed },
    'assignments.unknown-name': { name: typed },
    'command.too-long': { length: 4_000, longest: 2_000 },
    'command.unknown': { command: typed },
    'committee.none': {},
    'import.file-refused': { error: typed },
    'import.file-too-large': { size: 12, most: 5 },
    'import.only-secretariat': { names },
    'plan.draft-gone': {},
    'goal.ask': {},
    'goal.which': {},
    'goal.no-goal': { asked: typed, year: '2024' },
    'goal.not-a-point': { asked: typed },
    'goal.ended': { goal: 'g7', state: 'dropped' },
    'goal.moved-on': { goal: 'g7' },
    'ending.ask-close': {},
    'ending.ask-drop': {},
    'ending.no-day': {},
    'plan.draft-moved': {},
    'follow.ask': {},
    'follow.too-many': { most: 200 },
    'notice.not-open': { state: 'sent' },
    'refused.convenor': { group: group.code, names },
    'refused.convenor-or-secretariat': { group: group.code, names },
    'refused.no-convenor': { group: group.code },
    'refused.outdated-button': {},
    'refused.outdated-shortcut': {},
    'refused.secretariat': {},
    'marked.already-off': { day: '2026-12-28' },
    'marked.already-work': { day: '2026-12-26' },
    'marked.ask-off': {},
    'marked.ask-unmarked': {},
    'marked.ask-work': {},
    'marked.backwards': { first: '2026-12-31', last: '2026-12-28' },
    'marked.not-marked': { day: '2026-12-28', whose: group.code },
    'marked.past': { day: '2025-01-01' },
    'marked.too-far': { day: '2206-01-01' },
    'marked.too-many': { count: 40, most: 31 },
    'marked.whole-day': { text: '2026-12' },
    'marked.why-off': {},
    'marked.why-work': {},
    'refused.stranger': {},
    'refused.observer': {},
    'refused.any-convenor': {},
    'refused.chair-or-secretariat': {},
    'schedule.ask-for-time': {},
    'schedule.bad-field': { field: 'day_of_month', value: '30' },
    'schedule.never': {},
    'schedule.too-many-days': { days: 7 },
    'schedule.too-often': {},
    'schedule.unreadable': { text: typed },
    'day.ahead': { on: '2026-11-30' },
    'done.gone': {},
    'done.none': {},
    'done.none-such': { text: typed },
    'done.not-open': { state: 'done', title: typed },
    'assignment.already-accepted': {},
    'assignment.already-declined': {},
    'assignment.already-due': { on: '2026-11-30' },
    'assignment.already-theirs': { owner: typed },
    'assignment.asked-otherwise': { on: '2026-12-31' },
    'assignment.decide-other': {
      name: 'wg8-04',
      who: typed,
      on: '2026-12-31',
      other: '2026-12-10',
      day: '2026-12-10',
    },
    'assignment.decide-unread': { name: 'wg8-04', who: typed, on: '2026-12-31', text: typed },
    'assignment.for-owner': { owner: typed },
    'assignment.for-owner-or-lead': { owner: typed, group: group.code, names },
    'assignment.for-owner-or-secretariat': { owner: typed, group: group.code },
    'assignment.is-open': { title: typed },
    'assignment.not-blocked': {},
    'assignment.nothing-asked': {},
    'assignment.one-at-a-time': {
      first: 'done wg8-01',
      second: 'done wg8-02',
      count: 1,
      more: 'wg8-03',
      others: 'wg8-02, wg8-03',
    },
    'assignment.refuse-which': { name: 'wg8-04', on: '2026-12-31' },
    'assignment.unknown': { name: typed },
    'assignment.which': { verb: 'accept' },
    'assignment.not-all-done': { name: 'wg8-04', text: typed },
    'assignment.words-lost': { name: 'wg8-04', text: typed, verb: 'accept' },
    'done.which-year': {
      name: 'wg8-04',
      text: '5 January',
      on: '2026-01-05',
      day: '2026-01-05',
      given: '2026-11-02',
    },
    'add-assignment.leads-none': {},
    'add-assignment.unknown-below': { asked: typed },
    'owner.stranger': {},
    'owner.two': {},
    'owner.unknown-organisation': { name: typed },
    'owner.without-task': {},
    'work.before-start': { on: '2026-11-01', since: '2026-11-02' },
    'work.due-before-start': { since: '2026-11-02' },
    'work.fault-too-long': { longest: 500 },
    'work.goal-not-taken-on': { goal: typed },
    'work.no-goals': {},
    'work.not-open': {},
    'work.several-standards': { name: typed, guesses: names },
    'work.told-by-stage': {},
    'work.too-many-standards': { most: 30 },
    'work.unknown-standard': { name: typed, count: 5, guesses: names },
    'work.which': {},
    'work.which-below': {},
    'work.which-goal': {},
    'standard.ask-for-name': {},
    'correct.ask': {},
    'correct.ask-why': {},
    'extend.ask': {},
    'extend.no-limit': { name: typed },
    'extend.not-later': { name: typed, on: '2026-11-30' },
    'extend.too-far': { on: '3026-11-30' },
    'record.already-proposed': { by: names, at: '2026-11-20' },
    'record.ask': {},
    'record.changed': { name: typed, stage: typed, by: ` (${names})` },
    'record.closed': { name: typed, stage: typed },
    'record.day-ahead': { on: '2026-11-30' },
    'record.day-too-early': { on: '2026-11-01', what: 'present', since: '2026-11-02' },
    'record.needs-reason': { kind: 'leap' },
    'record.no-day': { text: typed },
    'record.no-such-stage': { name: typed, stage: typed, stages: '00, 10, 20' },
    'record.not-a-stage': { name: typed, stage: typed },
    'record.nothing-new': { name: typed, stage: typed },
    'record.which': { query: typed, names: typed },
    'standard.gone': {},
    'target.ask': {},
    'target.changed': { on: '2026-11-30' },
    'target.closed': { name: typed },
    'target.needs-reason': { name: typed, on: '2026-11-30' },
    'target.nothing-new': { name: typed },
    'target.past': { on: '2026-11-01' },
    'target.too-far': { on: '2127-03-01' },
    'wg.no-channel': { group: group.code },
    'wg.unknown': { code: typed, codes: 'WG3, WG4, WG5' },
    'wg.which': {},
    'wg.which-kind': {},
  }
}
