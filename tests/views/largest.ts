import { addDays } from '../../src/domain/calendar/day.ts'
import type { Question } from '../../src/domain/delivery/told.ts'
import type { TwinRelation } from '../../src/domain/standard/rules.ts'
import type { Twin } from '../../src/domain/twin/links.ts'
import type { Facts } from './gallery.ts'
import { today } from './gallery.ts'
import { largestPlan } from './plan-facts.ts'
import { realistic } from './realistic.ts'
import { driftingIn } from './twin-facts.ts'

/** Facts as large and as hostile as anyone could make them. */

const hostile = '<!channel> <@U0000001> <#C0000001> <https://evil.example|here> &amp;*_~`|数据安全𠮷👩‍💻\n'

/** Text of at most so many characters, none of them halved; the first ones differ with `start`, so that every cut is tried. */
function text(length: number, start = 0): string {
  const long = hostile.slice(start % hostile.length) + hostile.repeat(Math.ceil(length / hostile.length))
  return long.slice(0, length).replaceAll(/\p{Surrogate}/gu, '')
}

const ampersands = '&'.repeat(600)
const names = (start: number) => ({
  zh: text(600, start),
  en: start % 7 === 0 ? ampersands : text(600, start + 3),
})
const owners = [
  { kind: 'member' as const, id: 'm', names: names(5) },
  { kind: 'organisation' as const, id: 'o', names: { en: ampersands } },
  { kind: 'group' as const, id: 'SWG-ABCDEFGHIJKLMNOPQRSTUVWXYZ12', names: names(1) },
]

const assignments = Array.from({ length: 400 }, (_, index): Facts['assignments'][number] => {
  const owner = owners[index % owners.length]
  if (owner === undefined) throw new Error('no owner')
  return {
    id: `a-${index}`,
    titles: names(index),
    group: 'SWG-ABCDEFGHIJKLMNOPQRSTUVWXYZ12',
    owner,
    dueOn: addDays(today, (index % 60) - 30),
    state: index % 5 === 4 ? 'done' : 'open',
    ...(index % 5 === 4 && { doneOn: addDays(today, -(index % 7)) }),
    standards: [],
    goals: [],
    items: [],
    life: {},
  }
})

const standard = (index: number): Facts['hits'][number] => ({
  id: `${'s'.repeat(60)}-${index}`,
  designation: text(600, index),
  otherNames: Array.from({ length: 60 }, (_, name) => text(300, name)),
  titles: names(index),
  stages: 'iso',
  stage: '40.20',
  stageSince: '2026-11',
  asOf: '2026-11-23',
  source: text(3_000, index),
  targetOn: '2030-12-24',
  effectiveOn: '2030-12-24',
  replaces: Array.from({ length: 60 }, (_, name) => text(300, name)),
  twins: [],
  topics: [],
  url: `https://example.org/${'a'.repeat(index % 2 === 0 ? 970 : 2_900)}?a=1&b=<!channel>|x`,
  history: [],
})

const group = {
  ...realistic.group,
  code: 'SWG-ABCDEFGHIJKLMNOPQRSTUVWXYZ12',
  names: names(2),
  channel: `#${text(600)}`,
}
const people = Array.from({ length: 80 }, (_, index) => ({
  id: `m-${index}`,
  names: names(index),
  roles: [],
}))
const relations: readonly TwinRelation[] = ['identical', 'modified', 'based-on', 'contributes-to']
/** Both ends have hostile names, and most drift in two ways. */
const twins = Array.from({ length: 40 }, (_, index): Twin => {
  const adopter = { ...standard(index + 40), stages: 'gb' as const, stage: '60' }
  return {
    side: index % 2 === 0 ? 'adopter' : 'source',
    link: {
      relation: relations[index % relations.length] ?? 'identical',
      adopter: {
        name: adopter.designation,
        standard: adopter,
        isOut: false,
        ...(index % 3 === 0 && { revision: standard(index + 5) }),
      },
      source: {
        name: { text: text(600, index + 7), key: String(index) },
        running: { ...standard(index), stageSince: addDays(today, -(index % 50)) },
        successors: [standard(index + 1), standard(index + 2)],
        supplements: [standard(index + 3)],
      },
    },
  }
})
const records = Array.from({ length: 60 }, (_, index) => standard(index))
const card = (index: number) => ({
  standard: standard(index),
  group,
  lead: { id: 'o', names: names(4) },
  twins,
  relations: {
    otherNames: records.map(({ designation }) => designation),
    replaces: standard(0).replaces,
    editions: records,
    supersededBy: records,
    toBeSupersededBy: records,
    revision: standard(1),
    inForce: standard(2),
    base: standard(3),
    supplements: records,
    parts: { series: text(600), standards: records },
  },
  asked: { how: 'replaced-edition' as const, name: text(2_000, index) },
})

