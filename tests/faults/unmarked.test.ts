import { describe, expect, test } from 'vitest'
import type { SandboxMessage } from '../../src/sandbox/protocol.ts'
import { keepNoticeId, retryNoticeId } from '../../src/views/question-message.ts'
import { channelOf, secretariatChannel } from './committee.ts'
import { mondayMorning, mondayPlan } from './monday.ts'
import { openedWorld, saidKeys, until } from './opened-world.ts'
import { passUntilOver } from './rest.ts'

const method = 'chat.postMessage'
const reminderOf = (group: string) => `faults/reminder/${group}/2032-06-07`

// Without metadata nobody can tell one message of the bot's from another.
describe('a Slack that keeps no metadata', { timeout: 120_000 }, () => {
  test('and loses answers is told nothing twice, unless the secretariat wants it so', async () => {
    const groups = ['WG1', 'WG2', 'WG3']
    const world = await openedWorld(mondayPlan(3), ['front', 'first', 'second'], {
      sandbox: { keepsMetadata: false },
    })
    const { faults } = world.sandbox()
    for (const group of ['WG1', 'WG2']) faults.add({ kind: 'lost_reply', method, channel: channelOf(group) })
    faults.add({ kind: 'cut', method, channel: channelOf('WG3') })
    await world.jumpTo(mondayMorning)
    await passUntilOver(world)
    const said = () => saidKeys(world).filter((key) => key.includes('/reminder/'))
    // Nothing of the bot's stands in the third channel, so nothing can be mistaken there.
    expect(said().sort()).toEqual(groups.map(reminderOf))

    const pine = world.person('pine')
    const questions = async () =>
      (await pine.messages(secretariatChannel)).filter((message) => names(message, retryNoticeId))
    expect(await questions()).toHaveLength(2)
    const about = async (group: string) => {
      const [found] = (await questions()).filter(({ text }) => text.includes(group))
      if (found === undefined) throw new Error(`nobody asked about ${group}`)
      return found
    }
    expect(await pine.press(await about('WG1'), keepNoticeId)).toEqual({ ok: true })
    expect(await pine.press(await about('WG2'), retryNoticeId)).toEqual({ ok: true })
    await until(async () => (await questions()).length === 0, 'both questions were answered')
    await passUntilOver(world)
    expect(said().sort()).toEqual(['WG1', 'WG2', 'WG2', 'WG3'].map(reminderOf))
    expect(await world.store.notices.countByState()).toEqual({ sent: 6 })
  })
})

function names({ blocks = [] }: SandboxMessage, actionId: string): boolean {
  return JSON.stringify(blocks).includes(`"action_id":"${actionId}"`)
}
