import { describe, expect, it } from 'vitest'
import { emojiOf } from '../../../src/sandbox/page/mrkdwn/emoji.ts'
import { type Inline, parseInline } from '../../../src/sandbox/page/mrkdwn/parse-inline.ts'
import { parseMrkdwn } from '../../../src/sandbox/page/mrkdwn/parse-mrkdwn.ts'
import { formatSlackDate } from '../../../src/sandbox/page/mrkdwn/slack-date.ts'

/** A parsed text written out, marks by name, so that a table can hold it. */
function written(inlines: Inline[]): string {
  return inlines
    .map((inline) => {
      if (inline.kind === 'text') return inline.text
      if ('children' in inline) return `[${inline.kind} ${written(inline.children)}]`
      if (inline.kind === 'link') return `[link ${inline.href} ${inline.label}]`
      if (inline.kind === 'date')
        return `[date ${inline.at.toISOString()} ${inline.format}|${inline.fallback}]`
      if (inline.kind === 'code') return `[code ${inline.text}]`
      return `[${inline.kind} ${'id' in inline ? inline.id : inline.name}]`
    })
    .join('')
}

describe('parseInline', () => {
  it.each([
    ['*bold* _it_ ~no~ `a*b*c`', '[bold bold] [italic it] [strike no] [code a*b*c]'],
    ['*bold _both_*', '[bold bold [italic both]]'],
    ['2 * 3 * 4, a_b_c, x*y*z', '2 * 3 * 4, a_b_c, x*y*z'],
    ['《规则》*生效*。', '《规则》[bold 生效]。'],
    ['*标准：*已发布', '*标准：*已发布'],
    ['*not\nacross lines*', '*not\nacross lines*'],
    ['# 5\n---\n1. one [x](y)', '# 5\n---\n1. one [x](y)'],
    ['a &lt;b&gt; &amp;amp;', 'a <b> &amp;'],
    ['<b>x</b> <U1>', '<b>x</b> <U1>'],
    [
      '<@U1> <@U2|lin> <#C1|wg> <!here> <!subteam^S1|@x>',
      '[user U1] [user U2] [channel C1] [broadcast here] [group S1]',
    ],
    ['<https://a.b/c?x=1&amp;y=2|a label>', '[link https://a.b/c?x=1&y=2 a label]'],
    ['*<https://a.b/x_y*z|z>*', '[bold [link https://a.b/x_y*z z]]'],
    ['<mailto:a@b.c>', '[link mailto:a@b.c a@b.c]'],
    ['<javascript:alert(1)|x>', '<javascript:alert(1)|x>'],
    ['见 https://a.b/c_d_e。', '见 [link https://a.b/c_d_e https://a.b/c_d_e]。'],
    ['<!date^1796000000^{date_short}|soon>', '[date 2026-11-30T00:53:20.000Z {date_short}|soon]'],
    [':tada: 10:30:45 :+1:', '[emoji tada] 10[emoji 30]45 [emoji +1]'],
  ])('%s', (source, expected) => {
    expect(written(parseInline(source))).toBe(expected)
  })
})

it('tells quotes and code apart from paragraphs', () => {
  const kinds = (text: string) =>
    parseMrkdwn(text).map((passage) =>
      passage.kind === 'pre' ? ['pre', passage.text] : [passage.kind, written(passage.children)],
    )
  expect(kinds('a\n&gt; b\n> c\nd')).toEqual([
    ['paragraph', 'a'],
    ['quote', 'b\nc'],
    ['paragraph', 'd'],
  ])
  expect(kinds('x\n```\n*a* &lt;\n  b\n```\ny')).toEqual([
    ['paragraph', 'x'],
    ['pre', '*a* <\n  b'],
    ['paragraph', 'y'],
  ])
  expect(kinds('open ``` end')).toEqual([
    ['paragraph', 'open '],
    ['paragraph', '``` end'],
  ])
  expect(kinds('&gt;&gt;&gt; all\nthe rest')).toEqual([['quote', 'all\nthe rest']])
})

it.each([
  ['tada', '🎉'],
  ['+1', '👍'],
  ['ok', '🆗'],
  ['flag-cn', '🇨🇳'],
  ['wave::skin-tone-3', '👋🏼'],
  ['nope', null],
])('draws :%s:', (name, emoji) => {
  expect(emojiOf(name)).toBe(emoji)
})

describe('formatSlackDate', () => {
  const at = new Date('2026-12-04T16:30:00Z')
  const now = new Date('2026-12-04T10:00:00Z')
  const berlin = { locale: 'en-GB', zone: 'Europe/Berlin' }
  const beijing = { locale: 'zh-CN', zone: 'Asia/Shanghai' }
  it.each([
    ['{date_num} {time}', berlin, '2026-12-04 17:30'],
    ['{date_num} {time}', beijing, '2026-12-05 00:30'],
    ['{date_short}', beijing, '2026年12月5日'],
    ['{date_long}', beijing, '2026年12月5日星期六'],
    ['{date_pretty}', berlin, 'today'],
    ['{date_pretty}', beijing, '明天'],
    ['{ago}', berlin, 'in 7 hours'],
    ['{unheard_of}', berlin, 'fallback'],
  ])('%s', (format, speech, expected) => {
    expect(formatSlackDate(at, format, 'fallback', speech, now)).toBe(expected)
  })
})
