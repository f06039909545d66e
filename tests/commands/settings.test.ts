import { beforeEach, describe, expect, test } from 'vitest'
import { createStore } from '../../src/store/open-store.ts'
import { testDatabase } from '../database.ts'
import { type Asker, type Desk, deskOn } from './desk.ts'
import { filledIn } from './filled-in.ts'

const { database } = await testDatabase()
/** A Monday morning in Shanghai. */
const now = '2026-11-23T01:00:00Z'
const dayMs = 24 * 3_600_000
const jasmine: Asker = { member: 'jasmine' }
const lotus: Asker = { member: 'lotus' }
const pine: Asker = { member: 'pine' }

let desk: Desk
let count = 0
beforeEach(async () => {
  count += 1
  desk = await deskOn(database, `settings-${count}`, now)
  await desk.app.members.linkUsers([
    { slackId: 'U0JASMINE', email: 'jasmine@example.org' },
    { slackId: 'U0LOTUS', email: 'lotus@example.org' },
  ])
})
const own = async (member = 'jasmine') => (await desk.app.absences.of(member)).own

describe('/rapporteur away', () => {
  test('puts days and a stand-in on record, and shows them with a button to end each', async () => {
    const put = await desk.ask('/rapporteur away 2026-12-01 to 2026-12-14 <@U0LOTUS>', jasmine)
    expect(put.words).toContain('You are away Tue 1 Dec – Mon 14 Dec, Lotus Sample stands in.')
    expect(await own()).toMatchObject([{ from: '2026-12-01', until: '2026-12-14', standIn: 'lotus' }])
    const shown = await desk.ask('/rapporteur away', jasmine)
    const [{ id = '' } = {}] = await own()
    const row = shown.message?.blocks.find((block) => 'accessory' in block)
    expect(row).toMatchObject({ accessory: { action_id: 'absence.end', value: id } })
    const ended = await desk.press('absence.end', id, jasmine)
    expect([ended.kind, ended.words]).toEqual(['replace', expect.stringContaining('Your absence is ended')])
    expect(await own()).toEqual([])
  })

  test.each(['away until Friday', 'on leave until Friday', '请假到周五', '请假 到本周五', '出差至11月27日'])(
    'from today until a day: %s',
    async (words) => {
      await desk.ask(`/rapporteur ${words}`, jasmine)
      expect(await own()).toMatchObject([{ from: '2026-11-23', until: '2026-11-27' }])
    },
  )

  test.each([
    ['away for 3 days from Monday', '2026-11-23', '2026-11-25'],
    ['away from tomorrow for 2 weeks', '2026-11-24', '2026-12-07'],
    ['请假三天', '2026-11-23', '2026-11-25'],
    ['请假3天', '2026-11-23', '2026-11-25'],
    ['从下周一起请假3天', '2026-11-30', '2026-12-02'],
    ['12月1日至3日请假', '2026-12-01', '2026-12-03'],
    ['明天请假', '2026-11-24', '2026-11-24'],
    ['vacation 2026-12-30', '2026-12-30', '2026-12-30'],
    ['on holiday 2026-12-30', '2026-12-30', '2026-12-30'],
    ['leave 2026-12-30', '2026-12-30', '2026-12-30'],
    ['休假 12月30日', '2026-12-30', '2026-12-30'],
  ])('puts down %s', async (words, from, until) => {
    await desk.ask(`/rapporteur ${words}`, jasmine)
    expect(await own()).toMatchObject([{ from, until }])
  })

  test('asks for a year where days have just gone by, in words that say how', async () => {
    const en = await desk.ask('/rapporteur away 20 November', jasmine)
    expect(en.text).toBe(
      '20 Nov 2026 is over, so nothing was put down. Write 2027-11-20 if you mean next year.',
    )
    const zh = await desk.ask('/rapporteur 请假 11月2日至3日', { ...jasmine, language: 'zh-CN' })
    expect(zh.text).toBe('2026年11月2日已过，未登记。请写 2027-11-02至2027-11-03，以表明指的是明年。')
    const dated = await desk.ask('/rapporteur away 2027-11-02 to 2027-11-03', jasmine)
    expect([dated.kind, (await own()).length]).toEqual(['ephemeral', 1])
  })

  test.each(['away today until further notice', 'away from Monday on', '从周一起请假', '请假 长期'])(
    'asks for an end: %s',
    async (words) => {
      const told = await desk.ask(`/rapporteur ${words}`, jasmine)
      expect([told.why, told.text]).toEqual([
        'absence.no-end',
        expect.stringContaining('`/rapporteur away 2026-12-01 to 2026-12-14`'),
      ])
      expect(await own()).toEqual([])
    },
  )

  test('understands Chinese, and answers in it', async () => {
    const put = await desk.ask('/rapporteur 请假2026-12-01至2026-12-14由示例清荷代理', {
      ...jasmine,
      language: 'zh-CN',
    })
    expect(put.words).toContain('已登记您的请假：12月1日周二至12月14日周一，由示例清荷代理')
  })

  test.each([
    ['next month', 'absence.no-days'],
    ['2026-02-30', 'absence.no-day'],
    ['2026-12-14 to 2026-12-01', 'absence.backwards'],
    ['2 November to 20 November', 'absence.just-over'],
    ['2026-11-01 to 2026-11-22', 'absence.past'],
    ['2026-12-01 to 2028-12-01', 'absence.too-long'],
    ['2026-12-01 Nobody Known', 'absence.unknown-name'],
    ['2026-12-01 <@U0JASMINE>', 'absence.stand-in-oneself'],
    ['<@U0LOTUS> 2026-12-01', 'absence.not-yours'],
  ])('refuses %s, and writes nothing', async (text, why) => {
    expect((await desk.ask(`/rapporteur away ${text}`, jasmine)).why).toBe(why)
    expect([...(await own()), ...(await own('lotus'))]).toEqual([])
  })

  test('refuses what meets another absence, one’s own or the stand-in’s, and names it', async () => {
    await desk.ask('/rapporteur away 2026-12-01 to 2026-12-04', lotus)
    const away = await desk.ask('/rapporteur away 2026-12-04 to 2026-12-09 <@U0LOTUS>', jasmine)
    expect(away.why).toBe('absence.stand-in-away')
    expect(away.words).toContain('Lotus Sample is away in those days as well: Tue 1 Dec – Fri 4 Dec')
    await desk.ask('/rapporteur away 2026-12-09', jasmine)
    const twice = await desk.ask('/rapporteur away 2026-12-04 to 2026-12-09', jasmine)
    expect([twice.why, twice.words]).toEqual(['absence.overlaps', expect.stringContaining('Wed 9 Dec')])
  })

  test('lets no observer stand in', async () => {
    const { members } = createStore(database, desk.app.workspace)
    await members.put({
      id: 'fern',
      names: { en: 'Fern Sample' },
      slackId: 'U0FERN',
      roles: [{ role: 'observer' }],
    })
    const away = await desk.ask('/rapporteur away 2026-12-01 <@U0FERN>', jasmine)
    expect([away.why, away.words]).toEqual([
      'absence.stand-in-observer',
      expect.stringContaining('Fern Sample'),
    ])
    expect(await own()).toEqual([])
  })

  test('lets the secretariat say it for somebody else', async () => {
    const put = await desk.ask('/rapporteur away Jasmine Sample 2026-12-01 to 2026-12-02', pine)
    expect(put.words).toContain('Jasmine Sample is away Tue 1 Dec – Wed 2 Dec.')
    const [{ id = '' } = {}] = await own()
    const audit = createStore(database, desk.app.workspace).audit
    expect(await audit.of({ kind: 'absence', id })).toMatchObject([
      { by: 'pine', behalf: { kind: 'member', id: 'jasmine' }, via: 'command' },
    ])
  })

  test('says of somebody else that they stand in, and whom they leave without anybody', async () => {
    await desk.ask('/rapporteur away 2026-11-30 to 2026-12-04 <@U0JASMINE>', lotus)
    const put = await desk.ask('/rapporteur away Jasmine Sample 2026-12-01 to 2026-12-02', pine)
    expect(put.words).toContain('Jasmine Sample stands in for Lotus Sample: Mon 30 Nov – Fri 4 Dec')
    expect(put.words).toContain(
      'Nobody stands in for Lotus Sample on these days, as Jasmine Sample is away as well: Tue 1 Dec – Wed 2 Dec',
    )
    expect(put.words).not.toContain('You')
    const own = (await desk.ask('/rapporteur away', { ...jasmine, language: 'zh-CN' })).words
    expect(own).toContain('您代理示例清荷：11月30日')
    expect(own).toContain('您自己也请假，示例清荷届时无人代理：12月1日')
    // Whoever is away reads it as well.
    expect((await desk.ask('/rapporteur away', lotus)).words).toContain(
      'Nobody stands in on these days, as Jasmine Sample is away as well: Tue 1 Dec – Wed 2 Dec',
    )
    const home = (await desk.hear('app_home_opened', { tab: 'home' }, jasmine)).words
    expect(home).toContain('Nobody stands in for Lotus Sample on these days, as you are away as well')
    const [{ id = '' } = {}] = (await desk.app.absences.of('jasmine')).own
    const ended = (await desk.press('absence.end', id, { ...pine, language: 'zh-CN' })).words
    expect(ended).toContain('示例茉莉代理示例清荷：11月30日')
    expect(ended).not.toMatch(/您|无人代理/)
  })

  test('tells a stranger that there is nothing to set', async () => {
    for (const typed of ['away', 'away 2026-12-01', 'back', 'quiet', 'quiet off', 'hear', 'hear moves off'])
      expect((await desk.ask(`/rapporteur ${typed}`)).why).toBe('refused.stranger')
    expect((await desk.press('absence.ask', 'new')).why).toBe('refused.stranger')
    expect((await desk.press('hearing.ask', 'mine')).why).toBe('refused.stranger')
  })
})

