import { basename } from 'node:path'
import { describe, expect, it } from 'vitest'
import { blankedCode } from './code-alone.ts'
import { filesIn, lineAt, sourceFiles } from './source-files.ts'

const folders = ['src', 'commands', 'jobs', 'config', 'tests']
const files = sourceFiles(...folders).map(({ path, text }) => ({ path, alone: blankedCode(text).alone }))

const forbidden: [what: string, pattern: RegExp, mend: string, exceptions: readonly string[]][] = [
  [
    'a default export',
    /^export default\b|\bas default\b/gm,
    'export it by name',
    ['config/vitest.config.ts'],
  ],
  ['an enum', /^\s*(?:export\s+)?(?:declare\s+)?(?:const\s+)?enum\s+\w/gm, 'write a union of texts', []],
  ['a decorator', /^\s*@[A-Za-z_]\w*/gm, 'call the function', []],
  [
    'a class that is no error',
    /\bclass\s+(?!\w+\s+extends\s+(?:[\w.]*Error)\b)\w+/g,
    'write a function that returns functions',
    // The test runner asks for a class.
    ['config/vitest.config.ts'],
  ],
  ['a namespace', /^\s*(?:export\s+)?(?:declare\s+)?(?:namespace\s+\w|module\s+\w)/gm, 'write a module', []],
  ['any', /(?:[:<|,]\s*|\bas\s+)any\b(?!\s*\()/g, 'say `unknown`, or what it is', []],
]

describe.each(forbidden)('%s', (what, pattern, mend, exceptions) => {
  it('is nowhere', () => {
    const found = files
      .filter(({ path }) => !exceptions.includes(path))
      .flatMap(({ path, alone }) =>
        [...alone.matchAll(pattern)].map(
          ({ index }) => `${path}:${lineAt(alone, index)} has ${what}: ${mend}`,
        ),
      )
    expect(found).toEqual([])
  })
})

it.each([
  ['a default export', 'export default 1', true],
  ['a default export', 'const exportDefault = 1', false],
  ['an enum', 'export const enum A {}', true],
  ['an enum', 'z.enum([])', false],
  ['a decorator', '@injectable()\nclass AError extends Error {}', true],
  ['a decorator', "import a from '@slack/bolt'", false],
  ['a class that is no error', 'class Store {}', true],
  ['a class that is no error', 'class Store extends Base {}', true],
  ['a class that is no error', 'export class AError extends Error {}', false],
  ['any', 'let a: any', true],
  ['any', 'expect.any(String)', false],
])('knows %s in %s', (name, text, isFound) => {
  const pattern = forbidden.find(([what]) => what === name)?.[1]
  expect([...blankedCode(text).alone.matchAll(pattern ?? /^$/g)]).toHaveLength(isFound ? 1 : 0)
})

it('names files and folders in kebab-case', () => {
  // A dot parts a name from its kind, a language's name is as others write it.
  const wrong = folders
    .flatMap(filesIn)
    .filter((path) => !path.includes('__snapshots__/') && !/\/(README\.md|locales\/zh-CN\.json)$/.test(path))
    .filter((path) => !path.split('/').every((part) => /^\.?[a-z0-9]+(?:[-.][a-z0-9]+)*$/.test(part)))
  expect(wrong).toEqual([])
})

it('says in every name what the file is about', () => {
  const empty = /(^|[-.])(utils?|helpers?|misc|commons?|managers?|shared|stuff)([-.]|$)/
  // An event is named as Slack does.
  const wrong = folders
    .flatMap(filesIn)
    .filter((path) => !path.startsWith('commands/events/'))
    .filter((path) => path.split('/').some((part) => empty.test(part)))
  expect(wrong.map((path) => `${path}: name it after what it does`)).toEqual([])
})

it('gives a file that exports a function of its name no other spelling of it', () => {
  const wrong = sourceFiles('src', 'commands', 'jobs', 'config').flatMap(({ path, text }) => {
    const name = basename(path).replace(/\.tsx?$/, '')
    const plain = name.replaceAll('-', '').toLowerCase()
    const camel = name.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase())
    const Pascal = camel.charAt(0).toUpperCase() + camel.slice(1)
    return [...blankedCode(text).alone.matchAll(/^export (?:async )?(?:function|const|class|type) (\w+)/gm)]
      .map(([, exported = '']) => exported)
      .filter((exported) => exported.toLowerCase() === plain && exported !== camel && exported !== Pascal)
      .map((exported) => `${path} exports ${exported}: write ${camel}`)
  })
  expect(wrong).toEqual([])
})
