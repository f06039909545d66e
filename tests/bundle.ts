import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

/** A program with all that it needs in a few files, which Node starts five times as fast as its sources. */
export type Bundle = { path: string; remove(): Promise<void> }

/** What packages that were written for CommonJS expect to find. */
const banner = `
import { createRequire as requireOf } from 'node:module'
import { dirname as folderOf } from 'node:path'
import { fileURLToPath as pathOf } from 'node:url'
const require = requireOf(import.meta.url)
const __filename = pathOf(import.meta.url)
const __dirname = folderOf(__filename)`

/** The practice workspace's page, and a driver that is not installed: a bot that has its Slack given needs neither. */
const leftOut = ['./page/bundle.ts', 'pg-native']

/** Bundles a program, named as from the project's folder. What it loads only when it is needed stays apart, and unread till then. */
export async function bundled(program: string): Promise<Bundle> {
  const folder = await mkdtemp(join(tmpdir(), 'rapporteur-bundle-'))
  const entry = fileURLToPath(new URL(`../${program}`, import.meta.url))
  await build({
    entryPoints: [entry],
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    external: leftOut,
    banner: { js: banner },
    platform: 'node',
    format: 'esm',
    target: 'node20',
    logLevel: 'error',
  })
  return {
    path: join(folder, `${basename(entry, '.ts')}.mjs`),
    remove: () => rm(folder, { recursive: true, force: true }),
  }
}
