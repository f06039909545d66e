import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { SandboxView } from '../../src/sandbox/protocol.ts'
import { testDatabase } from '../database.ts'
import { modes, type RunningBot, runningBot } from './running-bot.ts'

const { database } = await testDatabase()

/** The element has no action id of its own: Slack, and the sandbox, give it one. */
function chosen(view: SandboxView, block: string, value: Record<string, unknown> & { type: string }) {
  const input = view.blocks.find((one) => one.block_id === block)
  const { action_id: actionId = '' } = (input?.element ?? {}) as { action_id?: string }
  return { [block]: { [actionId]: value } }
}

for (const mode of modes)
  describe(`the Home tab over ${mode}`, () => {
    let bot: RunningBot
    beforeAll(async () => {
      bot = await runningBot(mode, { database, workspace: `home-${mode}` })
    })
    afterAll(() => bot.stop())

    async function home(id: string) {
      const one = bot.person(id)
      await one.home()
      return { one, view: await one.waitForHome(({ blocks }) => blocks.length > 1) }
    }

    test('what is opened from it is shown in a modal, and goes on there', async () => {
      const { one, view } = await home('U0PINE')
      await one.press(view, 'plan.open:whole')
      const plan = await one.waitForModal()
      expect(JSON.stringify(plan.blocks)).toContain('加快急需标准的制定和修订')
      await one.press(plan, 'plan.open:2')
      const area = await one.waitForModal(({ blocks }) => JSON.stringify(blocks).includes('2.3'))
      expect(area.id).toBe(plan.id)
      await one.press(area, 'plan.open:2.3')
      const point = await one.waitForModal(({ blocks }) => JSON.stringify(blocks).includes('kwp-2024-2-3'))
      expect(point.id).toBe(plan.id)
      expect(bot.sandbox.messages('D0PINE').filter(({ byBot }) => byBot)).toEqual([])
    })

    test('what is done on it, or in a modal opened from it, shows on it at once', async () => {
      const { one, view } = await home('U0JASMINE')
      await one.press(view, 'absence.ask')
      const modal = await one.waitForModal(({ blocks }) => JSON.stringify(blocks).includes('away-from'))
      const day = new Date(Date.now() + 40 * 24 * 3_600_000).toISOString().slice(0, 10)
      await one.submit(modal, {
        ...chosen(modal, 'away-from', { type: 'datepicker', selected_date: day }),
        ...chosen(modal, 'away-until', { type: 'datepicker', selected_date: day }),
        ...chosen(modal, 'stand-in', { type: 'users_select', selected_user: 'U0LOTUS' }),
      })
      const shown = await one.waitForHome(({ blocks }) => JSON.stringify(blocks).includes('absence.end'))
      expect(JSON.stringify(shown.blocks)).toContain('代理')
      await one.press(shown, 'absence.end')
      const after = await one.waitForHome(({ blocks }) => !JSON.stringify(blocks).includes('absence.end'))
      expect(JSON.stringify(after.blocks)).toContain('absence.ask')
      expect(bot.sandbox.messages('D0JASMINE').filter(({ byBot }) => byBot)).toEqual([])
    })

    test('the secretariat sees all areas and groups, a convenor their own goals, a member what they owe', async () => {
      const secretary = JSON.stringify((await home('U0PINE')).view.blocks)
      for (const group of ['*WG8*', '*SG1*', 'WG3']) expect(secretary).toContain(group)
      expect(secretary).toContain('gaps.open')
      const convenor = JSON.stringify((await home('U0LOTUS')).view.blocks)
      expect(convenor).toContain('kwp-2024-2-2')
      expect(convenor).not.toContain('gaps.open')
      expect(convenor).not.toContain('*WG7*')
      const member = JSON.stringify((await home('U0JASMINE')).view.blocks)
      expect(member).not.toContain('kwp-2024')
    })
  })
