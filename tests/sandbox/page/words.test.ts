import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import en from '../../../src/sandbox/page/locales/en.json' with { type: 'json' }
import zhCn from '../../../src/sandbox/page/locales/zh-CN.json' with { type: 'json' }
import { wordsFor } from '../../../src/sandbox/page/text/words.ts'

const folder = fileURLToPath(new URL('../../../src/sandbox/page/', import.meta.url))
const source = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.tsx?$/.test(path))
  .map((path) => readFileSync(`${folder}${path}`, 'utf8'))
  .join('\n')
const names = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort()

it('says everything in both languages, with the same values to fill in', () => {
  expect(Object.keys(zhCn)).toEqual(Object.keys(en))
  for (const [key, text] of Object.entries(en))
    expect([key, names(zhCn[key as keyof typeof en])]).toEqual([key, names(text)])
})

it('has no words that the page never says', () => {
  expect(Object.keys(en).filter((key) => !source.includes(`'${key}'`))).toEqual([])
})

it.each([
  ['zh-CN', '应用'],
  ['zh-TW', '应用'],
  ['en-GB', 'App'],
  ['fr-FR', 'App'],
])('speaks to %s', (locale, word) => {
  expect(wordsFor(locale)('messages.app')).toBe(word)
})

it('fills in values, and leaves a name that has none as it is', () => {
  expect(wordsFor('en')('rail.unread', { count: 3 })).toBe('3 unread')
  expect(wordsFor('en')('rail.unread')).toBe('{count} unread')
})
