import { beforeEach, describe, expect, test } from 'vitest'
import type { Life } from '../../src/domain/assignment/life.ts'
import type { Assignment } from '../../src/domain/assignment/rules.ts'
import type { Role } from '../../src/domain/member/rules.ts'
import type { NewNotice } from '../../src/domain/store.ts'
import { createStore } from '../../src/store/open-store.ts'
import { testDatabase } from '../database.ts'
import { type Asker, type Desk, deskOn } from './desk.ts'

const { database } = await testDatabase()
/** A Monday morning in Shanghai. */
const now = '2026-11-23T01:00:00Z'
/** Jasmine owes `wg8-02` in WG8, of which Lotus is the convenor and Oriole the deputy. */
const id = 'wg8-02'
const jasmine: Asker = { member: 'jasmine' }
const lotus: Asker = { member: 'lotus' }
const oriole: Asker = { member: 'oriole' }
const pine: Asker = { member: 'pine' }
const by = { at: new Date('2026-11-20T01:00:00Z'), by: 'jasmine' }

let desk: Desk
let count = 0
beforeEach(async () => {
  count += 1
  desk = await deskOn(database, `home-${count}`, now)
})
const store = () => createStore(database, desk.app.workspace)
const home = async (who: Asker) => (await desk.hear('app_home_opened', { tab: 'home' }, who)).words
const owed = async (of = id): Promise<Assignment> => {
  const found = await desk.app.assignments.byId(of)
  if (found === undefined) throw new Error(of)
  return found
}
const live = async (life: Life, change: Partial<Assignment> = {}) =>
  store().assignments.put({ ...(await owed()), ...change, life })

const organisationOf = async (member: string) =>
  (await desk.app.members.all()).find((one) => one.id === member)?.organisation

/** What stands below a heading, up to the next one. */
function part(words: string, heading: string): string {
  const lines = words.split('\n')
  const start = lines.findIndex((line) => line.startsWith(heading))
  if (start < 0) return ''
  const headings =
    /^(Waits for you|You owe|You wait for others|You watch|Your settings|Annual Key|WG8: goals)/
  const end = lines.findIndex((line, at) => at > start && headings.test(line))
  return lines.slice(start, end < 0 ? undefined : end).join('\n')
}
const decide = async (who: Asker) => part(await home(who), 'Waits for you')
const others = async (who: Asker) => part(await home(who), 'You wait for others')

test('what a whole group owes lies on its convenor’s desk and list, as it is asked of them, and on no other’s', async () => {
  const [whole] = (await desk.app.assignments.list({ group: 'WG8' })).first.filter(
    ({ owner }) => owner.kind === 'group',
  )
  const called = whole?.titles.en ?? 'no such work'
  expect(part(await home(lotus), 'You owe')).toContain(called)
  expect((await desk.ask('/assignments', lotus)).words).toContain(called)
  expect((await desk.ask('/assignments why', lotus)).words).toContain(called)
  for (const who of [oriole, jasmine]) {
    expect(await home(who)).not.toContain(called)
    expect((await desk.ask('/assignments', who)).words).not.toContain(called)
  }
})

describe('what an organisation owes', () => {
  const inWg8 = 'Provide a statement of security needs'
  const inWg4 = 'Report the problems met with the digital certificate format'
  const peony: Asker = { member: 'peony' }
  /** All places that tell somebody what they owe. */
  const toldOwed = async (who: Asker) => [
    part(await home(who), 'You owe'),
    (await desk.ask('/assignments', who)).words,
    (await desk.ask('/assignments why', who)).words,
    JSON.stringify((await desk.ask('/assignments done', who)).view ?? ''),
  ]
  const roles = async (member: string, ...held: Role[]) => {
    const found = (await desk.app.members.all()).find((one) => one.id === member)
    if (found === undefined) throw new Error(member)
    await store().members.put({ ...found, roles: held })
  }

  test.each<[what: string, held: Role[], representative: string[], other: string[]]>([
    ['everywhere', [{ role: 'representative' }], [inWg4, inWg8], []],
    ['in one group', [{ role: 'representative', group: 'WG8' }], [inWg4, inWg8], [inWg4]],
  ])('is listed as theirs who represent it %s, and counted alike', async (_what, held, his, hers) => {
    await roles('jasmine', { role: 'member', group: 'WG8' }, ...held)
    for (const [who, owes] of [
      [jasmine, his],
      [peony, hers],
    ] as const)
      for (const words of await toldOwed(who))
        for (const title of [inWg4, inWg8])
          expect(words.includes(title), `${who.member} ${title}\n${words}`).toBe(owes.includes(title))
    expect((await desk.ask('/assignments WG8', peony)).words).toContain(inWg8)
    const count = 1 + hers.length
    expect((await desk.ask('/assignments', peony)).text).toContain(`You owe ${count} assignment`)
    expect((await desk.ask('/assignments', { ...peony, language: 'zh-CN' })).text).toBe(
      `您有 ${count} 项待办任务`,
    )
    expect(part(await home(peony), 'You owe')).toContain(`You owe (${count})`)
  })

  test('is listed for whoever stands in for its representative, and is done by them', async () => {
    await roles('jasmine', { role: 'representative' })
    await desk.ask('/rapporteur away today until 2026-12-04 Oriole Sample', jasmine)
    for (const words of await toldOwed(oriole)) expect(words).toContain(inWg8)
    expect((await desk.ask('/assignments done wg8-07 https://example.org/needs', oriole)).kind).toBe(
      'ephemeral',
    )
  })

  test('is no observer’s, whoever they were', async () => {
    await roles('jasmine', { role: 'observer' })
    for (const words of await toldOwed(jasmine)) expect(words).not.toContain(inWg8)
    expect((await desk.ask('/assignments', jasmine)).words).toBe('You owe nothing at present.')
    expect(await home(jasmine)).not.toContain('Mark one as done')
    // What stands in their name is found by it, so that somebody gives it to another.
    expect((await desk.ask('/assignments jasmine', lotus)).words).toContain((await owed()).titles.en)
  })
})

