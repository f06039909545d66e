import type { z } from 'zod'
import type { App } from '../app.ts'
import type { Caller } from './caller.ts'
import { FieldErrors, UserError } from './errors.ts'
import { permit, type Who } from './permit.ts'
import type { Reply } from './reply.ts'
import { seenByCaller } from './seen-by-caller.ts'

/** What was filled into a modal, by block id: a text, what was chosen, or nothing. Days are `2026-11-30`. */
export type FilledIn = Readonly<Record<string, string | readonly string[] | undefined>>

type Sent<Meta, Fields> = { meta: Meta; fields: Fields }

type SubmissionDefinition<Meta, Fields> = {
  /** The view's `callback_id`: `noun.verb`. */
  id: string
  /** What the view's `private_metadata` must hold as JSON; `{}` where it is empty. */
  meta: z.ZodType<Meta>
  /** By block id. */
  fields: z.ZodType<Fields>
  who: Who
  group?(app: App, caller: Caller, sent: Sent<Meta, Fields>): Promise<string | undefined>
  run(app: App, caller: Caller, sent: Sent<Meta, Fields>): Promise<Reply>
}

/** A modal that a person can send. */
export type Submission = Pick<SubmissionDefinition<unknown, unknown>, 'id' | 'who'> & {
  answer(app: App, caller: Caller, sent: { meta: string; fields: FilledIn }): Promise<Reply>
}

/** Slack's own limits; what comes from elsewhere keeps to them too. */
const longestField = 3_000
const longestMeta = 3_000

/**
 * Makes the handler of a modal that was sent. Answering checks what the view brought with it first, then what was
 * filled in, then permission, and only then runs. Its `answer` throws FieldErrors for fields that do not hold, and a
 * UserError for a view that is out of date and for a caller who may not.
 */
export function submission<Meta, Fields>(definition: SubmissionDefinition<Meta, Fields>): Submission {
  const { id, who, group, run } = definition
  return {
    id,
    who,
    async answer(app, caller, { meta, fields }) {
      const sent = { meta: readMeta(definition.meta, meta), fields: readFields(definition.fields, fields) }
      const seen = await seenByCaller(app, caller)
      await permit(seen, who, caller, await group?.(seen, caller, sent))
      return run(seen, { ...caller, via: 'modal' }, sent)
    },
  }
}

function readMeta<Meta>(schema: z.ZodType<Meta>, text: string): Meta {
  const read = text.length > longestMeta ? undefined : schema.safeParse(fromJson(text))
  if (read?.success !== true) throw new UserError('refused.outdated-button')
  return read.data
}

/** Undefined where it is none: a schema that takes that is not asked for anything. */
function fromJson(text: string): unknown {
  if (text === '') return {}
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function readFields<Fields>(schema: z.ZodType<Fields>, fields: FilledIn): Fields {
  const tooLong = Object.entries(fields).flatMap(([block, value]) => {
    const length = String(value ?? '').length
    return length > longestField ? [[block, tooLongBy(length, longestField)] as const] : []
  })
  if (tooLong.length > 0) throw new FieldErrors(Object.fromEntries(tooLong))
  const read = schema.safeParse(fields)
  if (read.success) return read.data
  // Slack shows one error a field: the first.
  const faults = read.error.issues.map((issue) => {
    const block = String(issue.path[0])
    return [block, faultOf(issue, fields[block])] as const
  })
  throw new FieldErrors(Object.fromEntries(faults.reverse()))
}

/** A schema's own words are for programmers; people get one of three sentences in their language. */
function faultOf(issue: z.core.$ZodIssue, value: FilledIn[string]): UserError {
  if (value === undefined || value.length === 0) return new UserError('modal.missing')
  if (issue.code === 'too_big' && typeof value === 'string')
    return tooLongBy(value.length, Number(issue.maximum))
  return new UserError('modal.unfit')
}

function tooLongBy(length: number, longest: number): UserError {
  return new UserError('modal.too-long', { length, longest })
}
