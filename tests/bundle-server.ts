import { createServer } from 'node:http'
import { inject } from 'vitest'
import type { TestProject } from 'vitest/node'
import { type Bundle, bundled } from './bundle.ts'

declare module 'vitest' {
  interface ProvidedContext {
    bundleServer: string
  }
}

/** Each program is bundled once for the whole run, when the first test file asks for it; all of them end with the run. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const bundles = new Map<string, Promise<Bundle>>()
  const door = createServer((request, response) => {
    const program = decodeURIComponent((request.url ?? '').slice(1))
    const bundle = bundles.get(program) ?? bundled(program)
    bundles.set(program, bundle)
    bundle.then(
      ({ path }) => response.end(path),
      (error: Error) => response.writeHead(500).end(error.stack ?? error.message),
    )
  })
  await new Promise<void>((resolve) => door.listen(0, '127.0.0.1', resolve))
  const address = door.address()
  if (address === null || typeof address === 'string') throw new Error('the bundle server has no port')
  project.provide('bundleServer', `http://127.0.0.1:${address.port}/`)
  return async () => {
    door.closeAllConnections()
    door.close()
    for (const bundle of bundles.values())
      await bundle.then(
        ({ remove }) => remove(),
        () => undefined,
      )
  }
}

/** The path of a program's bundle; the program is named as from the project's folder, such as `src/cli.ts`. */
export async function bundleOf(program: string): Promise<string> {
  const response = await fetch(`${inject('bundleServer')}${encodeURIComponent(program)}`)
  if (!response.ok) throw new Error(`${program} could not be bundled: ${await response.text()}`)
  return response.text()
}
