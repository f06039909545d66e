import { describe, expect, test } from 'vitest'
import { slashCommands } from '../../commands/index.ts'
import {
  parseBlocking,
  parseGiving,
  parseNamed,
  parseNews,
  parseWhy,
} from '../../commands/slash/assignment-words.ts'
import { daysMeant } from '../../commands/slash/day-range-words.ts'
import { parseDone } from '../../commands/slash/done-words.ts'
import { dueMeant, parseDecision, parseDue } from '../../commands/slash/due-words.ts'
import { namesBehind } from '../../commands/slash/names-behind.ts'
import en from '../../config/locales/en.json' with { type: 'json' }
import zhCn from '../../config/locales/zh-CN.json' with { type: 'json' }
import { route } from '../../src/contract/dispatch.ts'
import { UserError } from '../../src/contract/errors.ts'

const refusalOf = (work: () => unknown) => {
  try {
    return work()
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    return error.key
  }
}

describe('every verb in its inflections', () => {
  test.each([
    ['update', 'start started starts begin began 开始 进行中 着手 已启动'],
    ['accept', 'accept accepted accepting accepts Accept ACCEPTED 接受 接收 领取 认领 受理 已接受'],
    ['decline', 'decline declined declining declines 拒绝 退回 谢绝'],
    ['decline', 'refuse refuses refused refusing reject rejects rejected rejecting'],
    ['decline', 'return returns returned returning'],
    ['give', 'give gives gave given giving 转交 转派 改派 委派 移交 转给'],
    ['give', 'pass passes passed passing delegate delegates delegated delegating'],
    ['give', 'reassign reassigns reassigned reassigning'],
    ['update', 'update updated updating updates progress progressed 进展 更新 汇报 报告 反馈'],
    ['update', 'report reports reported reporting news'],
    ['block', 'block blocked blocking blocks 受阻 卡住 阻塞'],
    ['unblock', 'unblock unblocked unblocking unblocks resume resumed resuming resumes 恢复 解除受阻'],
    ['extend', 'extend extended extending extends postpone postponed postponing postpones'],
    ['extend', '延期 延长 申请延期 推迟 顺延 改期'],
    ['done', 'done finish finished finishing finishes complete completes completed completing'],
    ['done', '完成 办结 已完成 办完 完成了'],
    ['reopen', 'reopen reopened reopening reopens 重启 重新打开 重新开展'],
    ['withdraw', 'withdraw withdrew withdrawn withdrawing withdraws 撤销 撤回 取消 作废'],
    ['withdraw', 'cancel cancels canceled cancelled canceling cancelling'],
    ['decline', '不接受 不接收 不受理 拒绝接受'],
    ['deny', 'disapprove disapproves disapproved 不同意 不批准 不同意延期 拒绝延期'],
    ['add', 'add added adding adds assign assigns assigned assigning new'],
    ['add', '添加 新增 新建 分派 指派 分配'],
    ['give', '交给 交由 移交给 委派给 指派给 分给 派给 委托 委托给 交办 转交给 已交给 移交给了'],
    ['accept', '接 接下 接了 已接 已接下'],
    ['decline', '不接 婉拒 退还 已退还'],
    ['block', '搁置 暂停 已暂停'],
    ['done', '完结 搞定 结束 搞定了 已结束'],
    ['extend', '宽限'],
    ['grant', '准 准予 同意 批准'],
    ['deny', '不批 不准 不批准'],
    ['show', 'show view shows 查看 详情'],
    ['history', 'history log logs logged 历史 历史记录 记录 变更 变更记录'],
  ])('%s: %s', (verb, words) => {
    for (const word of words.split(' ')) {
      const found = route(slashCommands, '/assignments', `${word} a7 because 人手 不足`)
      expect([word, found?.handler.verb, found?.text]).toStrictEqual([word, verb, 'a7 because 人手 不足'])
    }
  })
})

