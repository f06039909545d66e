import { beforeAll, describe, expect, test } from 'vitest'
import type { App } from '../../src/app.ts'
import { memberMeant } from '../../src/operator/who.ts'
import { testDatabase } from '../database.ts'
import { sampleApp } from './committee.ts'

const { database } = await testDatabase()
let app: App

beforeAll(async () => {
  app = await sampleApp(database, 'who')
  const [first] = await app.members.all()
  await app.members.linkUsers([{ slackId: 'U0SAMPLE1', email: first?.email ?? '' }])
})

const idOf = async (who: string) => (await memberMeant(app, who)).id

describe('one person', () => {
  test('is meant by id, either name, e-mail address and Slack id', async () => {
    const [member] = await app.members.all()
    if (member === undefined) throw new Error('the sample has members')
    const { id, names, email } = member
    for (const who of [id, names.zh, names.en, names.en?.toUpperCase(), email, 'U0SAMPLE1', '<@U0SAMPLE1|x>'])
      expect(await idOf(who ?? ''), who).toBe(id)
  })

  test.each(['convenor:WG8', 'convenor:wg-8', 'Convenor：wg8', 'convenor: WG8'])(
    'is meant by %s',
    async (who) => {
      const [convenor] = await app.groups.convenors('WG8')
      expect(await idOf(who)).toBe(convenor?.id)
    },
  )

  test('is meant by a role of the whole committee', async () => {
    const member = await memberMeant(app, 'secretariat')
    expect(member.roles).toContainEqual(expect.objectContaining({ role: 'secretariat' }))
    const other = await memberMeant(app, 'member:WG8')
    expect(other.roles).toContainEqual(expect.objectContaining({ role: 'member', group: 'WG8' }))
  })
})

describe('nobody', () => {
  test.each([
    ['', 'nobody is called ""; give'],
    ['Nobody At All', 'nobody is called "Nobody At All"; give'],
    ['convenor', 'convenor of which group? Write convenor: and its code, such as convenor:WG8'],
    ['member:', 'member of which group?'],
    ['convenor:WG99', 'there is no group "WG99"; there are '],
  ])('is %j: %s', async (who, words) => {
    await expect(memberMeant(app, who)).rejects.toThrow(words)
  })

  test('has a name that is nearly somebody’s without a guess at it', async () => {
    const [member] = await app.members.all()
    const name = member?.names.en ?? ''
    await expect(memberMeant(app, `${name.slice(0, -1)}x`)).rejects.toThrow(`did you mean ${name}?`)
  })
})

test('Two of one name are told apart by their ids', async () => {
  const twins = await sampleApp(database, 'twins')
  const [one, other] = await twins.members.all()
  if (one === undefined || other === undefined) throw new Error('the sample has members')
  const committee = await twins.committees.get()
  if (committee === undefined) throw new Error('the sample has a committee')
  await twins.committees.importCommittee({
    committee,
    groups: [],
    schedules: [],
    organisations: [],
    plans: [],
    goals: [],
    members: [{ ...other, names: one.names }],
  })
  const said = `several members are called "${one.names.en}"; use the id of one of them: `
  const refusal = memberMeant(twins, one.names.en ?? '')
  await expect(refusal).rejects.toThrow(said)
  await expect(refusal).rejects.toThrow(new RegExp(`${one.id}|${other.id}`))
})
