import { describe, expect, test } from 'vitest'
import { stringify } from 'yaml'
import { languages } from '../../src/domain/language/rules.ts'
import { checkedBlocks, checkedView } from '../../src/sandbox/blocks/check-blocks.ts'
import { digestContent, gallery, type Picture, reminderContent } from './gallery.ts'
import { largest } from './largest.ts'
import { realistic } from './realistic.ts'

/** Slack cuts a message's text behind this. */
const longestText = 4_000

/** Throws what Slack would answer. */
function check(picture: Picture): void {
  if ('type' in picture) checkedView(picture, picture.type)
  else checkedBlocks(picture.blocks, 'message')
}

/** Every text in which Slack reads marks. */
function marked(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(marked)
  if (typeof value !== 'object' || value === null) return []
  const own = 'type' in value && value.type === 'mrkdwn' && 'text' in value ? [String(value.text)] : []
  return [...own, ...Object.values(value).flatMap(marked)]
}

const textsOf = (picture: Picture) => [
  ...marked(picture.blocks),
  ...('type' in picture ? [] : [picture.text]),
]

/** What the bot itself writes in angle brackets: a moment, the link to a source, the channels it knows by id; and quotes. */
const own =
  /<!date\^\d+\^\{date_short_pretty\} \{time\}\|[^<>]*>|<https:\/\/(?:example|openstd)\.[^|<>]*\|[^<>]*>|<#C000000[89](?:\|[^<>]*)?>|^>(?: |$)/gm

/** Slack makes nothing bold that touches a letter, and no word in Chinese ends with a blank. */
const gluedBold = /[\p{L}\p{N}]\*[^*\n ][^*\n]*\*|\*[^*\n ][^*\n]*\*[\p{L}\p{N}]/u

describe.each(languages)('in %s', (language) => {
  const atLargest = gallery(largest, language)
  describe.each(Object.entries(gallery(realistic, language)))('%s', (name, picture) => {
    test('reads as it always did', async () => {
      check(picture)
      const file = `__snapshots__/${name.replaceAll(/[^\w.-]+/g, '-')}.${language}.yaml`
      await expect(stringify(picture, { lineWidth: 0 })).toMatchFileSnapshot(file)
    })

    test('lets nothing of what it is given act as markup', () => {
      for (const text of textsOf(picture)) expect(text.replaceAll(own, '')).not.toMatch(/[<>]/)
    })

    test('shows no star that was to make bold', () => {
      for (const text of textsOf(picture)) expect(text).not.toMatch(gluedBold)
    })
  })

  describe.each(Object.entries(atLargest))('at its largest, %s', (_name, picture) => {
    test('is taken by Slack', () => {
      expect(() => check(picture)).not.toThrow()
      if ('text' in picture) expect(picture.text.length).toBeLessThanOrEqual(longestText)
    })

    test('lets nothing of what it is given act as markup, nor cuts what it made harmless', () => {
      for (const text of textsOf(picture)) {
        const rest = text.replaceAll(own, '')
        expect(rest).not.toMatch(/[<>]/)
        expect(rest).not.toMatch(/&(?!amp;|lt;|gt;)/)
        expect(rest).not.toMatch(/\p{Surrogate}/u)
      }
    })
  })

  test('what a notice leaves out is counted', () => {
    const pictures = atLargest
    const reminder = reminderContent(largest)
    const digest = digestContent(largest)
    const told = (picture: Picture | undefined) => {
      const text = (picture === undefined ? [] : marked(picture.blocks)).join('\n')
      const named = text.match(/^• /gm)?.length ?? 0
      const left =
        language === 'en' ? /^and (\d+) more(?:$|: `rapporteur)/gm : /^另有 (\d+) (?:项$|个：`rapporteur)/gm
      const counted = [...text.matchAll(left)]
      return named + counted.reduce((sum, [, count]) => sum + Number(count), 0)
    }
    expect(told(pictures.reminder)).toBe(reminder.overdue.length + reminder.soon.length)
    expect(told(pictures.digest)).toBe(
      [digest.moves, digest.twins, digest.done, digest.overdue, digest.ahead].flat().length,
    )
    expect(told(pictures['assignments, of everybody'])).toBe(
      largest.assignments.filter(({ state }) => state === 'open').length,
    )
    expect(told(pictures.groups)).toBe(largest.groups.length)
    expect(told(pictures['report, all in trouble'])).toBe(largest.groups.length)
  })
})