test.each([
  ['pass on wg8-02 to chestnut', 'give', 'wg8-02 to chestnut'],
  ['Passed  on  wg8-02 to  chestnut', 'give', 'wg8-02 to chestnut'],
  ['pass wg8-02 on to chestnut', 'give', 'wg8-02 on to chestnut'],
  ['give back wg8-02 because ill', 'decline', 'wg8-02 because ill'],
  ['giving back: wg8-02', 'decline', 'wg8-02'],
  ['give wg8-02 to chestnut', 'give', 'wg8-02 to chestnut'],
  ['goes on again wg8-02', 'unblock', 'wg8-02'],
  ['wg8-02 goes on', 'unblock', 'wg8-02'],
  ['more time wg8-02 2 weeks', 'extend', 'wg8-02 2 weeks'],
  ['due day wg8-02 2026-12-31', 'extend', 'wg8-02 2026-12-31'],
  ['due 2w', undefined, 'due 2w'],
  ['more timely wg8-02', undefined, 'more timely wg8-02'],
  ['pass onwards wg8-02', 'give', 'onwards wg8-02'],
])('a verb of several words: %s', (text, verb, rest) => {
  const found = route(slashCommands, '/assignments', text)
  expect([found?.handler.verb, found?.text]).toStrictEqual([verb, rest])
})

test.each([
  ['接a7', 'accept', 'a7'],
  ['接受a7', 'accept', 'a7'],
  ['接下a7', 'accept', 'a7'],
  ['不接a7 因为忙', 'decline', 'a7 因为忙'],
  ['不接受a7', 'decline', 'a7'],
  ['不批a7 因为忙', 'deny', 'a7 因为忙'],
  ['不批准a7 因为忙', 'deny', 'a7 因为忙'],
  ['准a7', 'grant', 'a7'],
  ['准予a7', 'grant', 'a7'],
  ['移交给a7 示例山栗', 'give', 'a7 示例山栗'],
  ['a7搞定', 'done', 'a7'],
  ['宽限a7 两周', 'extend', 'a7 两周'],
  ['查看a7', 'show', 'a7'],
  ['把a7交给示例山栗', 'give', 'a7 示例山栗'],
  ['将 a7 转交给WG8', 'give', 'a7 WG8'],
  // What only begins so is another word.
  ['准备 a7', undefined, '准备 a7'],
  ['准备a7', undefined, '准备a7'],
  ['接近 a7', undefined, '接近 a7'],
  ['接手a7', undefined, '接手a7'],
  ['结束语 a7', undefined, '结束语 a7'],
  ['不准备 a7', undefined, '不准备 a7'],
  ['把握 a7', undefined, '把握 a7'],
  ['把a7准备好', undefined, '把a7准备好'],
])('a Chinese verb and not the beginning of another word: %s', (text, verb, rest) => {
  const found = route(slashCommands, '/assignments', text)
  expect([found?.handler.verb, found?.text]).toStrictEqual([verb, rest])
})

describe('what a button is called is a verb', () => {
  const verbs: Record<string, string[]> = {
    'assignment.press-accept': ['accept'],
    'assignment.press-ask-due': ['extend'],
    'assignment.press-block': ['block'],
    'assignment.press-decline': ['decline'],
    'assignment.press-finish': ['done'],
    'assignment.press-give': ['give'],
    'assignment.press-grant': ['grant'],
    'assignment.press-history': ['history'],
    // In English the word is that of giving back, which tells whoever decides of the other.
    'assignment.press-refuse': ['deny', 'decline'],
    'assignment.press-reopen': ['reopen'],
    'assignment.press-set-due': ['extend'],
    'assignment.press-unblock': ['unblock'],
    'assignment.press-update': ['update'],
    'assignment.press-withdraw': ['withdraw'],
    'asks.press-back': ['decline'],
  }
  const labels = [en, zhCn].flatMap((catalogue) =>
    Object.entries(catalogue)
      .filter(([key]) => key.startsWith('assignment.press-') || key === 'asks.press-back')
      .map(([key, label]) => [label.replace(/…$/u, ''), key] as const),
  )

  test.each(labels)('%s (%s)', (label, key) => {
    const joined = /\p{Script=Han}/u.test(label) ? [`${label}wg8-02 一半`, `wg8-02${label} 一半`] : []
    const typed = [`${label} wg8-02 一半`, `${label}: wg8-02 一半`, `wg8-02 ${label.toLowerCase()} 一半`]
    for (const text of [...typed, `wg8-02: ${label.toUpperCase()}: 一半`, ...joined]) {
      const found = route(slashCommands, '/assignments', text)
      expect([text, found?.text]).toStrictEqual([text, 'wg8-02 一半'])
      expect(verbs[key]).toContain(found?.handler.verb)
    }
  })
})

