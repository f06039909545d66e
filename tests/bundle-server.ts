import { inject } from 'vitest'
import type { TestProject } from 'vitest/node'
import { type Bundle, bundled } from './bundle.ts'
import { askAt, openDoor } from './door.ts'

declare module 'vitest' {
  interface ProvidedContext {
    bundleServer: string
  }
}

/** Each program is bundled once for the whole run, when the first test file asks for it; all of them end with the run. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const bundles = new Map<string, Promise<Bundle>>()
  const door = await openDoor(async (program) => {
    const bundle = bundles.get(program) ?? bundled(program)
    bundles.set(program, bundle)
    return (await bundle).path
  })
  project.provide('bundleServer', door.url)
  return async () => {
    door.close()
    for (const one of await Promise.allSettled(bundles.values()))
      if (one.status === 'fulfilled') await one.value.remove()
  }
}

/** The path of a program's bundle; the program is named as from the project's folder, such as `src/cli.ts`. */
export async function bundleOf(program: string): Promise<string> {
  return askAt(inject('bundleServer'), program)
}