/** A reminder of WG8 that was said at nine on that day. */
async function said(name: string, slotOn: string, assignments: string[]): Promise<void> {
  const at = new Date(`${slotOn}T01:00:00Z`)
  const notice: NewNotice = {
    id: name,
    kind: 'reminder',
    group: 'WG8',
    period: slotOn,
    slotAt: at,
    slotOn,
    assignments,
    state: 'pending',
    dueAt: at,
    createdAt: at,
  }
  await store().notices.add(notice)
  await store().notices.decide(name, 'pending', {
    state: 'sent',
    sentAt: at,
    channelId: 'C-WG8',
    ts: `${at.getTime()}.1`,
    mayRepeat: false,
  })
}

describe('who stands in for a deputy', () => {
  const robin: Asker = { member: 'jasmine' }
  const given = 'too much at once'
  /** Oriole, the deputy, is away; another's work is given back, another's is nobody's, and a reminder is unanswered. */
  beforeEach(async () => {
    await desk.ask('/rapporteur away today until 2026-12-04 Jasmine Sample', oriole)
    const ended: Role = { role: 'member', group: 'WG8', until: '2026-11-01' }
    const gone = { kind: 'member' as const, id: 'gone', names: { en: 'Gone Sample' } }
    await store().members.put({ id: 'gone', names: { en: 'Gone Sample' }, roles: [ended] })
    await live({ declined: { at: by.at, by: 'lotus', why: given } })
    await store().assignments.put({
      ...(await owed()),
      id: 'left',
      titles: { en: 'Left behind' },
      owner: gone,
      life: {},
    })
    await said('one', '2026-11-23', ['left'])
    const offered = { id: 'g', year: 2024, texts: { en: 'A goal' }, points: [], kinds: [], isTouched: true }
    await store().goals.put({ ...offered, state: 'open', groups: [{ group: 'WG8', state: 'offered' }] })
  })
  const all = [given, 'Left behind', 'the reminder of 23 Nov', 'goal']

  test('decides all that the deputy would, where the convenor is away without anybody', async () => {
    await desk.ask('/rapporteur away today until 2026-12-04', lotus)
    const words = await decide(robin)
    expect(words).toContain('WG8: for Oriole Sample, who is away until 4 Dec')
    for (const one of all) expect(words.toLowerCase()).toContain(one.toLowerCase())
    expect((await desk.press('reminder.acknowledge', 'one', { ...robin, isOnHome: true })).kind).toBe(
      'nothing',
    )
    expect(await decide(robin)).not.toContain('the reminder of')
  })

  test('decides only what the convenor can’t, where she is there', async () => {
    const words = await decide(robin)
    expect(words).toContain('Waits for you (1)')
    expect(words).toContain('WG8: for Oriole Sample')
    expect(words).toContain(given)
    await live({ declined: { ...by, by: 'pine', why: given } })
    expect(await decide(robin)).toBe('')
  })

  test('is asked for an acknowledgement that the deputies were asked for', async () => {
    const at = new Date('2026-11-27T01:00:00Z')
    await store().notices.add({
      id: 'asked',
      kind: 'asks',
      member: 'jasmine',
      period: '2026-11-27',
      slotAt: at,
      slotOn: '2026-11-27',
      assignments: [],
      about: [{ kind: 'acknowledge', step: 'deputies', group: 'WG8', reminder: 'one' }],
      state: 'pending',
      dueAt: at,
      createdAt: at,
    })
    await store().notices.decide('asked', 'pending', { state: 'sent', sentAt: at, mayRepeat: false })
    expect(await decide(robin)).toContain('the reminder of 23 Nov')
  })
})