describe('a short name and what is said', () => {
  test.each([
    ['', '', ''],
    ['a7', 'a7', ''],
    ['  WG8-01  ', 'WG8-01', ''],
    ['ａ７', 'a7', ''],
    ['ＷＧ８－０１ 完成', 'WG8-01', '完成'],
    ['a7: half of it', 'a7', 'half of it'],
    ['a7, half of it', 'a7', 'half of it'],
    ['a7：一半', 'a7', '一半'],
    ['a7一半完成', 'a7', '一半完成'],
    ['a7。', 'a7', '。'],
    ['a7.', 'a7', ''],
    ['任务一 x', '任务一', 'x'],
    ['<@U1> x', '<@U1>', 'x'],
    ['a7 \u0000x\u0007', 'a7', 'x'],
  ])('%j', (text, name, said) => {
    expect(parseNamed(text)).toStrictEqual({ name, said })
  })

  test('news stay as they were written', () => {
    const news = '一半：初稿（第3章）已完成，because 不是理由'
    expect(parseNews(`a7 ${news}`)).toStrictEqual({ name: 'a7', news })
    expect(refusalOf(() => parseNews(`a7 ${'x'.repeat(501)}`))).toBe('modal.too-long')
  })
})

describe('a reason', () => {
  test.each([
    ['a7', ''],
    ['a7 because I am on leave', 'I am on leave'],
    ['a7 BECAUSE: I am on leave', 'I am on leave'],
    ['a7 I am on leave', 'I am on leave'],
    ['a7 I am on leave because of the child', 'I am on leave because of the child'],
    ['a7 因为人手不足，无法完成', '人手不足，无法完成'],
    ['a7因人手不足', '人手不足'],
    ['a7，理由：人手不足', '人手不足'],
    ['a7 人手不足', '人手不足'],
    ['a7 because', ''],
    ['a7因为', ''],
    ['a7 becausewhy', 'becausewhy'],
  ])('%j', (text, why) => {
    expect(parseWhy(text)).toStrictEqual({ name: 'a7', why })
  })

  test('that is too long is refused', () => {
    expect(refusalOf(() => parseWhy(`a7 because ${'x'.repeat(501)}`))).toBe('modal.too-long')
  })
})

describe('to whom it goes', () => {
  test.each([
    ['a7', { whom: '' }],
    ['a7 to <@U1|jasmine>', { whom: '<@U1|jasmine>' }],
    ['a7 on to Imaginary Bank', { whom: 'Imaginary Bank' }],
    ['a7 WG8', { whom: 'WG8' }],
    ['a7 to WG8 because we met', { whom: 'WG8', why: 'we met' }],
    ['a7 给 示例茉莉', { whom: '示例茉莉' }],
    ['a7给示例茉莉，因为她更熟悉', { whom: '示例茉莉', why: '她更熟悉' }],
    ['a7 to', { whom: '' }],
    ['a7 to WG8 because', { whom: 'WG8' }],
    ['a7 Tomorrow Labs', { whom: 'Tomorrow Labs' }],
  ])('%j', (text, said) => {
    expect(parseGiving(text)).toStrictEqual({ name: 'a7', ...said })
  })
})

