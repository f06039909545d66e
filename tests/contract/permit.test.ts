import { describe, expect, it } from 'vitest'
import { permit, type Who } from '../../src/contract/permit.ts'
import { testDatabase } from '../database.ts'
import { callerCalled, type PersonName, people, smallCommittee } from './small-committee.ts'

const { database } = await testDatabase()
let clock = new Date('2026-11-23T04:00:00Z')
const app = await smallCommittee(database, () => clock)

const everybody: PersonName[] = [
  'convenor',
  'deputy',
  'other',
  'former',
  'coming',
  'plain',
  'chair',
  'secretariat',
  'secretary',
  'stranger',
]

/** Those who are let through, of all. */
async function letThrough(who: Who, group: string | undefined): Promise<string[]> {
  const through: string[] = []
  for (const name of everybody)
    try {
      await permit(app, who, await callerCalled(app, name), group)
      through.push(name)
    } catch (error) {
      expect(error).toMatchObject({ name: 'UserError' })
    }
  return through
}

describe('who may', () => {
  it.each<[Who, string | undefined, string[]]>([
    ['anyone', undefined, everybody],
    ['anyone', 'WG8', everybody],
    ['convenor', 'WG7', []],
    ['convenor', 'WG8', ['convenor', 'deputy']],
    ['convenor', 'WG9', ['other']],
    ['convenor', 'WG99', []],
    ['convenor', undefined, []],
    ['convenor-or-secretariat', 'WG7', ['secretariat', 'secretary']],
    ['convenor-or-secretariat', 'WG8', ['convenor', 'deputy', 'secretariat', 'secretary']],
    ['convenor-or-secretariat', 'WG9', ['other', 'secretariat', 'secretary']],
    ['convenor-or-secretariat', undefined, ['secretariat', 'secretary']],
    ['secretariat', undefined, ['secretariat', 'secretary']],
    ['secretariat', 'WG8', ['secretariat', 'secretary']],
  ])('what is for %s in %s', async (who, group, names) => {
    expect(await letThrough(who, group)).toEqual(names)
  })
})

describe('whoever may not is told whom to ask', () => {
  it.each<[Who, string | undefined, 'en' | 'zh-CN', object]>([
    [
      'convenor',
      'WG8',
      'en',
      { key: 'refused.convenor', values: { group: 'WG8', names: 'Ann Sample, Ben Sample' } },
    ],
    [
      'convenor',
      'WG8',
      'zh-CN',
      { key: 'refused.convenor', values: { group: 'WG8', names: '示例甲、示例乙' } },
    ],
    [
      'convenor-or-secretariat',
      'WG9',
      'en',
      { key: 'refused.convenor-or-secretariat', values: { group: 'WG9', names: 'Cat Sample' } },
    ],
    ['convenor', 'WG7', 'en', { key: 'refused.no-convenor', values: { group: 'WG7' } }],
    ['convenor-or-secretariat', 'WG7', 'en', { key: 'refused.no-convenor', values: { group: 'WG7' } }],
    ['convenor-or-secretariat', undefined, 'en', { key: 'refused.secretariat', values: {} }],
    ['secretariat', 'WG8', 'en', { key: 'refused.secretariat', values: {} }],
  ])('of what is for %s in %s, in %s', async (who, group, language, refusal) => {
    const caller = await callerCalled(app, 'plain', language)
    await expect(permit(app, who, caller, group)).rejects.toMatchObject(refusal)
  })
})

it("gives and takes a role at midnight of the committee's calendar", async () => {
  const leadsAt = async (moment: string, name: 'former' | 'coming') => {
    clock = new Date(moment)
    return (await callerCalled(app, name)).roles.length > 0
  }
  expect(await leadsAt('2026-11-22T15:59:59Z', 'former')).toBe(true)
  expect(await leadsAt('2026-11-22T16:00:00Z', 'former')).toBe(false)
  expect(await leadsAt('2026-11-23T15:59:59Z', 'coming')).toBe(false)
  expect(await leadsAt('2026-11-23T16:00:00Z', 'coming')).toBe(true)
})

describe('the caller', () => {
  it('is answered in the language of their Slack, else their own, else the first of the committee', async () => {
    const language = async (locale?: string, own?: 'en') => {
      const { callerFor } = await import('../../src/contract/caller.ts')
      const member = { ...people.plain, ...(own !== undefined && { language: own }) }
      const caller = await callerFor(app, {
        slackId: 'U1',
        request: 'r1',
        member,
        ...(locale !== undefined && { locale }),
      })
      return caller.language
    }
    expect(await language('zh-TW', 'en')).toBe('zh-CN')
    expect(await language('en-GB')).toBe('en')
    expect(await language('fr-FR', 'en')).toBe('en')
    expect(await language('fr-FR')).toBe('zh-CN')
    expect(await language()).toBe('zh-CN')
  })

  it('has no roles and no name on record where they are a stranger', async () => {
    const { member, roles, zone, group } = await callerCalled(app, 'stranger')
    expect({ member, roles, zone, group }).toEqual({
      member: undefined,
      roles: [],
      zone: 'Asia/Shanghai',
      group: undefined,
    })
  })
})