const groups = Array.from({ length: 300 }, () => group)
/** As many groups as there are, each with another reason, some of them late. */
const parts = (reasons: readonly string[]) =>
  groups.map((one, index) => ({
    notice: `n-${index}`,
    group: one,
    why: reasons[index % reasons.length] ?? text(600, index),
    saidOn: addDays(today, index % 30),
  }))
const hostileReasons = Array.from({ length: 300 }, (_, index) => text(600, index))
const known = ['not_in_channel', 'channel_not_found', 'is_archived', 'token_revoked', 'bug: ', 'no-channel']
const run = {
  kind: 'reminder' as const,
  on: today,
  said: [],
  silent: [],
  unreached: [],
  ambiguous: [],
  waiting: [],
}
const subject = {
  ...realistic.questions['in doubt, no metadata']?.subject,
  slotOn: '2025-11-24',
  reason: text(600),
} as Question['subject']
const decided = { word: 'drop' as const, why: text(500), at: subject.slotAt, names: names(3) }

export const largest: Facts = {
  group,
  groups,
  assignments,
  moves: Array.from({ length: 50 }, (_, index) => ({
    id: index,
    kind: 'move',
    state: 'accepted',
    standard: 's',
    designation: text(600, index),
    titles: names(index),
    stages: 'iso',
    from: '30.60',
    to: '40.20',
    recordedAt: new Date('2026-11-20T00:00:00Z'),
  })),
  drifting: driftingIn({ all: twins.map(({ link }) => link), of: () => [] }),
  people,
  cards: { 'with a long address': card(0), 'with too long an address': card(1) },
  hits: records.slice(0, 10),
  total: 100_000,
  typed: text(2_000),
  committee: names(0),
  reports: {
    'all well': { ...run, said: parts(known), silent: parts(hostileReasons) },
    'all in trouble': { ...run, unreached: parts(hostileReasons) },
    'all in doubt or waiting': { ...run, ambiguous: parts(known), waiting: parts(hostileReasons) },
    'everything at once': {
      ...run,
      said: parts(known),
      silent: parts(hostileReasons),
      unreached: parts(known),
      ambiguous: parts(known),
      waiting: parts(hostileReasons),
    },
  },
  moved: {
    'as many as there are': {
      standards: Array.from({ length: 500 }, (_, index) => ({
        standard: 's'.repeat(64),
        designation: text(600, index),
        titles: names(index),
        stages: 'iso' as const,
        from: '30.60',
        to: '40.20',
        on: '2026-11-19',
        isCorrection: true,
        why: text(500, index),
      })),
      by: Array.from({ length: 200 }, (_, index) => ({
        kind: index % 2 === 0 ? ('standard' as const) : ('topic' as const),
        value: 'v'.repeat(64),
        name: index % 2 === 0 ? text(600, index) : 't'.repeat(64),
      })),
    },
  },
  followed: Array.from({ length: 200 }, (_, index) =>
    index % 2 === 0
      ? { kind: 'standard' as const, standard: standard(index) }
      : { kind: 'topic' as const, topic: 't'.repeat(64), count: 20_000 },
  ),
  questions: {
    'in doubt': { subject, group },
    failed: { subject: { ...subject, state: 'failed' }, group },
    'let go': { subject: { ...subject, state: 'withdrawn' }, group, decided },
  },
  project: {
    standard: {
      ...standard(0),
      stages: 'gb',
      stage: '30',
      stageSince: '2026-06-01',
      history: Array.from({ length: 100 }, (_, i) => ({ stage: '20', on: `20${10 + (i % 16)}` })),
    },
    why: text(3_000),
    names: { lotus: names(5), pine: names(6) },
    times: 100,
  },
  plan: largestPlan(text, standard(0), group),
}