describe('what holds it up', () => {
  test.each([
    ['a7', { why: '' }],
    ['a7 because the draft is missing', { why: 'the draft is missing' }],
    ['a7 the draft is missing', { why: 'the draft is missing' }],
    ['a7 by WG7 because its draft is missing', { whom: 'WG7', why: 'its draft is missing' }],
    ['a7 waiting for <@U1> because of the figures', { whom: '<@U1>', why: 'of the figures' }],
    [
      'a7 waits for Imaginary Bank, because it has the figures',
      { whom: 'Imaginary Bank', why: 'it has the figures' },
    ],
    ['a7 等待WG7，因为草案未到', { whom: 'WG7', why: '草案未到' }],
    ['a7因为草案未到', { why: '草案未到' }],
    ['a7 by WG7 because', { whom: 'WG7', why: '' }],
    ['a7 by WG7', { whom: 'WG7', why: '' }],
    ['a7 by wg 7: their data is missing', { whom: 'wg 7', why: 'their data is missing' }],
    [
      'a7 by WG7, its data is late because of the lab',
      { whom: 'WG7', why: 'its data is late because of the lab' },
    ],
    ['a7 by WG7 whose data is missing', { whom: 'WG7', why: 'by WG7 whose data is missing' }],
    ['a7 by lotus', { whom: 'lotus', why: '' }],
    ['a7 by <@U1>: the figures', { whom: '<@U1>', why: 'the figures' }],
    [
      'a7 by Imaginary Bank, its figures are missing',
      { whom: 'Imaginary Bank', why: 'its figures are missing' },
    ],
    ['a7 by Imaginary Bank because', { whom: 'Imaginary Bank', why: '' }],
    ['a7 waiting for WG7', { whom: 'WG7', why: '' }],
    ['a7 waiting for Imaginary Bank because', { whom: 'Imaginary Bank', why: '' }],
    ['a7 等WG7的数据', { whom: 'WG7', why: '等WG7的数据' }],
    ['a7 等待WG7：数据未到', { whom: 'WG7', why: '数据未到' }],
    ['a7等SWG-ETS，数据未到', { whom: 'SWG-ETS', why: '数据未到' }],
    ['a7 by WG7因数据未到', { whom: 'WG7', why: '数据未到' }],
    // A thing, and nobody.
    ['a7 by the missing draft', { why: 'by the missing draft' }],
    ['a7 by wg7-02', { why: 'by wg7-02' }],
    ['a7 waiting for the draft', { why: 'waiting for the draft' }],
    ['a7 等数据', { why: '等数据' }],
    ['a7 WG7 is late', { why: 'WG7 is late' }],
    ['a7 stuck because', { why: '' }],
    // Nobody is named before the reason: then all of it is.
    ['a7 stuck because of the draft', { why: 'stuck because of the draft' }],
  ])('%j', (text, said) => {
    expect(parseBlocking(text)).toStrictEqual({ name: 'a7', ...said })
  })
})

