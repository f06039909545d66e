import { addDays, type Day } from '../../src/domain/calendar/day.ts'
import { workingCalendar } from '../../src/domain/calendar/working-calendar.ts'
import { durationsOf } from '../../src/domain/clock/durations.ts'
import { type Running, runningOf as runningBy } from '../../src/domain/clock/service.ts'
import type { Names } from '../../src/domain/language/rules.ts'
import type { Decided, Recorded } from '../../src/domain/standard/recording.ts'
import type { Journal, JournalEntry, Proposal } from '../../src/domain/standard/recording-journal.ts'
import type { Extension, Standard } from '../../src/domain/standard/rules.ts'

/** Facts about the way of a standard, from the rules themselves. */

const calendar = await workingCalendar({ zone: 'Asia/Shanghai' })
const at = (day: Day) => new Date(`${day}T02:30:00Z`)

/** Twelve projects that were in public comment for 210 to 430 days. */
const past = Array.from({ length: 12 }, (_, i): Standard => {
  const [comment, examination] = ['2022-01-10', addDays('2022-01-10', 210 + 20 * i)]
  return {
    ...project({ id: `past-${i}`, stage: '60' }),
    stageSince: addDays(examination, 200),
    history: [
      { stage: '30', on: comment },
      { stage: '40', on: examination },
    ],
  }
})

const durations = await durationsOf(past, async () => undefined)

/** What runs for it on `today`. */
export function runningOf(standard: Standard, today: Day): Running {
  return runningBy(standard, { today, calendar, durations })
}

/** A project of the plan. */
export function project(change: Partial<Standard> = {}): Standard {
  return {
    id: 'gbt-next',
    designation: '20251234-T-469',
    otherNames: [],
    titles: { zh: '数据安全技术 示例要求', en: 'Data security technology — Sample requirements' },
    stages: 'gb',
    stage: '30',
    stageSince: '2026-06-01',
    asOf: '2026-11-01',
    source: '示例青松',
    replaces: [],
    twins: [],
    topics: [],
    history: [{ stage: '20', on: '2025-08' }],
    ...change,
  }
}

const iso = { stages: 'iso', designation: 'ISO/IEC 27090' } as const

/** The same standard at every hour of its clocks. */
export const runs: Record<string, { standard: Standard }> = {
  'a project with its limit ahead': {
    standard: project({ plannedOn: '2025-07-01', targetOn: '2026-12-05' }),
  },
  'a project that is frozen': { standard: project({ plannedOn: '2025-05-01', targetOn: '2026-11-01' }) },
  'a project with its limit extended': {
    standard: project({ plannedOn: '2025-05-01', extendedTo: '2027-05-01' }),
  },
  'a plan of some month': { standard: project({ plannedOn: '2025-05' }) },
  'a comment period over New Year': { standard: project({ stageSince: '2026-11-06' }) },
  'a DIS ballot': { standard: project({ ...iso, stage: '40.20', stageSince: '2026-09-25', history: [] }) },
  'a proposal': { standard: project({ ...iso, stage: '10.20', stageSince: '2026-07-01', history: [] }) },
  'a review that is due': {
    standard: project({ ...iso, stage: '60.60', publishedOn: '2020-02-01', history: [] }),
  },
  'an IETF draft': {
    standard: project({
      stages: 'ietf',
      stage: 'wg-lc',
      stageSince: '2026-11-10',
      designation: 'draft-ietf-sample-00',
      history: [],
    }),
  },
}

function extension(until: Day): Extension {
  return {
    standard: 'gbt-next',
    askedOn: '2026-09-20',
    until,
    why: 'a second comment period',
    by: 'pine',
    recordedAt: at('2026-09-20'),
  }
}

const lotus: Names = { zh: '示例清荷', en: 'Lotus Sample' }
const pine: Names = { zh: '示例青松', en: 'Pine Sample' }

