import { SlackError } from './method.ts'

/** The arguments of a call, from a form or from JSON, read as Slack reads them. */
export type Args = {
  all: Record<string, unknown>
  text(name: string): string | undefined
  /** Throws `invalid_arguments` where it is missing or empty. */
  need(name: string): string
  flag(name: string, otherwise?: boolean): boolean
  /** A whole number between the bounds; throws `invalid_limit` or the like where it is no number. */
  number(name: string, otherwise: number, least: number, most: number): number
  /** A structure: as it stands, or as JSON in a string. Throws `fault` where it is no JSON. */
  json(name: string, fault: string): unknown
  list(name: string): string[]
}

/** Reads the arguments of a call by name. */
export function args(all: Record<string, unknown>): Args {
  const text = (name: string) => {
    const value = all[name]
    if (typeof value === 'string') return value
    return typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined
  }
  return {
    all,
    text,
    need(name) {
      const value = text(name)
      if (value === undefined || value === '')
        throw new SlackError('invalid_arguments', [`missing required field: ${name}`])
      return value
    },
    flag(name, otherwise = false) {
      const value = text(name)
      if (value === undefined || value === '') return otherwise
      return value === 'true' || value === '1'
    },
    number(name, otherwise, least, most) {
      const value = text(name)
      if (value === undefined || value === '') return otherwise
      const read = Number(value)
      if (!Number.isInteger(read)) throw new SlackError(`invalid_${name}`)
      return Math.min(Math.max(read, least), most)
    },
    json(name, fault) {
      const value = all[name]
      if (typeof value !== 'string') return value ?? undefined
      if (value === '') return undefined
      try {
        return JSON.parse(value)
      } catch {
        throw new SlackError(fault)
      }
    },
    list: (name) =>
      (Array.isArray(all[name]) ? (all[name] as unknown[]).map(String) : (text(name) ?? '').split(','))
        .map((each) => each.trim())
        .filter((each) => each !== ''),
  }
}

/**
 * The arguments of one request. Throws the errors that Slack has for a body it can't read:
 * `invalid_json`, `json_not_object`, `invalid_form_data`, `invalid_post_type`.
 */
export function readArgs(contentType: string, body: string, query: URLSearchParams): Record<string, unknown> {
  const fromQuery = Object.fromEntries(query)
  if (body === '') return fromQuery
  const kind = contentType.split(';')[0]?.trim().toLowerCase()
  if (kind === 'application/x-www-form-urlencoded')
    return { ...fromQuery, ...Object.fromEntries(new URLSearchParams(body)) }
  if (kind !== 'application/json')
    throw new SlackError(kind === '' ? 'missing_post_type' : 'invalid_post_type')
  let read: unknown
  try {
    read = JSON.parse(body)
  } catch {
    throw new SlackError('invalid_json')
  }
  if (typeof read !== 'object' || read === null || Array.isArray(read))
    throw new SlackError('json_not_object')
  return { ...fromQuery, ...read }
}

/** Slack's cursors are opaque; this one is the place to go on from. */
export function encodeCursor(place: string): string {
  return Buffer.from(`next:${place}`).toString('base64')
}

/** Throws `invalid_cursor` where the cursor is none of ours. */
export function decodeCursor(cursor: string | undefined): string | undefined {
  if (cursor === undefined || cursor === '') return undefined
  const read = Buffer.from(cursor, 'base64').toString('utf8')
  if (!read.startsWith('next:')) throw new SlackError('invalid_cursor')
  return read.slice('next:'.length)
}

/** One page of a list, whose cursor is an index. */
export function pageOf<T>(all: T[], call: Args, most: number): { page: T[]; cursor: string } {
  const limit = call.number('limit', 100, 1, most)
  const from = Number(decodeCursor(call.text('cursor')) ?? '0')
  if (!Number.isInteger(from) || from < 0) throw new SlackError('invalid_cursor')
  const cursor = from + limit < all.length ? encodeCursor(String(from + limit)) : ''
  return { page: all.slice(from, from + limit), cursor }
}