describe('what is done', () => {
  /** A Saturday. */
  const today = '2026-11-28'
  const meant = (text: string) => {
    const { on, ...named } = parseDone(text)
    return { ...named, ...(on !== undefined && { on: daysMeant({ from: on }, today, 'back').from }) }
  }

  test.each([
    ['a7', { said: '' }],
    ['a7 https://example.org/report', { said: 'https://example.org/report' }],
    ['a7 https://example.org/report on 2026-11-20', { said: 'https://example.org/report', on: '2026-11-20' }],
    ['a7 https://example.org/report 2026-11-20', { said: 'https://example.org/report', on: '2026-11-20' }],
    ['a7 2026-11-20', { said: '', on: '2026-11-20' }],
    ['a7 on 20 November 2026', { said: '', on: '2026-11-20' }],
    ['a7 on 20 Nov', { said: '', on: '2026-11-20' }],
    ['a7 on Nov 28th', { said: '', on: today }],
    ['a7 since Friday, 20 Nov', { said: '', on: '2026-11-20' }],
    ['a7 on 20 March', { said: '', on: '2026-03-20' }],
    ['a7 on 30 December', { said: '', on: '2025-12-30' }],
    // Of a year ago nobody speaks who is three days too early.
    ['a7 on 1 Dec', { said: '', on: '2026-12-01' }],
    ['a7 会议纪要，于2026年11月20日', { said: '会议纪要', on: '2026-11-20' }],
    ['a7 会议纪要 于2026年11月20日', { said: '会议纪要', on: '2026-11-20' }],
    ['a7 报告…… on ２０２６-11-20', { said: '报告……', on: '2026-11-20' }],
    ['a7 于11月20日', { said: '', on: '2026-11-20' }],
    ['a7于１１月２０日', { said: '', on: '2026-11-20' }],
    ['a7 会议纪要于十一月二十日', { said: '会议纪要', on: '2026-11-20' }],
    ['a7 已于11月20日完成', { said: '', on: '2026-11-20' }],
    ['a7 11月20日', { said: '', on: '2026-11-20' }],
    ['a7 自11月20日', { said: '', on: '2026-11-20' }],
    ['a7 yesterday', { said: '', on: '2026-11-27' }],
    ['a7 https://example.org/report yesterday.', { said: 'https://example.org/report', on: '2026-11-27' }],
    ['a7 report sent yesterday', { said: 'report sent', on: '2026-11-27' }],
    ['a7 the day before yesterday', { said: '', on: '2026-11-26' }],
    ['a7 today', { said: '', on: today }],
    ['a7 tomorrow', { said: '', on: '2026-11-29' }],
    ['a7 昨天', { said: '', on: '2026-11-27' }],
    ['a7 前天', { said: '', on: '2026-11-26' }],
    ['a7 今天', { said: '', on: today }],
    ['a7昨天完成', { said: '', on: '2026-11-27' }],
    ['a7 报告，昨天', { said: '报告', on: '2026-11-27' }],
    ['a7 on Friday', { said: '', on: '2026-11-27' }],
    ['a7 on Saturday', { said: '', on: today }],
    ['a7 on Sunday', { said: '', on: '2026-11-22' }],
    ['a7 last Friday', { said: '', on: '2026-11-27' }],
    ['a7 on last Saturday', { said: '', on: '2026-11-21' }],
    ['a7 周五', { said: '', on: '2026-11-27' }],
    ['a7 于上周五', { said: '', on: '2026-11-20' }],
    ['a7 上上个星期五', { said: '', on: '2026-11-13' }],
    ['a7 本周三', { said: '', on: '2026-11-25' }],
    ['a7 on Friday afternoon', { said: '', on: '2026-11-27' }],
    ['a7 昨天下午', { said: '', on: '2026-11-27' }],
    ['a7 on 19 Nov, minutes on 20 Nov', { said: 'on 19 Nov, minutes', on: '2026-11-20' }],
    ['a7 a report on March figures', { said: 'a report on March figures' }],
    ['a7 notes on 5th edition', { said: 'notes on 5th edition' }],
    ['a7 on 20 Nov, minutes: sent', { said: 'minutes: sent', on: '2026-11-20' }],
    ['a7 on 20 Nov https://example.org/report', { said: 'https://example.org/report', on: '2026-11-20' }],
    ['a7 昨天，会议通过', { said: '会议通过', on: '2026-11-27' }],
    ['a7 minutes, on 20 Nov', { said: 'minutes', on: '2026-11-20' }],
    // No word tells that the day is meant, and not the name of a report.
    ['a7 the minutes of 2026-11-20', { said: 'the minutes of 2026-11-20' }],
    ['a7 the minutes of last Friday', { said: 'the minutes of last Friday' }],
    ['a7 the minutes of yesterday', { said: 'the minutes of yesterday' }],
    ['a7 关于11月20日', { said: '关于11月20日' }],
    ['a7 the report on data security', { said: 'the report on data security' }],
    ['a7 a report on 27 comments', { said: 'a report on 27 comments' }],
    ['a7 on time', { said: 'on time' }],
    ['a7 自查报告', { said: '自查报告' }],
    ['a7 发布于官网', { said: '发布于官网' }],
    ['a7 https://example.org/2026-11-20', { said: 'https://example.org/2026-11-20' }],
  ])('%j', (text, said) => {
    expect(meant(text)).toStrictEqual({ name: 'a7', ...said })
  })

  test.each([
    'a7 on 20 Smarch',
    'a7 on 20 Nov we met',
    'a7 on November',
    'a7 minutes on Friday next to noon',
    'a7 minutes on the 20th',
    'a7 minutes on November 2026',
    'a7 on 2026',
    'a7 on Fryday',
    'a7 on 2026-02-30',
    'a7 minutes on 31 Nov',
    'a7 on 20–22 Nov',
    'a7 on Fri, 21 Nov',
    'a7 last week',
    'a7 于11月',
    'a7 会议纪要 于11月40日',
    'a7 于2026年11月',
    'a7 于上周',
    'a7 11月',
  ])('a day that can’t be read is told: %s', (text) => {
    expect(refusalOf(() => meant(text))).toBe('absence.no-day')
  })

  test.each([
    'a7 by Friday',
    'a7 before 5 December',
    'a7 周五前',
    'a7 12月5日之前',
    'a7 50%',
    'a7 about 80 %',
    'a7 ５０％',
    'a7 一半',
    'a7 百分之八十',
    'a7 七成',
    'a7 大部分',
    'a7 基本完成',
    'a7 soon',
    'a7 mostly',
    'a7 not yet',
    'a7 half',
    'a7 except annex B',
    'a7 除了附录B',
  ])('what is not all done is not done: %s', (text) => {
    expect(refusalOf(() => meant(text))).toBe('assignment.not-all-done')
  })

  test.each([
    '100%',
    'half-year report',
    'parts list',
    'by email',
    'before the plenary',
    'not-for-profit statement',
    '前言',
    '快报',
    '成果一览',
    '基本法条文对照',
    '会议前材料',
  ])('%s may show it', (said) => {
    expect(meant(`a7 ${said}`)).toStrictEqual({ name: 'a7', said })
  })
})