function entry(id: number, change: Partial<JournalEntry>): JournalEntry {
  return {
    id,
    standard: 'gbt-next',
    kind: 'move',
    to: '30',
    state: 'accepted',
    recordedAt: at('2026-06-02'),
    ...change,
  }
}

/** All that a journal may hold, with these texts for whatever people wrote. */
export function journalOf(standard: Standard, why: string, names = { lotus, pine }, times = 1): Journal {
  const moves: JournalEntry[] = [
    entry(1, { from: '10', to: '20', on: '2025-08', source: why }),
    entry(2, {
      from: '20',
      to: '40',
      on: '2026-05-30',
      by: 'lotus',
      byNames: names.lotus,
      why,
      decidedBy: 'pine',
      decidedByNames: names.pine,
      decidedAt: at('2026-06-03'),
    }),
    entry(3, {
      kind: 'correction',
      from: '40',
      to: '30',
      on: '2026-06-01',
      byNames: names.pine,
      why,
      corrects: 2,
    }),
    entry(4, {
      from: '30',
      to: '40',
      state: 'declined',
      byNames: names.lotus,
      decidedAt: at('2026-10-01'),
      decidedByNames: names.pine,
    }),
    entry(5, { from: '30', to: '40', state: 'proposed', byNames: names.lotus, on: '2026-11-20' }),
    entry(6, { to: '30' }),
    entry(7, {
      from: '30',
      to: '50',
      state: 'declined',
      byNames: names.lotus,
      why,
      decidedAt: at('2026-10-02'),
      decidedByNames: names.pine,
      decidedWhy: why,
      source: why,
    }),
  ]
  return {
    standard,
    moves: Array.from({ length: times }, () => moves).flat(),
    targets: Array.from({ length: times }, () => [
      { standard: standard.id, to: '2026-09-01', recordedAt: at('2026-06-02'), byNames: names.lotus },
      { standard: standard.id, from: '2026-09-01', to: '2026-12-05', why, recordedAt: at('2026-08-20') },
      { standard: standard.id, from: '2026-12-05', recordedAt: at('2026-11-20'), byNames: names.pine },
    ]).flat(),
    extensions: Array.from({ length: times }, () => ({
      ...extension('2027-05-01'),
      why,
      byNames: names.pine,
    })),
  }
}

/** Stage moves that wait, of this standard. */
export function proposalsOf(standard: Standard, why: string, count: number, by = lotus): Proposal[] {
  const { designation, titles, stages, stage } = standard
  return Array.from({ length: count }, (_, i) => ({
    ...entry(i + 1, { from: stage, to: '40', on: '2026-11-20', state: 'proposed', why, byNames: by }),
    designation,
    titles,
    stages,
  }))
}

/** What may become of a proposal. */
export function decisionsOf(standard: Standard): Record<string, Decided> {
  const move = entry(5, { from: '20', to: '30' })
  return {
    accepted: { ok: true, standard, move },
    declined: { ok: true, standard, move: { ...move, state: 'declined' } },
    'decided before': { ok: false, why: 'decided', move: { ...move, decidedByNames: pine } },
    overtaken: { ok: false, why: 'changed', standard, move },
    gone: { ok: false, why: 'gone' },
  }
}

/** What people are told that they have recorded. */
export function recordedOf(standard: Standard): Record<string, Recorded> {
  const told = (kind: Recorded['kind'], change: Partial<JournalEntry> = {}): Recorded => ({
    ok: true,
    standard,
    kind,
    move: entry(1, { on: '2026-11-20', ...change }),
  })
  return {
    'a move': told('usual'),
    'a proposal': told('usual', { state: 'proposed' }),
    'a leap': told('leap'),
    'a skip': told('skip'),
    'a way back': told('back'),
    'a repeat': told('repeat'),
    'an abandonment': told('abandonment'),
    'a reopening': told('reopening'),
    'a correction': told('correction', { kind: 'correction' }),
  }
}
