import { z } from 'zod'
import type { App } from '../../src/app.ts'
import { actedBy } from '../../src/contract/acted-by.ts'
import type { Caller } from '../../src/contract/caller.ts'
import { UserError } from '../../src/contract/errors.ts'
import { type Reply, replace } from '../../src/contract/reply.ts'
import { isDay } from '../../src/domain/calendar/day.ts'
import { everything } from '../../src/domain/hold/rules.ts'
import { nameIn } from '../../src/domain/language/rules.ts'
import { texts } from '../../src/texts/texts.ts'
import { groupName } from '../../src/views/group-name.ts'
import { brief } from '../../src/views/mrkdwn.ts'
import type { RunPress } from '../../src/views/run-value.ts'
import { runAnswer } from '../slash/run-answer.ts'

const form =
  /^(?<kind>reminder|digest) (?<on>\d{4}-\d\d-\d\d) (?<groups>\d{1,4}) (?<people>\d{1,4}) (?<what>reminder|digest|asks) (?<who>\S{1,80})$/u

/** A press below what the next run would say, as `runValue` writes it. */
export const runPressed = z.string().transform((text, check): RunPress => {
  const { kind, on = '', groups, people, what, who = '' } = form.exec(text)?.groups ?? {}
  const isRead = (kind === 'reminder' || kind === 'digest') && isDay(on)
  if (!isRead || (what !== 'reminder' && what !== 'digest' && what !== 'asks')) {
    check.addIssue({ code: 'custom', message: 'is no press of a run' })
    return z.NEVER
  }
  return { kind, on, groups: Number(groups), people: Number(people), what, who }
})

/** Holds or releases what was pressed, and shows the run as it stands then. @throws UserError where it can't be */
export async function runChanged(
  app: App,
  caller: Caller,
  { kind, on, groups, people, what, who }: RunPress,
  deed: 'hold' | 'release',
): Promise<Reply> {
  const target = { kind: what, recipient: who, on }
  const outcome = await app.holds[deed](target, actedBy(caller))
  if (outcome === 'past') throw new UserError('ahead.past')
  if (outcome === 'unknown') throw new UserError('ahead.gone')
  const say = texts(caller.language)
  const called = { who: await nameOf(app, caller, { what, who }) }
  const told =
    deed === 'hold'
      ? say(outcome === 'done' ? 'ahead.held-now' : 'ahead.held-before', called)
      : say(outcome === 'done' ? 'ahead.released-now' : 'ahead.released-before', called)
  return replace(await runAnswer(app, caller, { kind, day: on, groups, people, told }))
}

async function nameOf(
  app: App,
  { language }: Caller,
  { what, who }: Pick<RunPress, 'what' | 'who'>,
): Promise<string> {
  if (who === everything) return texts(language)('ahead.all')
  if (what !== 'asks') {
    const group = await app.groups.called(who)
    return brief(group === undefined ? who : groupName(group, language), 100)
  }
  const member = (await app.members.all()).find(({ id }) => id === who)
  return brief(member === undefined ? who : nameIn(member.names, language), 100)
}
