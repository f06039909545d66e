import { setTimeout as wait } from 'node:timers/promises'
import type { SandboxMessage } from '../../src/sandbox/protocol.ts'
import { acknowledgeReminderId } from '../../src/views/reminder-buttons.ts'
import { confirmScheduleId } from '../../src/views/schedule-proposal.ts'
import { channelOf, nameOf } from './committee.ts'
import type { Gesture, Kind, PlannedStop } from './plan.ts'
import { typedOf } from './weekly.ts'
import type { World } from './world.ts'

/** What a person does in the middle of it all. */
export async function gesture(world: World, what: Gesture): Promise<void> {
  await wait(what.afterMs)
  if (what.does === 'press') await press(world, what.group, what.who)
  else await send(world, what.group, what.kind)
}

/** Presses Acknowledge under the newest message of the channel that has the button, where there is one. */
async function press(
  world: World,
  group: string,
  who: Extract<Gesture, { does: 'press' }>['who'],
): Promise<void> {
  const person = world.person(who)
  const messages = await person.messages(channelOf(group))
  const target = messages.findLast((message) => has(message, acknowledgeReminderId))
  if (target === undefined) return
  const { channel, ts } = target
  const made = { channel, ts, who: nameOf(who), mayAnswer: who !== 'visitor', isHeard: false }
  // On record before it is made: the bot may be faster than the answer.
  world.presses.push(made)
  const answer = await person.press(target, acknowledgeReminderId)
  made.isHeard = answer.ok
}

/** Asks for a notice by hand. */
async function send(world: World, group: string, kind: Kind): Promise<void> {
  const made = { kind, group, at: world.now(), isPromised: false }
  world.sends.push(made)
  const person = world.person('pine')
  await person.command(channelOf(group), '/wg', `send ${group} ${kind} again`)
  for (let tries = 0; tries < 30 && !made.isPromised; tries++) {
    const [answer] = (await person.messages(channelOf(group)))
      .filter(({ ephemeral, ts }) => ephemeral === true && Number(ts) * 1_000 >= made.at.getTime())
      .filter(({ command }) => command === `/wg send ${group} ${kind} again`)
    if (answer !== undefined) {
      made.isPromised = answer.text.includes('is on its way')
      return
    }
    await wait(50)
  }
}

/** Who answers may have died of it, and is not back at once. */
const patienceMs = 60_000

/** Replaces a schedule as a convenor does, until it is confirmed. */
export async function replaceSchedule(
  world: World,
  { group, kind, to }: NonNullable<PlannedStop['replaces']>,
): Promise<void> {
  const channel = channelOf(group)
  const person = world.person('lotus')
  for (const untilMs = Date.now() + patienceMs; Date.now() < untilMs; ) {
    const asked = await person.command(channel, '/wg', `schedule ${group} ${kind} ${typedOf(to)}`)
    if (!asked.ok) {
      await wait(200)
      continue
    }
    const proposal = await person
      .waitForMessage((message) => has(message, confirmScheduleId), 3_000)
      .catch(() => undefined)
    if (proposal === undefined) continue
    await person.press(proposal, confirmScheduleId)
    const saved = await person
      .waitForMessage((message) => message.text.startsWith('Saved.'), 3_000)
      .catch(() => undefined)
    if (saved !== undefined) return
  }
  throw new Error(`the ${kind} of ${group} could not be moved to ${typedOf(to)}`)
}

function has({ blocks = [] }: SandboxMessage, actionId: string): boolean {
  return JSON.stringify(blocks).includes(`"action_id":"${actionId}"`)
}
