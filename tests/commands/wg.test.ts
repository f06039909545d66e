import { beforeAll, describe, expect, test } from 'vitest'
import { createStore } from '../../src/store/open-store.ts'
import { testDatabase } from '../database.ts'
import { everyRow } from '../domain/committee/small-committee.ts'
import { type Asker, type Desk, deskOn, type Outcome } from './desk.ts'

const { database } = await testDatabase()
const at = '2026-11-23T20:00:00Z'
let desk: Desk

beforeAll(async () => {
  desk = await deskOn(database, 'wg', at)
})

const lotus: Asker = { member: 'lotus', language: 'zh-CN' }
const juniper: Asker = { member: 'juniper' }
const secretariat: Asker = { member: 'pine' }

/** The value of the reply's button with this action id. */
function buttonValue({ message }: Outcome, id: string): string {
  for (const block of message?.blocks ?? [])
    if (block.type === 'actions')
      for (const element of block.elements)
        if (element.type === 'button' && element.action_id === id) return element.value ?? ''
  throw new Error(`no button ${id}`)
}

describe('/wg', () => {
  test.each([
    ['the only group in which one has a role', '/wg', lotus, 'WG8 数据安全工作组'],
    ['a group by its code', '/wg wg 9', lotus, 'WG9 人工智能安全工作组'],
    ['a code with a blank for its dash', '/wg swg ets', juniper, 'SWG-ETS Emerging Technologies'],
    ['the group whose channel it is', '/wg', { channelId: 'C-WG3' }, 'WG3 Cryptography'],
    ['all, where one has several roles', '/wg', { member: 'skylark' }, '9 groups'],
    ['all, to a stranger', '/wg', {}, '9 groups'],
    ['all, by name', '/wg 全部', lotus, '共 9 个工作组'],
    ['all, by name, in the channel of one', '/wg all', { channelId: 'C-WG3' }, '9 groups'],
  ])('shows %s', async (_what, typed, who, text) => {
    expect(await desk.ask(typed, who)).toMatchObject({ kind: 'ephemeral', text })
  })

  test('a card tells who leads the group, its channel and its hours', async () => {
    const { words } = await desk.ask('/wg SG1')
    for (const part of [
      'International Cybersecurity Standardization',
      '网络安全国际标准化研究组',
      'Study group',
      'sg1-international (#C-SG1)',
      'Juniper Sample',
      'Robin Sample',
      'every Monday at 14:00 (China Standard Time)',
      'Next: Mon, 30 Nov 2026, 14:00; Mon, 7 Dec 2026, 14:00',
      'every Thursday at 15:00',
      'Since 2026',
    ])
      expect(words).toContain(part)
  })

  test('a group that is not is answered with those that are', async () => {
    expect(await desk.ask('/wg <!here>', lotus)).toMatchObject({
      kind: 'refused',
      text: '没有“&lt;!here&gt;”这个工作组。现有工作组：WG3, WG4, WG5, WG6, WG7, WG8, WG9, SWG-ETS, SG1。',
    })
  })
})

