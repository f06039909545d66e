import { expect, it } from 'vitest'
import { blankedCode } from './code-alone.ts'
import { type Import, importsOf, targetOf } from './imports-of.ts'

const value = (from: string): Import => ({ from, isType: false })
/** A placeholder in a text that is itself only quoted would look like a slip. */
const dollars = (text: string) => text.replaceAll('§', '$')
const type = (from: string): Import => ({ from, isType: true })

it.each<[string, Import[]]>([
  [`import a from 'a'`, [value('a')]],
  [`import a, { b } from "a"`, [value('a')]],
  [`import * as a from 'a'`, [value('a')]],
  [`import 'a'`, [value('a')]],
  [`import {\n  a, // one\n  type B,\n} from 'a'`, [value('a')]],
  [`import type { A } from 'a'`, [type('a')]],
  [`import { type A, type B } from 'a'`, [type('a')]],
  [`import en from '../en.json' with { type: 'json' }`, [value('../en.json')]],
  [`export { a } from './a.ts'`, [value('./a.ts')]],
  [`export * from './a.ts'`, [value('./a.ts')]],
  [`export type { A } from './a.ts'`, [type('./a.ts')]],
  [`export { a }\nimport type { B } from 'b'`, [type('b')]],
  [`const { a } = await import('a')`, [value('a')]],
  [`let a: typeof import('a')`, [type('a')]],
  [`const a = { b: typeof x }\nimport b from 'b'`, [value('b')]],
  [`// import a from 'a'\n/* import 'b' */`, []],
  ["const a = `import b from 'b'`; const c = 'import \"d\"'", []],
  [dollars("`§{await import('a')} import 'b'`"), [value('a')]],
  [`const quote = /['"\`/]/g; import('a')`, [value('a')]],
  [`const half = total / 2 // it's\nimport a from 'a'`, [value('a')]],
  [`export const from = 'a'`, []],
])('reads %j', (source, imports) => {
  expect(importsOf(source)).toEqual(imports)
})

it('keeps every offset and line of what it blanks', () => {
  const source = dollars('a /* b\nc */ + `d §{ { e: "f" }.e } g`; // h\n/i["/]/.test(j)')
  expect(blankedCode(source)).toEqual({
    withTexts: dollars('a     \n     + `d §{ { e: "f" }.e } g`;     \n/i["/]/.test(j)'),
    alone: dollars('a     \n     + `  §{ { e: " " }.e }  `;     \n/     /.test(j)'),
  })
})

it.each([
  ['src/views/a.ts', '../domain/b.ts', { path: 'src/domain/b.ts' }],
  ['src/cli.ts', '../commands/index.ts', { path: 'commands/index.ts' }],
  ['src/a.ts', 'node:fs/promises', { package: 'node:fs/promises' }],
  ['src/a.ts', '@slack/bolt/dist/App', { package: '@slack/bolt' }],
  ['src/a.ts', 'csv-parse/sync', { package: 'csv-parse' }],
])('follows from %s to %s', (file, from, target) => {
  expect(targetOf(file, from)).toEqual(target)
})
