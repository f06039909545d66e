import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

export type PageAssets = { html: string; js: string; css: string }

let bundled: Promise<PageAssets> | undefined

/**
 * The sandbox's web page, bundled from this folder once a process. Nothing in it is loaded from anywhere but
 * the server that serves it.
 *
 * @throws when a source file of the page does not compile
 */
export function pageAssets(): Promise<PageAssets> {
  bundled ??= bundlePage()
  return bundled
}

const source = (path: string) => fileURLToPath(new URL(path, import.meta.url))

async function bundlePage(): Promise<PageAssets> {
  const [html, result] = await Promise.all([
    readFile(new URL('./shell.html', import.meta.url), 'utf8'),
    build({
      entryPoints: [source('./main.tsx'), source('./styles/page.css')],
      outdir: 'page',
      bundle: true,
      write: false,
      minify: true,
      format: 'esm',
      target: ['es2022'],
      jsx: 'automatic',
      define: { 'process.env.NODE_ENV': '"production"' },
      logLevel: 'silent',
    }),
  ])
  const output = (ending: string) => result.outputFiles.find((file) => file.path.endsWith(ending))?.text ?? ''
  return { html, js: output('.js'), css: output('.css') }
}
