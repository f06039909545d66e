import { expect, it } from 'vitest'
import { blankedCode } from './code-alone.ts'
import { lineAt, type SourceFile, sourceFiles } from './source-files.ts'

/** What a function may not reach for by itself, where it may, and what to do elsewhere. */
type Rule = { what: string; pattern: RegExp; places: readonly string[]; mend: string }

const processes = ['src/main.ts', 'src/cli.ts', 'src/runtime/']
// The practice workspace and the embedded server are programs of their own, with a clock and dice of their own.
const ownPrograms = ['src/sandbox/', 'src/store/embedded/']

const rules: Record<string, Rule> = {
  clock: {
    what: 'asks the clock',
    pattern:
      /\bnew Date(?:\(\s*\)|(?![\w(]))|(?<!new\s+)\bDate\(|\bDate\.now\b|\bperformance\.(?:now|timeOrigin)\b|\bhrtime\b|\bDateTime\.(?:now|local|utc)\b|\.format\(\s*\)/g,
    places: ['src/app.ts', ...processes, ...ownPrograms],
    mend: 'take `now: () => Date` as an argument',
  },
  zone: {
    what: "asks for this machine's time zone",
    pattern: /\bresolvedOptions\(\)|\bgetTimezoneOffset\b|\bSettings\.default/g,
    places: ['src/sandbox/'],
    mend: 'take the zone as an argument',
  },
  dice: {
    what: 'throws dice',
    pattern: /\bMath\.random\b|\brandom(?:UUID|Bytes|Int|FillSync)\b|\bgetRandomValues\b/g,
    places: ['src/app.ts', ...processes, ...ownPrograms],
    mend: 'take `newId: () => string` as an argument',
  },
  environment: {
    what: 'reads the environment',
    pattern: /\bprocess\.env\b|\bprocess\.argv\b|\benv\s*\}\s*=\s*process\b/g,
    places: [...processes, 'src/store/embedded/'],
    mend: 'add the setting to config/env.ts and take its value as an argument',
  },
  exit: {
    what: 'ends the process',
    pattern: /\bprocess\.(?:exit|exitCode|abort|kill)\b/g,
    // The embedded server is ended by its process id; that is what the others end themselves with.
    places: [...processes, 'src/store/embedded/'],
    mend: 'throw, and let main.ts or cli.ts decide',
  },
}

const files = sourceFiles('src', 'commands', 'jobs', 'config')

it.each(Object.entries(rules))('has no %s outside the few places that may have one', (_name, rule) => {
  expect(files.flatMap((file) => breaches(file, rule))).toEqual([])
})

it.each(Object.entries(rules))(
  'allows the %s to no place that does without',
  (_name, { pattern, places }) => {
    const idle = places.filter(
      (place) =>
        !processes.includes(place) && !files.some((file) => isIn(file, place) && uses(file, pattern)),
    )
    expect(idle).toEqual([])
  },
)

it.each([
  ['clock', 'new Date()', true],
  ['clock', 'new Date( )', true],
  ['clock', 'new Date', true],
  ['clock', 'Date()', true],
  ['clock', 'const at = Date.now', true],
  ['clock', 'DateTime.now()', true],
  ['clock', 'formatter.format()', true],
  ['clock', 'new Date(0)', false],
  ['clock', 'new DateTime(0)', false],
  ['clock', 'type Now = () => Date', false],
  ['clock', '// new Date()', false],
  ['clock', "'new Date()'", false],
  ['zone', 'new Intl.DateTimeFormat().resolvedOptions().timeZone', true],
  ['dice', "import { randomUUID } from 'node:crypto'", true],
  ['dice', 'Math.random()', true],
  ['environment', 'process.env.HOME', true],
  ['environment', 'const { env } = process', true],
  ['environment', 'processes.env', false],
  ['exit', 'process.exit(1)', true],
])('knows the %s in %s', (name, text, isBreach) => {
  const rule = rules[name]
  expect(rule && breaches({ path: 'src/domain/a.ts', text }, rule)).toHaveLength(isBreach ? 1 : 0)
})

function breaches(file: SourceFile, { what, pattern, places, mend }: Rule): string[] {
  if (places.some((place) => isIn(file, place))) return []
  const { alone } = blankedCode(file.text)
  return [...alone.matchAll(pattern)].map(
    (match) => `${file.path}:${lineAt(alone, match.index)} ${what} (${match[0]}): ${mend}`,
  )
}

function uses({ text }: SourceFile, pattern: RegExp): boolean {
  return blankedCode(text).alone.search(pattern) >= 0
}

function isIn({ path }: SourceFile, place: string): boolean {
  return place.endsWith('/') ? path.startsWith(place) : path === place
}
