import { posix } from 'node:path'
import { blankedCode } from './code-alone.ts'

/** One import or re-export as it stands in a file. */
export type Import = {
  /** As written: a package, a relative path, `node:…`. */
  from: string
  /** Only types are taken, so that nothing of it is there when the program runs. */
  isType: boolean
}

const quoted = /(?<quote>['"])(?<text> +)\k<quote>/.source
const clause = /(?:[\w$]+\s*,\s*)?(?:[\w$]+|\*(?:\s*as\s+[\w$]+)?|\{[^}]*\})/.source
const statement = new RegExp(`\\b(?:import|export)\\s+(type\\s+)?(${clause})\\s*\\bfrom\\s*${quoted}`, 'dg')
const bare = new RegExp(`\\bimport\\s*${quoted}`, 'dg')
const dynamic = new RegExp(`(\\btypeof\\s+)?\\bimport\\s*\\(\\s*${quoted}`, 'dg')

/** The imports of a TypeScript source; `import('…')` counts as one of values unless `typeof` stands before it. */
export function importsOf(source: string): Import[] {
  const { alone, withTexts } = blankedCode(source)
  const all = (pattern: RegExp) =>
    [...alone.matchAll(pattern)].map((match) => {
      const [start, end] = match.indices?.groups?.text ?? [0, 0]
      return { match, from: withTexts.slice(start, end) }
    })
  return [
    ...all(statement).map(({ match: [, type, names = ''], from }) => ({
      from,
      isType: type !== undefined || takesTypesOnly(names),
    })),
    ...all(bare).map(({ from }) => ({ from, isType: false })),
    ...all(dynamic).map(({ match, from }) => ({ from, isType: match[1] !== undefined })),
  ]
}

/** `{ type A, type B }`, where each name is marked. */
function takesTypesOnly(names: string): boolean {
  const inBraces = /^\{([^}]*)\}$/.exec(names.trim())?.[1]
  if (inBraces === undefined) return false
  const each = inBraces.split(',').filter((name) => name.trim() !== '')
  return each.length > 0 && each.every((name) => /^\s*type\s/.test(name))
}

/** Where an import leads: a path from the project's top, or the name of a package without its inner path. */
export function targetOf(file: string, from: string): { path: string } | { package: string } {
  if (from.startsWith('.')) return { path: posix.normalize(posix.join(posix.dirname(file), from)) }
  if (from.startsWith('node:')) return { package: from }
  const [first = '', second = ''] = from.split('/')
  return { package: first.startsWith('@') ? `${first}/${second}` : first }
}