test('what a stand-in does for a group is on record with whom they stand in for', async () => {
  await desk.ask('/rapporteur away 2026-11-23 to 2026-12-04 <@U0JASMINE>', lotus)
  await desk.ask('/wg schedule WG8 digest off', jasmine)
  await desk.ask('/wg send WG8 reminder', jasmine)
  const { audit, members } = createStore(database, desk.app.workspace)
  const member = await members.byId('jasmine')
  if (member === undefined) throw new Error('no jasmine')
  const owner = { kind: 'member' as const, id: 'jasmine', names: member.names }
  const made = await desk.app.assignments.add(
    { titles: { en: 'Collect cases' }, group: 'WG8', owner, standards: [] },
    { member, via: 'modal', request: 'make' },
  )
  expect(made).toMatchObject({ ok: true, assignment: { life: { given: { behalf: { id: 'lotus' } } } } })
  const entries = await audit.search({}, 20)
  const forLotus = { by: 'jasmine', behalf: { kind: 'member', id: 'lotus' } }
  for (const what of ['switch-off', 'send', 'make'])
    expect(
      entries.find((one) => one.what === what && one.by === 'jasmine'),
      what,
    ).toMatchObject(forLotus)
})

describe('/rapporteur back', () => {
  test('ends what covers today, with the days that were', async () => {
    await desk.ask('/rapporteur away 2026-11-23 to 2026-12-04', jasmine)
    desk.pass(2 * dayMs)
    expect((await desk.ask('/rapporteur back', jasmine)).words).toContain('Your absence is ended')
    expect(await own()).toEqual([])
    expect((await desk.ask('/rapporteur 销假', jasmine)).why).toBe('absence.not-away')
  })

  test('for another is the secretariat’s', async () => {
    await desk.ask('/rapporteur away 2026-11-23 to 2026-12-04', jasmine)
    expect((await desk.ask('/rapporteur back Jasmine Sample', lotus)).why).toBe('absence.not-yours')
    expect((await desk.ask('/rapporteur back Jasmine Sample', pine)).kind).toBe('ephemeral')
    expect(await own()).toEqual([])
  })
})