describe('what waits for a decision', () => {
  test('is what was given back, with who, since when and why, for those who lead', async () => {
    const title = (await owed()).titles.en ?? ''
    await live({ declined: { ...by, why: 'too much at once' } })
    for (const who of [lotus, oriole]) {
      const words = await decide(who)
      expect(words).toContain(title)
      expect(words).toContain('Jasmine Sample has given it back, 20 Nov')
      expect(words).toContain('too much at once')
    }
    expect(await decide(jasmine)).toBe('')
    expect(await decide(pine)).not.toContain(title)
    expect(await others(jasmine)).toContain('given back 20 Nov')
  })

  test('is the day that was asked for; granted, it waits no more', async () => {
    await live({ dueAsked: { ...by, on: '2026-12-31', why: 'late comments' } })
    expect(await decide(lotus)).toContain('Jasmine Sample asks for 31 Dec 2026, since 20 Nov')
    expect(await others(jasmine)).toContain('you asked for 31 Dec 2026')
    await desk.press('assignment.act:grant', JSON.stringify({ assignment: id, kind: 'grant' }), lotus)
    expect(await decide(lotus)).not.toContain('late comments')
    expect(await others(jasmine)).toBe('')
  })

  test('comes to whoever stands in for the convenor, and says for whom', async () => {
    await live({ declined: { ...by, why: 'too much at once' } })
    await desk.ask('/rapporteur away today until 2026-12-04 Oriole Sample', lotus)
    await desk.ask('/rapporteur away today until 2026-12-04 Jasmine Sample', lotus)
    const standIn = { ...jasmine }
    expect(await decide(standIn)).toBe('')
    await desk.ask('/rapporteur back', lotus)
    await desk.ask('/rapporteur away today until 2026-12-04 Jasmine Sample', lotus)
    expect(await decide(standIn)).toContain('WG8: for Lotus Sample, who is away until 4 Dec')
    expect(await decide(standIn)).toContain('too much at once')
    expect(await others(standIn)).not.toContain('given back')
  })

  test('is the newest reminder that nobody has acknowledged, until somebody does', async () => {
    await said('old', '2026-11-16', [id])
    await said('new', '2026-11-23', [id])
    expect(await decide(lotus)).toContain('nobody has acknowledged the reminder of 23 Nov yet')
    expect(await decide(lotus)).not.toContain('16 Nov')
    expect((await desk.press('reminder.acknowledge', 'new', { ...lotus, isOnHome: true })).kind).toBe(
      'nothing',
    )
    expect(await decide(lotus)).not.toContain('acknowledged')
  })

  test.each<[what: string, who: Asker, gesture: string]>([
    ['withdrawn', lotus, `/assignments withdraw ${id} because it is not needed`],
    ['done', jasmine, `/assignments done ${id} https://example.org/needs`],
  ])('is no reminder of which all is %s', async (_what, who, gesture) => {
    await said('one', '2026-11-23', [id])
    expect(await decide(lotus)).toContain('the reminder of 23 Nov')
    desk.pass(60_000)
    expect((await desk.ask(gesture, who)).kind).toBe('ephemeral')
    for (const one of [lotus, oriole]) expect(await decide(one)).not.toContain('acknowledged')
  })

  test('is no reminder after which whoever leads did something about what it names', async () => {
    await said('one', '2026-11-23', [id, 'wg8-07'])
    desk.pass(60_000)
    await desk.ask(`/assignments update ${id} half of it is there`, jasmine)
    expect(await decide(lotus)).toContain('the reminder of 23 Nov')
    await desk.ask(`/assignments extend ${id} until 2026-12-31 because the comments came late`, lotus)
    for (const one of [lotus, oriole]) expect(await decide(one)).not.toContain('acknowledged')
  })

  test('is of the secretariat what was proposed and what could not be said', async () => {
    await store().notices.add({
      id: 'lost',
      kind: 'digest',
      group: 'WG8',
      period: '2026-11-20',
      slotAt: by.at,
      slotOn: '2026-11-20',
      assignments: [],
      state: 'pending',
      dueAt: by.at,
      createdAt: by.at,
    })
    await store().notices.decide('lost', 'pending', {
      state: 'failed',
      reason: 'channel_not_found',
      mayRepeat: false,
    })
    await desk.ask('/standard record GB/T 43697 95 because it was replaced', lotus)
    const words = await decide(pine)
    expect(words).toContain('digest for Fri 20 Nov')
    expect(await decide(lotus)).not.toContain('digest for')
    const [proposal] = await desk.app.recordings.proposals()
    if (proposal !== undefined) {
      expect(words).toContain('1 stage is proposed')
      expect(await others(lotus)).toContain('the secretariat decides')
      expect((await desk.press('proposals.open', 'all', pine)).words).toContain('GB/T 43697')
      expect((await desk.press('proposals.open', 'all', lotus)).why).toBe('refused.secretariat')
    }
  })
})

