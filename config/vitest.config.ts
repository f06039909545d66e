import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** Tests of these rooms mostly start nothing but a database of their own. */
const rooms = [
  'commands',
  'config',
  'contract',
  'domain',
  'files',
  'house',
  'jobs',
  'operator',
  'runtime',
  'sandbox',
  'slack',
  'store',
  'texts',
  'views',
].map((room) => `tests/${room}/**/*.test.{ts,tsx}`)

/** What takes a minute or more begins first: begun last, it would be waited for alone. */
class SlowFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification) =>
      /\/tests\/(?:faults|browser)\/|\/(?:main|cli)\.test\.ts$/.test(moduleId) ? 0 : 1
    return (await super.sort(files)).sort((a, b) => rank(a) - rank(b))
  }
}

/** A text as a pattern for itself. */
const escaped = (text: string) => text.replaceAll(/[$()*+.?[\\\]^{|}]/g, '\\$&')

const root = fileURLToPath(new URL('..', import.meta.url))

const each = {
  testTimeout: 30_000,
  hookTimeout: 60_000,
  // Test files leave nothing behind, so that a worker reads the modules once for all of them; a module of tests/ that they
  // share is read once as well, and may not end with the first file what it began for all.
  isolate: false,
  // The program is read by Node as it is when it runs, once for all files of a worker; only the tests are Vitest's to read.
  server: { deps: { external: [new RegExp(`^${escaped(root)}(?:src|commands|jobs)/`)] } },
  execArgv: ['--import', 'tsx', '--no-deprecation'],
}

export default defineConfig({
  test: {
    root,
    globalSetup: ['tests/database-server.ts', 'tests/bundle-server.ts'],
    // Most files wait for servers and processes of their own, so two at a time fit on two cores; three are too many.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    sequence: { sequencer: SlowFirst },
    projects: [
      { test: { ...each, name: 'rooms', include: rooms } },
      {
        test: {
          ...each,
          // A whole program may take forty seconds to start on a busy machine.
          testTimeout: 90_000,
          name: 'programs',
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: rooms,
        },
      },
    ],
  },
})