describe('another due day', () => {
  const today = '2026-11-24'
  /** It is due on 10 December. */
  const meant = (text: string, dueOn: string | undefined = '2026-12-10') => {
    const { due, why } = parseDue(text)
    return { why, ...(due !== undefined && { on: dueMeant(due, dueOn, today) }) }
  }

  test.each([
    ['a7', { why: '' }],
    ['a7 2026-12-31', { on: '2026-12-31', why: '' }],
    ['a7 2026-12-31 because the comments came late', { on: '2026-12-31', why: 'the comments came late' }],
    ['a7 2026-12-31 the comments came late', { on: '2026-12-31', why: 'the comments came late' }],
    ['a7 to 31 December 2026 because of that', { on: '2026-12-31', why: 'of that' }],
    ['a7 until Thu, 31 Dec 2026, because of that', { on: '2026-12-31', why: 'of that' }],
    ['a7 至2026年12月31日，因为意见较多', { on: '2026-12-31', why: '意见较多' }],
    ['a7 到 2026年12月31日因意见较多', { on: '2026-12-31', why: '意见较多' }],
    ['a7 because the comments came late', { why: 'the comments came late' }],
    ['a7 the comments came late', { why: 'the comments came late' }],
    // What does not stand first is told of: the modal asks for the day.
    ['a7 after the plenary on 2026-12-31', { why: 'after the plenary on 2026-12-31' }],
    ['a7 the lab only answers on 3 December 2026', { why: 'the lab only answers on 3 December 2026' }],
    ['a7 实验室十二月三日才答复', { why: '实验室十二月三日才答复' }],
    ['a7 by the lab', { why: 'by the lab' }],
    [
      'a7 by 2 weeks, the lab only answers on 3 December',
      { on: '2026-12-24', why: 'the lab only answers on 3 December' },
    ],
    [
      'a7 two weeks because the lab is away 1 to 3 Dec',
      { on: '2026-12-24', why: 'the lab is away 1 to 3 Dec' },
    ],
    ['a7 两周，实验室12月3日才答复', { on: '2026-12-24', why: '实验室12月3日才答复' }],
    [
      'a7 15 December, the lab is away 1 Dec to 3 Dec',
      { on: '2026-12-15', why: 'the lab is away 1 Dec to 3 Dec' },
    ],
    ['a7 十二月十五日，一月三日开会', { on: '2026-12-15', why: '一月三日开会' }],
    ['a7 12月15日，再等两周', { on: '2026-12-15', why: '再等两周' }],
    ['a7 延期至12月15日', { on: '2026-12-15', why: '' }],
    ['a7 the due date to 15 December because late', { on: '2026-12-15', why: 'late' }],
    ['a7 new due date: 15 December because late', { on: '2026-12-15', why: 'late' }],
    ['a7 the draft of 2026-11-20 was late', { why: 'the draft of 2026-11-20 was late' }],
    ['a7 to 15 December because of that', { on: '2026-12-15', why: 'of that' }],
    ['a7 Dec 15th', { on: '2026-12-15', why: '' }],
    ['a7 on 31 Dec', { on: '2026-12-31', why: '' }],
    ['a7 15 January because of that', { on: '2027-01-15', why: 'of that' }],
    ['a7 12月15日 因为意见来晚了', { on: '2026-12-15', why: '意见来晚了' }],
    ['a7到12月15日，意见来晚了', { on: '2026-12-15', why: '意见来晚了' }],
    ['a7 至1月15日', { on: '2027-01-15', why: '' }],
    ['a7 明天', { on: '2026-11-25', why: '' }],
    ['a7 by 2 weeks', { on: '2026-12-24', why: '' }],
    ['a7 by two weeks because of that', { on: '2026-12-24', why: 'of that' }],
    ['a7 two more days, the comments came late', { why: 'two more days, the comments came late' }],
    ['a7 10 days more, the comments came late', { on: '2026-12-20', why: 'the comments came late' }],
    ['a7 2w', { on: '2026-12-24', why: '' }],
    ['a7 两周', { on: '2026-12-24', why: '' }],
    ['a7延长两周，因为意见较多', { on: '2026-12-24', why: '意见较多' }],
    ['a7 再延期一个月 意见较多', { on: '2027-01-10', why: '意见较多' }],
    ['a7 半个月', { on: '2026-12-25', why: '' }],
    ['a7 十天', { on: '2026-12-20', why: '' }],
    // A month and a day of the calendar, and no spans.
    ['a7 3日', { why: '3日' }],
    ['a7 12月底', { why: '12月底' }],
    ['a7 十二月十五日 because late', { on: '2026-12-15', why: 'late' }],
    ['a7 至十二月十五日，因为意见较多', { on: '2026-12-15', why: '意见较多' }],
    ['a7 二〇二七年一月三十一号 意见较多', { on: '2027-01-31', why: '意见较多' }],
    ['a7 三月一日', { on: '2027-03-01', why: '' }],
    ['a7 十二月二十八日（周一）', { on: '2026-12-28', why: '' }],
    ['a7 十二月', { why: '十二月' }],
    ['a7 三月', { why: '三月' }],
    ['a7 二十八日', { why: '二十八日' }],
    ['a7 十二月一次会议', { why: '十二月一次会议' }],
    ['a7 三个月', { on: '2027-03-10', why: '' }],
    ['a7 延期3个月，意见较多', { on: '2027-03-10', why: '意见较多' }],
  ])('%j', (text, said) => {
    expect(meant(text)).toStrictEqual(said)
  })

  test('so much later counts from today where it is late already, or has no day', () => {
    expect(meant('a7 两周', '2026-11-13')).toMatchObject({ on: '2026-12-08' })
    const { due } = parseDue('a7 by 2 weeks')
    expect(due && dueMeant(due, undefined, today)).toBe('2026-12-08')
  })

  test.each([
    ['a7 2026-02-30', 'absence.no-day'],
    ['a7 December 2026', 'record.no-day'],
    ['a7 2027年3月', 'record.no-day'],
    ['a7 Fri, 31 Dec 2026', 'absence.no-day'],
    ['a7 十一月三十一日', 'absence.no-day'],
    ['a7 十二月二十八日周二', 'absence.no-day'],
  ])('not %j: %s', (text, why) => {
    expect(refusalOf(() => meant(text))).toBe(why)
  })
})

