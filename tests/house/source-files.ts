import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** The project's top folder, with a slash at its end. */
export const top = fileURLToPath(new URL('../../', import.meta.url))

/** A file of ours; `path` is counted from the project's top, with forward slashes. */
export type SourceFile = { path: string; text: string }

/** The TypeScript files under these folders, or these files themselves. */
export function sourceFiles(...places: string[]): SourceFile[] {
  return places
    .flatMap((place) => (/\.tsx?$/.test(place) ? [place] : filesIn(place)))
    .filter((path) => /\.tsx?$/.test(path))
    .map((path) => ({ path, text: readFileSync(`${top}${path}`, 'utf8') }))
}

/** Every file under a folder, counted from the project's top, in the order of their names. */
export function filesIn(folder: string): string[] {
  return readdirSync(`${top}${folder}`, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath}/${entry.name}`.slice(top.length).replaceAll('\\', '/'))
    .sort()
}

/** The line of an offset, counted from 1. */
export function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length
}