describe('/rapporteur hear', () => {
  test('slows down and switches off what one follows, and only slows down what one’s role owes', async () => {
    const weekly = await desk.ask('/rapporteur hear moves weekly', jasmine)
    expect(weekly.words).toContain('What I follow: together, once a week')
    expect(weekly.words).toContain('What your role owes can’t be switched off')
    const off = await desk.ask('/rapporteur 接收 动态 关闭', { ...jasmine, language: 'zh-CN' })
    expect(off.words).toContain('关注的标准：已关闭')
    const slowed = await desk.ask('/rapporteur hear reminders weekly', jasmine)
    expect(slowed.words).toContain('at most 1 a week')
    expect(slowed.words).toContain('What I follow: switched off')
    const refused = await desk.ask('/rapporteur hear reminders off', jasmine)
    expect(refused).toMatchObject({ kind: 'refused', why: 'hearing.not-off' })
    expect((await desk.ask('/rapporteur hear offers off', lotus)).why).toBe('hearing.not-off')
    expect(await desk.app.hearing.of('jasmine')).toMatchObject({ perWeek: 1, moves: 'off' })
    const again = await desk.ask('/rapporteur hear moves at once', jasmine)
    expect(again.words).toContain('What I follow: as it moves')
  })

  test.each(['moves', 'moves sometimes', 'everything off', 'reminders 9'])(
    'does not guess %j',
    async (typed) => {
      expect((await desk.ask(`/rapporteur hear ${typed}`, jasmine)).why).toBe('hearing.which')
    },
  )
})

describe('/rapporteur quiet', () => {
  test('sets, shows and gives up hours of one’s own', async () => {
    const set = await desk.ask('/rapporteur quiet 19:00-09:00 1 a week', jasmine)
    expect(set.words).toContain('19:00–09:00 (China Standard Time)')
    expect(set.words).toContain('at most 1 a week')
    expect((await desk.ask('/rapporteur quiet off', jasmine)).words).toContain('no quiet hours')
    const usual = await desk.ask('/rapporteur quiet usual', jasmine)
    expect(usual.words).toContain('20:00–08:00 (China Standard Time), as in the whole committee')
    expect((await desk.ask('/rapporteur quiet 5 a week', jasmine)).why).toBe('hearing.too-often')
    expect((await desk.ask('/rapporteur 免打扰 晚7点到早9点', jasmine)).words).toContain('19:00–09:00')
  })
})