describe('several short names', () => {
  test.each([
    ['wg8-01', [], ''],
    ['wg8-01 and wg8-08', ['wg8-08'], ''],
    ['WG8-01 AND WG8-08', ['WG8-08'], ''],
    ['ｗｇ８－０１、ｗｇ８－０８', ['wg8-08'], ''],
    ['wg8-01, wg8-03', ['wg8-03'], ''],
    ['wg8-01,wg8-03, and wg8-04', ['wg8-03', 'wg8-04'], ''],
    ['wg8-01 wg8-08', ['wg8-08'], ''],
    ['wg8-01 & wg8-08', ['wg8-08'], ''],
    ['wg8-01/wg8-08', ['wg8-08'], ''],
    ['wg8-01+wg8-08', ['wg8-08'], ''],
    ['a7; a8', ['a8'], ''],
    ['wg8-01 as well as wg7-02', ['wg7-02'], ''],
    ['wg8-01 to wg8-03', ['wg8-03'], ''],
    ['wg8-01–wg8-03', ['wg8-03'], ''],
    ['wg8-01至wg8-03', ['wg8-03'], ''],
    ['wg8-01, 03', ['wg8-03'], ''],
    ['wg8-01、02', ['wg8-02'], ''],
    ['wg8-08、wg8-02', ['wg8-02'], ''],
    ['wg8-08和wg8-02', ['wg8-02'], ''],
    ['wg8-08 与 wg8-02', ['wg8-02'], ''],
    ['wg8-08以及wg8-02', ['wg8-02'], ''],
    ['wg8-08与wg8-02都写完了', ['wg8-02'], '都写完了'],
    ['wg8-04, wg8-03 because not needed', ['wg8-03'], 'because not needed'],
    ['wg8-04和wg8-03因为不需要', ['wg8-03'], '因为不需要'],
    ['wg8-04、wg8-03给示例茉莉', ['wg8-03'], '给示例茉莉'],
    ['wg8-01 and wg8-03 wait for the text', ['wg8-03'], 'wait for the text'],
    ['wg8-01, wg8-03 half written', ['wg8-03'], 'half written'],
    ['wg8-01 wg8-08 https://example.org/x', ['wg8-08'], 'https://example.org/x'],
    // What is said of one name is a sentence of its own.
    ['wg8-01 waits for the text of wg8-03', [], 'waits for the text of wg8-03'],
    ['wg8-04 because wg8-03 covers it', [], 'because wg8-03 covers it'],
    ['wg8-04 wg8-03 covers it', [], 'wg8-03 covers it'],
    ['wg8-04, wg8-03 is enough', [], 'wg8-03 is enough'],
    ['wg8-04: wg8-03 is enough', [], 'wg8-03 is enough'],
    ['wg8-01 by wg8-03', [], 'by wg8-03'],
    ['wg8-04 与wg8-03重复', [], '与wg8-03重复'],
    ['wg8-01 wg8-03已完成，本项继续', [], 'wg8-03已完成,本项继续'],
    ['wg8-01 等wg8-03的文本', [], '等wg8-03的文本'],
    ['wg8-01, 10 December', [], '10 December'],
    ['wg8-01, 08 December', [], '08 December'],
    ['wg8-01 GB/T 35273 and wg8-03', [], 'GB/T 35273 and wg8-03'],
    ['wg8-01 wg8-03x', [], 'wg8-03x'],
  ])('%s', (text, further, rest) => {
    expect(namesBehind(text)).toMatchObject({ further, rest })
  })
})