describe('/wg schedule', () => {
  test.each([
    ['reminder Mon 10:00', '提醒将改为每周一 10:00', '0 10 * * 1'],
    ['提醒 周二 9:30', '提醒将改为每周二 09:30', '30 9 * * 2'],
    ['WG8 digest 周五 16:00', '摘要将改为每周五 16:00', '0 16 * * 5'],
    ['reminder Mon,Thu 9:00', '提醒将改为每周一和周四 09:00', '0 9 * * 1,4'],
    ['reminder 0 9 * * 1', '提醒将改为每周一 09:00', '0 9 * * 1'],
    ['reminder 0 9 1,15 * *', '提醒将改为每月 1和15 日 09:00', '0 9 1,15 * *'],
    ['提醒 每两周周一 9:30', '提醒将改为每周一 09:30（中国标准时间），每两周一次。', '30 9 * * 1'],
    ['digest every 3 weeks', '，每三周一次。', '0 16 * * 5'],
  ])('%s is proposed with its next two dates, and nothing is saved yet', async (words, text, cron) => {
    const before = await everyRow(database)
    const reply = await desk.ask(`/wg schedule ${words}`, lotus)
    expect(reply.kind).toBe('ephemeral')
    expect(reply.text).toContain(text)
    expect(reply.text).toMatch(/接下来：2026年\S+ \d\d:\d\d；202\d年\S+ \d\d:\d\d$/)
    expect(JSON.parse(buttonValue(reply, 'schedule.confirm'))).toMatchObject({ group: 'WG8', cron })
    expect(await everyRow(database)).toStrictEqual(before)
  })

  const everyDay = `0 9 ${Array.from({ length: 31 }, (_, i) => i + 1).join(',')} 1,2,3,4,5,6,7,8,9,10,11,12 *`
  test.each([
    ['too often', 'reminder */5 * * * *', 'schedule.too-often', '每天最多一次'],
    ['every day', 'reminder 0 9 * * *', 'schedule.too-many-days', '一周会有 7 天'],
    ['three days', 'digest Mon, Wed, Fri 16:00', 'schedule.too-many-days', '例如 `周一 9:00`'],
    ['every day now and then', 'reminder 0 9 1-7 * *', 'schedule.too-many-days', '每周最多两天'],
    ['no such minute', 'reminder 61 9 * * 1', 'schedule.bad-field', '“61”不能作为分钟'],
    ['no such day', 'reminder 0 9 30 2 *', 'schedule.bad-field', '“30”不能作为日期'],
    ['no such weekday', 'reminder 0 9 * * 9', 'schedule.bad-field', '“9”不能作为星期'],
    ['without a time', 'reminder Mondays every two weeks', 'schedule.no-time', '请在“Mondays”后写上时间'],
    ['without a time, in Chinese', '提醒 每周一、周四', 'schedule.no-time', '请在“每周一、周四”后写上时间'],
    ['unreadable', 'reminder whenever', 'schedule.unreadable', '没有读懂“whenever”这个时间'],
    ['longer than anyone means', `reminder ${everyDay}`, 'schedule.unreadable', '没有读懂“0 9 1,2,3'],
    ['no time', 'reminder', 'schedule.ask-for-time', '请在后面写明星期和时刻'],
    ['too rarely', 'reminder every 5 weeks', 'schedule.too-rarely', '请至少每 4 周一次'],
    ['what the group answers for', '提醒 关闭', 'schedule.owed', 'WG8的提醒不能关闭'],
    ['no kind', 'Mon 9:00', 'wg.which-kind', '请写明是提醒还是摘要'],
    ['nothing', '', 'wg.which-kind', '请写明是提醒还是摘要'],
    ['no such group', 'WG99 reminder Mon 9:00', 'wg.unknown', '没有“WG99”这个工作组'],
    [
      'another’s group',
      'WG7 reminder Mon 9:00',
      'refused.convenor-or-secretariat',
      '这一步由 WG7 的组长、副组长（示例翠柏、示例喜鹊）或秘书处完成。',
    ],
  ])('refuses: %s', async (_what, words, why, text) => {
    const reply = await desk.ask(`/wg schedule ${words}`, lotus)
    expect(reply).toMatchObject({ kind: 'refused', why })
    expect(reply.text).toContain(text)
  })

  test('says plainly that two days a week are two messages a week', async () => {
    const twice = await desk.ask('/wg schedule reminder Mon, Thu 9:00', juniper)
    expect(twice.text).toMatch(
      /Monday and Thursday at 09:00.*\nThe channel then hears it twice a week\.\nNext: /s,
    )
    expect((await desk.ask('/wg schedule 提醒 周一、周四 9:00', lotus)).text).toContain(
      '这样频道每周会收到两次。',
    )
    const rarer = await desk.ask('/wg schedule reminder Mon, Thu 9:00 every 2 weeks', juniper)
    expect(rarer.text).toContain('In some weeks the channel then hears it twice.')
    expect((await desk.ask('/wg schedule reminder Mon 9:00', juniper)).text).not.toContain('twice')
  })

  test('leaves one on record that comes oftener as it is, and sets it anew no more', async () => {
    const own = await deskOn(database, 'of-old', at)
    const store = createStore(database, own.app.workspace)
    const [old] = (await store.schedules.all()).filter(
      ({ group, kind }) => group === 'SG1' && kind === 'digest',
    )
    if (old === undefined) throw new Error('no digest')
    await store.schedules.put({ ...old, cron: '0 16 * * *' })
    expect((await own.ask('/wg SG1', juniper)).words).toContain('every day at 16:00')
    expect((await own.ask('/wg schedule digest every 2 weeks', juniper)).why).toBe('schedule.too-many-days')
    await own.ask('/wg schedule SG1 digest off', juniper)
    expect((await own.ask('/wg schedule SG1 digest on', juniper)).text).toContain('every day at 16:00')
    own.pass(24 * 3_600_000)
    await own.app.notices.planDue('digest', { atOnce: true })
    const { latest } = await own.app.notices.overview(100)
    expect(latest.filter(({ group, kind }) => group === 'SG1' && kind === 'digest')).not.toEqual([])
  })

  test('switches the digest off until it is on again, and the card tells', async () => {
    const own = await deskOn(database, 'switch', at)
    const off = await own.ask('/wg schedule SG1 digest off', juniper)
    expect(off.text).toContain('the digest is switched off. `/wg schedule SG1 digest on` brings it back.')
    expect((await own.ask('/wg SG1', juniper)).words).toContain('switched off; `/wg schedule SG1 digest on`')
    const day = new Date('2027-01-01T00:00:00Z')
    const [silent] = await own.app.notices.preview('digest', { group: 'SG1', at: day })
    expect(silent).toMatchObject({ say: false, why: 'switched-off' })
    const digests = async () =>
      (await own.app.notices.overview(100)).latest.filter(
        ({ group, kind }) => group === 'SG1' && kind === 'digest',
      )
    const owedBefore = await digests()
    own.pass(40 * 24 * 3_600_000)
    await own.app.notices.planDue('digest', { atOnce: true })
    expect(await digests()).toEqual(owedBefore)
    const on = await own.ask('/wg schedule SG1 digest on', juniper)
    expect(on.text).toMatch(/the digest comes again every Thursday at 15:00.*\nNext: /s)
    await own.app.notices.planDue('digest', { atOnce: true })
    expect(await digests()).toEqual(owedBefore)
    expect((await own.ask('/wg schedule SG1 digest on', juniper)).text).toBe(on.text)
  })

  test('a reminder every second week keeps its times, and comes in the first week after', async () => {
    const own = await deskOn(database, 'slower', at)
    const proposed = await own.ask('/wg schedule reminder every 2 weeks', juniper)
    expect(proposed.text).toContain('every Monday at 14:00 (China Standard Time), but only every second week')
    expect(proposed.text).toContain('Next: Mon, 30 Nov 2026, 14:00; Mon, 14 Dec 2026, 14:00')
    const saved = await own.press('schedule.confirm', buttonValue(proposed, 'schedule.confirm'), juniper)
    expect(saved.text).toContain('Next: Mon, 30 Nov 2026, 14:00; Mon, 14 Dec 2026, 14:00')
    const weekly = await own.ask('/wg schedule reminder weekly', juniper)
    expect(weekly.text).toContain('Next: Mon, 30 Nov 2026, 14:00; Mon, 7 Dec 2026, 14:00')
  })

  test.each([
    ['the group’s convenor', 'lotus', 'WG8', true],
    ['the group’s deputy', 'oriole', 'WG8', true],
    ['the secretariat', 'pine', 'WG8', true],
    ['the secretary-general', 'magnolia', 'WG8', true],
    ['the chair', 'cedar', 'WG8', false],
    ['a member of the group', 'jasmine', 'WG8', false],
    ['another group’s convenor', 'plum', 'WG8', false],
    ['a stranger', undefined, 'WG8', false],
  ])('is for %s: %s', async (_who, member, code, allowed) => {
    const who = member === undefined ? {} : { member }
    const { kind } = await desk.ask(`/wg schedule ${code} reminder Mon 9:00`, who)
    expect(kind).toBe(allowed ? 'ephemeral' : 'refused')
  })

  test('where it is not clear which group, it is asked for', async () => {
    expect(await desk.ask('/wg schedule reminder Mon 9:00', secretariat)).toMatchObject({ why: 'wg.which' })
    const inChannel = { ...secretariat, channelId: 'C-WG5' }
    expect((await desk.ask('/wg schedule reminder Mon 9:00', inChannel)).text).toContain('WG5')
  })
})

