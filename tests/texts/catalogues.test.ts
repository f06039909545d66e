import { IntlMessageFormat } from 'intl-messageformat'
import { describe, expect, it } from 'vitest'
import en from '../../config/locales/en.json' with { type: 'json' }
import zhCn from '../../config/locales/zh-CN.json' with { type: 'json' }
import { blankedCode } from '../house/code-alone.ts'
import { filesIn, sourceFiles } from '../house/source-files.ts'
import { families, writtenBeginnings, writtenKeys } from './catalogue-keys.ts'

type Catalogue = Record<string, string>
const catalogues: [string, Catalogue][] = [
  ['en', en],
  ['zh-CN', zhCn],
]
const code = sourceFiles('src', 'commands', 'jobs').filter(({ path }) => !path.startsWith('src/sandbox/'))
const ast = (text: string, language: string) =>
  new IntlMessageFormat(text, language, {}, { ignoreTag: true }).getAst()
type Element = ReturnType<typeof ast>[number]

it('has a catalogue for each language and no other', () => {
  expect(filesIn('config/locales')).toEqual(['config/locales/en.json', 'config/locales/zh-CN.json'])
})

it('says the same things in both languages', () => {
  expect(Object.keys(zhCn)).toEqual(Object.keys(en))
})

describe.each(catalogues)('%s', (language, catalogue) => {
  it('is in the order of its keys', () => {
    const keys = Object.keys(catalogue)
    expect(keys).toEqual([...keys].sort((a, b) => (a < b ? -1 : 1)))
  })

  it('can be read', () => {
    const faults = Object.entries(catalogue).flatMap(([key, text]) => {
      try {
        ast(text, language)
        return text.trim() === text || key === 'list.comma' ? [] : [`${key}: blanks at its ends`]
      } catch (error) {
        return [`${key}: ${String(error)}`]
      }
    })
    expect(faults).toEqual([])
  })

  it('has a word for every number and every choice', () => {
    const faults = Object.entries(catalogue).flatMap(([key, text]) =>
      choices(ast(text, language))
        .filter((options) => !options.includes('other'))
        .map(() => key),
    )
    expect(faults).toEqual([])
  })
})

it('uses the same values in both languages, and makes the same choices', () => {
  for (const [key, text] of Object.entries(en)) {
    const zh = ast((zhCn as Catalogue)[key] ?? '', 'zh-CN')
    expect([key, values(zh)]).toEqual([key, values(ast(text, 'en'))])
    expect([key, selections(zh)]).toEqual([key, selections(ast(text, 'en'))])
  }
})

it('knows how every key that is put together ends', () => {
  const unknown = code.flatMap(({ path, text }) =>
    writtenBeginnings(text)
      .filter((beginning) => families[beginning] === undefined)
      .map((beginning) => `${path}: add ${beginning} to the families in tests/texts/catalogue-keys.ts`),
  )
  expect(unknown).toEqual([])
})

const written = new Set(code.flatMap(({ text }) => writtenKeys(text)))
const begun = new Set(code.flatMap(({ text }) => writtenBeginnings(text)))
const expanded = [...begun].flatMap((beginning) =>
  (families[beginning] ?? []).map((end) => `${beginning}${end}`),
)

it('has a text for every key that is put together', () => {
  expect(expanded.filter((key) => !(key in en))).toEqual([])
  expect(Object.keys(families).filter((beginning) => !begun.has(beginning))).toEqual([])
})

it('has a text for every key that is asked for', () => {
  const asked =
    /(?:\bsay|\btexts\([^()]*\)|\bUserError|\bplainMessage)\(\s*'([^']+)'|\b(?:summary|key): '([^']+)'/g
  const missing = code.flatMap(({ path, text }) =>
    [...blankedCode(text).withTexts.matchAll(asked)]
      .map(([, first, second]) => first ?? second ?? '')
      .filter((key) => !(key in en) && key.includes('.'))
      .map((key) => `${path}: ${key}`),
  )
  expect(missing).toEqual([])
})

it('has no text that is never said', () => {
  const used = new Set([...written, ...expanded])
  expect(Object.keys(en).filter((key) => !used.has(key))).toEqual([])
})

/** Latin words that a Chinese sentence may hold: names, and what people type. */
const latin = new Set([
  'Rapporteur',
  'cron',
  'Slack',
  'WG8',
  'ISO',
  'ISO/IEC',
  'CEN',
  'BOSS',
  'DIS',
  'FDIS',
  'http',
  'https',
])

it('leaves no English words in a Chinese sentence', () => {
  const left = Object.entries(zhCn).flatMap(
    ([key, text]) =>
      words(ast(text, 'zh-CN'))
        // What stands between backticks is typed as it is.
        .replaceAll(/`[^`]*`/g, '')
        .match(/[A-Za-z][\w/-]*/g)
        ?.filter((word) => !latin.has(word))
        .map((word) => `${key}: ${word}`) ?? [],
  )
  expect(left).toEqual([])
})

it('leaves no Chinese in an English sentence, but for what is typed', () => {
  const left = Object.entries(en).filter(([, text]) =>
    /\p{Script=Han}/u.test(words(ast(text, 'en')).replaceAll(/`[^`]*`/g, '')),
  )
  expect(left).toEqual([])
})

it('punctuates Chinese as Chinese', () => {
  const wrong = Object.entries(zhCn).filter(([, text]) =>
    /\p{Script=Han}\s?[,;!?]|\p{Script=Han}[.:](?:\s|$)/u.test(
      words(ast(text, 'zh-CN')).replaceAll(/`[^`]*`/g, ''),
    ),
  )
  expect(wrong).toEqual([])
})

it('closes every mark that opens code', () => {
  for (const [key, text] of [...Object.entries(en), ...Object.entries(zhCn)])
    expect([key, (text.match(/`/g)?.length ?? 0) % 2]).toEqual([key, 0])
})

/** The parts of a plural or select, wherever it stands. */
function nested(element: Element): Element[][] {
  return 'options' in element ? Object.values(element.options).map(({ value }) => value) : []
}

/** The names of the values that a text needs, each once. */
function values(elements: readonly Element[]): string[] {
  const names = elements.flatMap((element) => [
    ...('value' in element && !isWords(element) ? [element.value] : []),
    ...nested(element).flatMap(values),
  ])
  return [...new Set(names)].sort()
}

/** What each select may be given: these are the program's words, the same in every language. */
function selections(elements: readonly Element[]): string[] {
  return elements.flatMap((element) => [
    ...('options' in element && !('pluralType' in element)
      ? [`${element.value}: ${Object.keys(element.options).sort().join(' ')}`]
      : []),
    ...nested(element).flatMap(selections),
  ])
}

function choices(elements: readonly Element[]): string[][] {
  return elements.flatMap((element) => [
    ...('options' in element ? [Object.keys(element.options)] : []),
    ...nested(element).flatMap(choices),
  ])
}

/** All that is said, whatever is chosen, without the values. */
function words(elements: readonly Element[]): string {
  return elements
    .map((element) => (isWords(element) ? element.value : nested(element).map(words).join(' ')))
    .join(' ')
}

function isWords(element: Element): element is Extract<Element, { type: 0 }> {
  return element.type === 0
}