describe('a decision about the day that was asked for', () => {
  const today = '2026-11-24'
  test.each([
    ['a7', {}],
    ['a7 until 31 December', { on: '2026-12-31' }],
    ['a7 to 2026-12-31', { on: '2026-12-31' }],
    ['a7 12月31日', { on: '2026-12-31' }],
    ['a7延期至12月31日', { on: '2026-12-31' }],
    ['a7 more time until 31 December', { on: '2026-12-31' }],
    ['a7 by 2 weeks', { on: '2026-12-24' }],
    ['a7 the extension', {}],
    ['a7 as asked', {}],
    ['a7 的延期申请', {}],
    ['a7 because the comments are many', { why: 'the comments are many' }],
    ['a7 until 31 Dec because of the comments', { on: '2026-12-31', why: 'of the comments' }],
    ['a7 12月31日，因为意见较多', { on: '2026-12-31', why: '意见较多' }],
    // What follows may be a condition, and what looks like a day may be none.
    ['a7 until 31 December if the draft is there', { on: '2026-12-31', unread: true }],
    ['a7 only one week', { unread: true }],
    ['a7 but for the last time', { unread: true }],
    ['a7 December 2026', { unread: true }],
    ['a7 the 31st', { unread: true }],
    ['a7 12月底', { unread: true }],
    ['a7 31 Smarch', { unread: true }],
  ])('%s', (text, said) => {
    const { due, unread, why } = parseDecision(text)
    expect({
      ...(due !== undefined && { on: dueMeant(due, '2026-12-10', today) }),
      ...(unread !== undefined && { unread: true }),
      ...(why !== undefined && { why }),
    }).toStrictEqual(said)
  })
})
