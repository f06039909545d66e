import { expect, it } from 'vitest'
import { blankedCode } from './code-alone.ts'
import { lineAt, type SourceFile, sourceFiles } from './source-files.ts'

const folders = [
  'domain',
  'contract',
  'views',
  'texts',
  'files',
  'store',
  'slack',
  'queue',
  'runtime',
  'operator',
]
const files = sourceFiles(...folders.map((folder) => `src/${folder}`), 'config', 'src/app.ts')

const exported =
  /^export (?:async )?function\*? (\w+)|^export const (\w+)(?::[^=\n]*)? = (?:async )?(?:\([^)\n]*\)|\w+)(?::[^=\n]+)? =>/gm

it('says of every exported function what it means', () => {
  expect(files.flatMap(undocumented)).toEqual([])
})

it.each([
  ['/** Says a. */\nexport function a() {}', 0],
  ['/**\n * Says a.\n */\nexport const a = (b: string) => b', 0],
  ['/** Says a. */\nexport const a: A = async (b) => b', 0],
  ['export function a() {}', 1],
  ['export async function a() {}', 1],
  ['// a\nexport function a() {}', 1],
  ['/* a */\nexport const a = (b: string): string => b', 1],
  ['/** Of something else. */\n\nexport function a() {}', 1],
  ['/** Says a. */\nexport function a(b: B): B\nexport function a(b: C): C {}', 0],
  ['export const a = 1', 0],
  ['function a() {}', 0],
])('judges %j', (text, count) => {
  expect(undocumented({ path: 'a.ts', text })).toHaveLength(count)
})

function undocumented({ path, text }: SourceFile): string[] {
  const { alone } = blankedCode(text)
  const found = [...alone.matchAll(exported)].map(({ 1: name, 2: other = '', index }) => ({
    name: name ?? other,
    index,
  }))
  return (
    found
      // What follows an overload of its own is said above the first.
      .filter(({ name }, i) => found[i - 1]?.name !== name)
      .filter(({ index }) => !/\/\*\*(?:(?!\*\/)[\s\S])*\*\/\n$/.test(text.slice(0, index)))
      .map(
        ({ name, index }) =>
          `${path}:${lineAt(text, index)} ${name}: say above it, in a /** */ block, what it means, in which units, and what it throws`,
      )
  )
}