describe('“Save” under a proposal', () => {
  const value = (change: object = {}) =>
    JSON.stringify({ group: 'WG8', kind: 'reminder', cron: '15 9 * * 2', ...change })

  test('saves it, and the card tells', async () => {
    const own = await deskOn(database, 'save', at)
    const proposed = await own.ask('/wg schedule reminder Tue 10:00', juniper)
    const saved = await own.press('schedule.confirm', buttonValue(proposed, 'schedule.confirm'), juniper)
    expect(saved.kind).toBe('replace')
    expect(saved.text).toContain('Saved. SG1 International Cybersecurity Standardization')
    expect((await own.ask('/wg SG1', juniper)).words).toContain('every Tuesday at 10:00')
    expect(await own.app.schedules.of('SG1')).toMatchObject([{ cron: '0 10 * * 2', setBy: 'juniper' }, {}])
  })

  test.each([
    ['no JSON', 'WG8', lotus, 'refused.outdated-button'],
    ['nothing', '', lotus, 'refused.outdated-button'],
    ['null', 'null', lotus, 'refused.outdated-button'],
    ['another kind', value({ kind: 'newsletter' }), lotus, 'refused.outdated-button'],
    ['more than belongs there', value({ setBy: 'pine' }), lotus, 'refused.outdated-button'],
    ['too long a rule', value({ cron: `0 9 * * ${'1,'.repeat(60)}1` }), lotus, 'refused.outdated-button'],
    ['every minute', value({ cron: '* * * * *' }), lotus, 'schedule.too-often'],
    ['every day', value({ cron: '0 9 * * *' }), lotus, 'schedule.too-many-days'],
    ['no cron', value({ cron: 'rm -rf /' }), lotus, 'schedule.bad-field'],
    ['no such group', value({ group: 'WG99' }), lotus, 'wg.unknown'],
    ['another’s group', value({ group: 'WG7' }), lotus, 'refused.convenor-or-secretariat'],
    ['pressed by a member', value(), { member: 'jasmine' }, 'refused.convenor-or-secretariat'],
    ['pressed by a stranger', value(), {}, 'refused.convenor-or-secretariat'],
  ])('is refused where its value is forged: %s', async (_what, forged, who, why) => {
    const before = await everyRow(database)
    expect(await desk.press('schedule.confirm', forged, who)).toMatchObject({ kind: 'refused', why })
    expect(await everyRow(database)).toStrictEqual(before)
  })

  test('beside it, the other button changes nothing', async () => {
    const before = await everyRow(database)
    expect(await desk.press('schedule.cancel', 'WG8', lotus)).toMatchObject({
      kind: 'replace',
      text: '未作改动。',
    })
    expect(await everyRow(database)).toStrictEqual(before)
  })
})

