import { existsSync } from 'node:fs'
import { expect, it } from 'vitest'
import packageFile from '../../package.json' with { type: 'json' }
import { importRules, objection } from './import-rules.ts'
import { importsOf, targetOf } from './imports-of.ts'
import { sourceFiles, top } from './source-files.ts'

const files = sourceFiles('src', 'commands', 'jobs', 'config')
const imports = files.flatMap(({ path, text }) =>
  importsOf(text).map(({ from, isType }) => ({ file: path, target: targetOf(path, from), isType })),
)

it('lets no folder import what it may not', () => {
  expect(imports.flatMap(({ file, target, isType }) => objection(file, target, isType) ?? [])).toEqual([])
})

it('has no rule for a place that is not there', () => {
  expect(Object.keys(importRules).filter((place) => !existsSync(`${top}${place}`))).toEqual([])
})

it('uses no package that package.json does not name', () => {
  const named = new Set([...Object.keys(packageFile.dependencies), 'vitest'])
  const unnamed = imports.flatMap(({ file, target }) =>
    'path' in target || target.package.startsWith('node:') || named.has(target.package)
      ? []
      : [
          `${file}: ${target.package} is there by another package's grace; name it in package.json or do without`,
        ],
  )
  expect(unnamed).toEqual([])
})

// Slack's blocks hold blocks, and so do the page's.
it('has no two files that need each other before either can run, but for blocks in blocks', () => {
  const needs = new Map<string, string[]>(files.map(({ path }) => [path, []]))
  for (const { file, target, isType } of imports)
    if (!isType && 'path' in target && needs.has(target.path)) needs.get(file)?.push(target.path)
  expect(circles(needs).filter((way) => !way.startsWith('src/sandbox/page/blocks/'))).toEqual([])
})

it.each<[string, Parameters<typeof objection>, RegExp | undefined]>([
  ['a rule in peace', ['src/domain/a/rules.ts', { path: 'src/domain/b/rules.ts' }, false], undefined],
  [
    'a rule at the database',
    ['src/domain/a/rules.ts', { package: 'pg' }, false],
    /one door is another folder/,
  ],
  [
    'a rule that draws',
    ['src/domain/a/rules.ts', { path: 'src/views/blocks.ts' }, true],
    /may import nothing/,
  ],
  ['a view that throws', ['src/views/a.ts', { path: 'src/contract/errors.ts' }, false], /say `import type`/],
  ['a view that names an error', ['src/views/a.ts', { path: 'src/contract/errors.ts' }, true], undefined],
  ['a view with Slack types', ['src/views/a.ts', { package: '@slack/types' }, true], undefined],
  ['a view with Slack values', ['src/views/a.ts', { package: '@slack/types' }, false], /say `import type`/],
  [
    'a command that runs a job',
    ['commands/slash/a.ts', { path: 'jobs/index.ts' }, false],
    /Pass it in, or move it/,
  ],
  [
    'a command in the store',
    ['commands/slash/a.ts', { path: 'src/store/members.ts' }, false],
    /may import src\/contract/,
  ],
  ['a practice that peeks', ['src/sandbox/a.ts', { path: 'src/app.ts' }, true], /may import nothing/],
  ['a new folder', ['src/publish/a.ts', { package: 'zod' }, false], /in the table/],
  [
    'a neighbour by name alone',
    ['src/store/a.ts', { path: 'src/domainless/a.ts' }, false],
    /src\/store may import/,
  ],
])('judges %s', (_name, question, words) => {
  const said = objection(...question)
  if (words === undefined) expect(said).toBeUndefined()
  else expect(said).toMatch(words)
})

/** Each way that leads back to where it began, told once. */
function circles(needs: ReadonlyMap<string, readonly string[]>): string[] {
  const found: string[] = []
  const done = new Set<string>()
  const follow = (file: string, way: string[]) => {
    if (way.includes(file)) found.push([...way.slice(way.indexOf(file)), file].join(' → '))
    if (done.has(file)) return
    done.add(file)
    for (const next of needs.get(file) ?? []) follow(next, [...way, file])
  }
  for (const file of needs.keys()) follow(file, [])
  return found
}
