import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { action } from '../../src/contract/action.ts'
import { memberBehind } from '../../src/contract/caller.ts'
import { slashCommand } from '../../src/contract/command.ts'
import { UserError } from '../../src/contract/errors.ts'
import { job } from '../../src/contract/job.ts'
import { nothing } from '../../src/contract/reply.ts'
import { testDatabase } from '../database.ts'
import { callerCalled, people, smallCommittee } from './small-committee.ts'

const { database } = await testDatabase()
const app = await smallCommittee(database, () => new Date('2026-11-23T04:00:00Z'))

describe('a slash command', () => {
  const told: string[] = []
  const rename = slashCommand({
    command: '/rename',
    summary: 'help.wg',
    usage: ['/rename WG8'],
    who: 'convenor',
    parse(text) {
      if (text === '') throw new UserError('wg.which')
      return { code: text }
    },
    group: async (_app, _caller, { code }) => code,
    async run(_app, caller, { code }) {
      told.push(`${caller.slackId} ${code}`)
      return nothing
    },
  })

  it('is refused for what was typed before it is asked who may', async () => {
    const plain = await callerCalled(app, 'plain')
    await expect(rename.answer(app, plain, '')).rejects.toMatchObject({ key: 'wg.which' })
    await expect(rename.answer(app, plain, 'WG8')).rejects.toMatchObject({ key: 'refused.convenor' })
    expect(told).toEqual([])
  })

  it('is run for whoever may, in the group that is meant', async () => {
    const convenor = await callerCalled(app, 'convenor')
    await expect(rename.answer(app, convenor, 'WG9')).rejects.toMatchObject({ key: 'refused.convenor' })
    expect(await rename.answer(app, convenor, 'WG8')).toEqual(nothing)
    expect(told).toEqual(['U-convenor WG8'])
  })

  it('can be checked without being run', () => {
    expect(() => rename.check('')).toThrow(UserError)
    expect(() => rename.check('WG8')).not.toThrow()
    expect(told).toEqual(['U-convenor WG8'])
  })
})

describe('a button', () => {
  const asked: string[] = []
  const run: string[] = []
  const close = action({
    id: 'group.close',
    value: z.string().regex(/^WG\d$/),
    who: 'convenor',
    async group(_app, _caller, code) {
      asked.push(code)
      return code
    },
    async run(_app, _caller, code) {
      run.push(code)
      return nothing
    },
  })

  it.each(['', 'WG', 'WG8 ', '{"group":"WG8"}', '<!channel>'])(
    'with the forged value %j leads nowhere, and nothing is looked up',
    async (value) => {
      const convenor = await callerCalled(app, 'convenor')
      await expect(close.answer(app, convenor, value)).rejects.toMatchObject({
        key: 'refused.outdated-button',
      })
      expect({ asked, run }).toEqual({ asked: [], run: [] })
    },
  )

  it('reads no value that is longer than Slack lets one be', async () => {
    const open = action({ id: 'group.open', value: z.string(), who: 'anyone', run: async () => nothing })
    const stranger = await callerCalled(app, 'stranger')
    expect(await open.answer(app, stranger, 'x'.repeat(2_000))).toEqual(nothing)
    await expect(open.answer(app, stranger, 'x'.repeat(2_001))).rejects.toMatchObject({
      key: 'refused.outdated-button',
    })
  })

  it('acts for those alone who may', async () => {
    await expect(close.answer(app, await callerCalled(app, 'plain'), 'WG8')).rejects.toBeInstanceOf(UserError)
    expect(await close.answer(app, await callerCalled(app, 'deputy'), 'WG8')).toEqual(nothing)
    expect({ asked, run }).toEqual({ asked: ['WG8', 'WG8'], run: ['WG8'] })
  })
})

describe('a job', () => {
  const done: string[] = []
  const count = job({
    name: 'count-votes',
    payload: z.strictObject({ ballot: z.string() }),
    attempts: 3,
    async run(_app, { ballot }, slot) {
      done.push(`${ballot} ${slot.toISOString()}`)
    },
  })
  const slot = new Date('2026-11-23T01:00:00Z')

  it.each([undefined, null, 'b1', {}, { ballot: 1 }, { ballot: 'b1', more: true }])(
    'refuses the payload %j before it does anything',
    (payload) => {
      expect(() => count.perform(app, payload, slot)).toThrow(z.ZodError)
      expect(done).toEqual([])
    },
  )

  it('is done for the slot for which it was due, and tells nothing of its inside', async () => {
    await count.perform(app, { ballot: 'b1' }, slot)
    expect(done).toEqual(['b1 2026-11-23T01:00:00.000Z'])
    expect(Object.keys(count).sort()).toEqual(['attempts', 'name', 'perform'])
  })
})

it('finds the member behind a caller, and no stranger', async () => {
  expect(memberBehind(await callerCalled(app, 'plain'))).toEqual(people.plain)
  const stranger = await callerCalled(app, 'stranger')
  expect(() => memberBehind(stranger)).toThrow('only a member can have come this far')
})
