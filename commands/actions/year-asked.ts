import { z } from 'zod'
import type { App } from '../../src/app.ts'
import type { Caller } from '../../src/contract/caller.ts'
import { jsonValue } from '../../src/contract/json-value.ts'
import { type Reply, replace } from '../../src/contract/reply.ts'
import { texts } from '../../src/texts/texts.ts'
import { seenOf, type YearEndAsked } from '../../src/views/year-end.ts'
import { type Ending, endAnswer, endingOf } from '../slash/plan-end.ts'

/** The value of the buttons at a year's end. */
export const yearAsked = jsonValue(
  z.strictObject({ year: z.int().min(1980).max(2200), seen: z.string().max(40) }),
)

/** A reason that the bot gives by itself, in every language of the committee: others read it than whoever pressed. */
export async function reasonOfYear(
  app: App,
  key: 'end.why-carried' | 'end.why-closed',
  year: number,
): Promise<string> {
  const { languages = ['en'] } = (await app.committees.get()) ?? {}
  return languages.map((language) => texts(language)(key, { year: String(year) })).join(' / ')
}

/** Does what was agreed to, where what was seen still stands, and shows the year's end as it is then. */
export async function asSeen(
  app: App,
  caller: Caller,
  { year, seen }: YearEndAsked,
  work: (ending: Ending) => Promise<string>,
): Promise<Reply> {
  const ending = await endingOf(app, year)
  const note = seenOf(ending.end) === seen ? await work(ending) : texts(caller.language)('end.changed')
  return replace(await endAnswer(app, caller, year, note))
}