describe('/wg send', () => {
  test.each([
    ['/wg send reminder', lotus, '提醒正在发往 WG8 数据安全工作组频道。'],
    ['/wg 发送 摘要', lotus, '摘要正在发往 WG8 数据安全工作组频道。'],
    ['/wg send digest wg3', secretariat, 'The digest is on its way to WG3 Cryptography’s channel.'],
  ])('%s', async (typed, who, text) => {
    const request = `request ${typed}`
    const replies = [await desk.ask(typed, { ...who, request }), await desk.ask(typed, { ...who, request })]
    for (const reply of replies) expect(reply).toMatchObject({ kind: 'ephemeral', text })
    const sent = (await desk.app.notices.overview(20)).latest.filter(({ period }) => period.endsWith(typed))
    expect(sent).toMatchObject([{ state: 'pending' }])
  })

  test.each([
    ['no kind', '/wg send', lotus, 'wg.which-kind'],
    ['no such group', '/wg send WG99 digest', lotus, 'wg.unknown'],
    ['another’s group', '/wg send WG9 reminder', lotus, 'refused.convenor-or-secretariat'],
    ['a member', '/wg send WG8 reminder', { member: 'jasmine' }, 'refused.convenor-or-secretariat'],
    ['a stranger', '/wg send WG8 reminder', {}, 'refused.convenor-or-secretariat'],
    ['no group', '/wg send reminder', secretariat, 'wg.which'],
  ])('refuses: %s', async (_what, typed, who, why) => {
    expect(await desk.ask(typed, who)).toMatchObject({ kind: 'refused', why })
  })

  test.each([
    ['reminder', 'reminder', '提醒'],
    ['digest', 'digest', '摘要'],
  ] as const)('a %s twice within an hour only if it is wanted so', async (kind, en, zh) => {
    const own = await deskOn(database, `again-${kind}`, at)
    const hearing: Asker = { member: 'lotus', language: 'en' }
    const reading: Asker = { member: 'lotus', language: 'zh-CN' }
    const waiting = async () => (await own.app.notices.overview(20, 'pending')).latest.length
    const deliver = async () => {
      own.pass(2_000)
      const { claimed } = await own.app.deliveries.claim(20)
      for (const [i, one] of claimed.entries())
        await own.app.deliveries.settle(one, { kind: 'said', channelId: 'C-WG8', ts: `1.${i}` }, [])
    }
    const first = { ...hearing, request: 'first' }
    const sent = await own.ask(`/wg send ${en}`, first)
    expect(sent.text).toContain('is on its way')
    await deliver()
    own.pass(10 * 60_000)
    expect(await own.ask(`/wg send ${en}`, first)).toMatchObject({ text: sent.text })
    expect((await own.ask(`/wg send WG8 ${en}`, hearing)).text).toMatch(
      new RegExp(
        `^Nothing was sent: WG8 Data Security’s last ${en} was said on .*2026.* stands.*\`/wg send WG8 ${en} again\``,
      ),
    )
    expect((await own.ask(`/wg 发送 ${zh}`, reading)).text).toMatch(
      new RegExp(`^没有再次发送：.*上一次${zh}已于.*发出，仍在频道中。.*\`/wg 发送 WG8 ${zh} 再次\``),
    )
    expect(await waiting()).toBe(0)
    // Another group has heard nothing yet.
    expect((await own.ask(`/wg send WG3 ${en}`, secretariat)).text).toContain('is on its way')
    for (const typed of [`send ${en} again`, `发送 WG8 ${zh} 再次`, `send again WG8 ${en}`]) {
      const before = await waiting()
      expect((await own.ask(`/wg ${typed}`, hearing)).text, typed).toContain('is on its way')
      await deliver()
      expect(before).toBeLessThanOrEqual(1)
    }
    own.pass(3_600_000)
    expect((await own.ask(`/wg send ${en}`, hearing)).text).toContain('is on its way')
  })

  test('where there is nothing to say or nowhere to say it, that is told', async () => {
    const own = await deskOn(database, 'quiet', at)
    const open = await own.app.assignments.list({ group: 'WG6' })
    await own.app.committees.importAssignments(
      open.first.map((one) => ({ ...one, state: 'done' as const, doneOn: '2026-01-01' })),
    )
    const reply = await own.ask('/wg send WG6 reminder', secretariat)
    expect(reply).toMatchObject({
      kind: 'ephemeral',
      text: 'WG6 Communication Security has no open assignments: there is nothing to say, so nothing was sent.',
    })
    expect((await own.app.notices.overview(1)).latest).toMatchObject([{ state: 'withdrawn' }])
  })
})