describe('what one waits for', () => {
  test('is one’s own that is held up, apart from what one owes, and whose move it is', async () => {
    const title = (await owed()).titles.en ?? ''
    expect(part(await home(jasmine), 'You owe')).toContain(title)
    await live({ blocked: { ...by, why: 'no draft', waitsFor: { kind: 'member', id: 'lotus' } } })
    const words = await home(jasmine)
    expect(part(words, 'You owe')).not.toContain(title)
    expect(part(words, 'You wait for others')).toContain(
      'held up since 20 Nov, Lotus Sample has to move: no draft',
    )
  })

  test('is no day that one decides about oneself, however many there are', async () => {
    const body = { kind: 'organisation' as const, id: (await organisationOf('lotus')) ?? '', names: {} }
    const known = (await desk.app.assignments.list({ group: 'WG8' })).first.length
    expect(known).toBeGreaterThan(0)
    for (let at = 1; at <= 9; at += 1) {
      const life: Life =
        at < 9
          ? { dueAsked: { at: by.at, by: 'jasmine', on: '2026-12-31', why: 'x' } }
          : { blocked: { ...by, why: 'no draft', waitsFor: { kind: 'member', id: 'jasmine' } } }
      await store().assignments.put({
        ...(await owed()),
        id: `b-${at}`,
        titles: { en: `Part ${at}` },
        owner: body,
        dueOn: `2026-12-0${at}`,
        life,
      })
    }
    expect(await decide(lotus)).toContain('Waits for you (8)')
    const words = await others(lotus)
    expect(words).toContain('You wait for others (1)')
    expect(words).toContain('Part 9')
    expect(words).not.toContain('more')
  })

  test('is what one gave to somebody, until they take it on, and when it is overdue', async () => {
    const due = { dueOn: '2026-12-31' }
    await live({ given: { at: by.at, by: 'lotus' } }, due)
    expect(await others(lotus)).toContain('not taken on yet, given 20 Nov')
    await desk.press('assignment.act:accept', JSON.stringify({ assignment: id, kind: 'accept' }), jasmine)
    expect(await others(lotus)).toBe('')
    await live({ given: { at: by.at, by: 'lotus' }, accepted: by }, { dueOn: '2026-11-20' })
    expect(await others(lotus)).toContain('3 days')
  })

  test('is what one made, also after its owner has passed it on', async () => {
    const member = (await desk.app.members.all()).find((one) => one.id === 'lotus')
    if (member === undefined) throw new Error('no lotus')
    const given = {
      titles: { en: 'Write the annex' },
      group: 'WG8',
      owner: { kind: 'member' as const, id: 'jasmine', names: {} },
      standards: [],
    }
    const made = await desk.app.assignments.add(given, { member, via: 'command' })
    if (!made.ok) throw new Error(made.why)
    await desk.ask(`/assignments give ${made.assignment.id} to Oriole Sample`, jasmine)
    expect(await others(lotus)).toContain('Write the annex')
    expect(await others(jasmine)).toContain('Write the annex')
  })
})

test('what one watches stands there with its stage and since when', async () => {
  await desk.ask('/standard follow GB/T 43697', jasmine)
  await desk.ask('/standard follow topic:data-security', jasmine)
  const watched = part(await home(jasmine), 'You watch')
  expect(watched).toContain('GB/T 43697-2024')
  expect(watched).toMatch(/since 15 Mar 2024/)
  expect(watched).toContain('topic:data-security')
})

test('an empty desk says so in one line, and has settings; a stranger’s has none', async () => {
  const member = {
    id: 'newcomer',
    names: { en: 'New Sample' },
    roles: [{ role: 'member' as const, group: 'WG8' }],
  }
  await store().members.put(member)
  const words = await home({ member: 'newcomer' })
  expect(words).toContain('Nothing waits for you today.')
  expect(words).toContain('Quiet hours: 20:00–08:00')
  const stranger = await home({})
  expect(stranger).toContain('You are not in the committee’s list')
  expect(stranger).not.toContain('Quiet hours')
})