describe('the modals', () => {
  const onHome: Asker = { ...jasmine, isOnHome: true }
  const days = { 'away-from': '2026-12-01', 'away-until': '2026-12-14' }

  test('put an absence down; on the Home tab that shows by itself', async () => {
    const { view } = await desk.press('absence.ask', 'new', jasmine)
    expect(filledInDays(view)).toEqual({ 'away-from': '2026-11-23', 'away-until': '2026-11-23' })
    expect((await desk.send('absence.set', '', { ...days, 'stand-in': 'U0LOTUS' }, onHome)).kind).toBe(
      'nothing',
    )
    expect(await own()).toMatchObject([{ until: '2026-12-14', standIn: 'lotus' }])
    const home = await desk.hear('app_home_opened', { tab: 'home' }, jasmine)
    expect(home.words).toContain('Tue 1 Dec – Mon 14 Dec, Lotus Sample stands in')
    const [{ id = '' } = {}] = await own()
    expect((await desk.press('absence.end', id, onHome)).kind).toBe('nothing')
    expect((await desk.press('absence.end', id, onHome)).why).toBe('absence.gone')
  })

  test.each([
    [{ ...days, 'stand-in': 'U0STRANGER' }, { 'stand-in': 'owner.stranger' }],
    [{ ...days, 'stand-in': 'U0JASMINE' }, { 'stand-in': 'absence.stand-in-oneself' }],
    [{ ...days, 'away-until': '2026-11-30' }, { 'away-until': 'absence.backwards' }],
    [{ ...days, away: 'U0LOTUS' }, { away: 'absence.not-yours' }],
    [{ 'away-until': '2026-11-30' }, { 'away-from': 'modal.missing' }],
  ])('refuse %j under its field', async (fields, refused) => {
    expect((await desk.send('absence.set', '', fields, jasmine)).fields).toEqual(refused)
    expect(await own()).toEqual([])
  })

  test('ask the secretariat also whose it is', async () => {
    const asked = async (who: Asker) =>
      (await desk.press('absence.ask', 'new', who)).view?.blocks.map(({ block_id: id }) => id)
    expect(await asked(jasmine)).not.toContain('away')
    expect(await asked(pine)).toContain('away')
    const put = await desk.send(
      'absence.set',
      '',
      { ...days, away: 'U0JASMINE' },
      { ...pine, isOnHome: true },
    )
    expect(put.words).toContain('Jasmine Sample is away')
  })

  test('set quiet hours, and open with what holds', async () => {
    const { view } = await desk.press('hearing.ask', 'mine', jasmine)
    expect(JSON.stringify(view)).toContain('"initial_time":"20:00"')
    const fields = { quiet: 'own', 'quiet-from': '19:00', 'quiet-until': '07:30', 'per-week': '1' }
    expect((await desk.send('hearing.set', '', fields, onHome)).kind).toBe('nothing')
    expect(await desk.app.hearing.of('jasmine')).toMatchObject({
      quietHours: { from: '19:00', until: '07:30' },
      perWeek: 1,
    })
    expect((await desk.send('hearing.set', '', { ...fields, quiet: 'off' }, jasmine)).words).toContain(
      'no quiet hours',
    )
    await desk.send('hearing.set', '', { quiet: 'usual', 'per-week': 'usual' }, jasmine)
    expect(await desk.app.hearing.of('jasmine')).toMatchObject({ hasOwnHours: false, hasOwnPerWeek: false })
  })

  test.each([
    [{ quiet: 'own', 'quiet-until': '07:30', 'per-week': '1' }, { 'quiet-from': 'modal.missing' }],
    [{ quiet: 'own', 'quiet-from': '07:30', 'per-week': '1' }, { 'quiet-until': 'modal.missing' }],
    [
      { quiet: 'own', 'quiet-from': '07:30', 'quiet-until': '07:30', 'per-week': '1' },
      { 'quiet-until': 'hearing.no-length' },
    ],
    [{ quiet: 'usual', 'per-week': '5' }, { 'per-week': 'hearing.too-often' }],
    [{ quiet: 'sometimes', 'per-week': '1' }, { quiet: 'modal.unfit' }],
  ])('refuse hours %j under their field', async (fields, refused) => {
    expect((await desk.send('hearing.set', '', fields, jasmine)).fields).toEqual(refused)
  })
})

function filledInDays(view: Parameters<typeof filledIn>[0]) {
  const blocks = (view?.blocks ?? []).filter(({ block_id: id = '' }) => id.startsWith('away-'))
  return filledIn(view && { ...view, blocks })
}
