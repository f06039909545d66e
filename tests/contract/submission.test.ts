import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { nothing } from '../../src/contract/reply.ts'
import { type FilledIn, submission } from '../../src/contract/submission.ts'
import { testDatabase } from '../database.ts'
import { callerCalled, smallCommittee } from './small-committee.ts'

const { database } = await testDatabase()
const app = await smallCommittee(database, () => new Date('2026-11-23T04:00:00Z'))

const asked: string[] = []
const run: string[] = []
const close = submission({
  id: 'group.close',
  meta: z.strictObject({ group: z.string() }),
  fields: z.object({
    why: z.string().trim().min(1).max(20),
    on: z.iso.date().optional(),
    whom: z.array(z.string()).min(1).optional(),
  }),
  who: 'convenor',
  async group(_app, _caller, { meta }) {
    asked.push(meta.group)
    return meta.group
  },
  async run(_app, { slackId }, { meta, fields }) {
    run.push(`${slackId} ${meta.group} ${fields.why}`)
    return nothing
  },
})

const meta = '{"group":"WG8"}'
const sent = (fields: FilledIn, about = meta) => ({ meta: about, fields })

describe('a modal that was sent', () => {
  it.each([
    '',
    '{',
    '[]',
    'null',
    '{"group":8}',
    '{"group":"WG8","more":1}',
    `{"group":"${'8'.repeat(3_000)}"}`,
  ])('with the metadata %.30s is out of date, and nothing is looked up', async (about) => {
    const convenor = await callerCalled(app, 'convenor')
    await expect(close.answer(app, convenor, sent({ why: 'over' }, about))).rejects.toMatchObject({
      key: 'refused.outdated-button',
    })
    expect({ asked, run }).toEqual({ asked: [], run: [] })
  })

  const tooLong = (length: number, longest: number) => ({
    key: 'modal.too-long',
    values: { length, longest },
  })
  it.each<[string, FilledIn, object]>([
    ['nothing', {}, { why: { key: 'modal.missing' } }],
    ['an empty text', { why: '' }, { why: { key: 'modal.missing' } }],
    ['blanks', { why: '   ' }, { why: { key: 'modal.unfit' } }],
    ['a text beyond the field’s own bound', { why: 'x'.repeat(21) }, { why: tooLong(21, 20) }],
    ['a text beyond any bound', { why: 'x'.repeat(3_001) }, { why: tooLong(3_001, 3_000) }],
    [
      'a long field that nobody asked for',
      { why: 'x', other: 'y'.repeat(3_001) },
      { other: tooLong(3_001, 3_000) },
    ],
    ['choices beyond any bound', { why: 'x', whom: ['y'.repeat(3_001)] }, { whom: tooLong(3_001, 3_000) }],
    ['no choice', { why: 'x', whom: [] }, { whom: { key: 'modal.missing' } }],
    ['no day', { why: 'x', on: 'tomorrow' }, { on: { key: 'modal.unfit' } }],
    ['two faults', { why: '', on: 'x' }, { why: { key: 'modal.missing' }, on: { key: 'modal.unfit' } }],
  ])('is refused for %s, field by field, before it is asked who may', async (_what, fields, errors) => {
    const plain = await callerCalled(app, 'plain')
    await expect(close.answer(app, plain, sent(fields))).rejects.toMatchObject({
      name: 'FieldErrors',
      fields: errors,
    })
    expect({ asked, run }).toEqual({ asked: [], run: [] })
  })

  it('acts for those alone who may, with what it was told', async () => {
    const fields = { why: ' over ', on: '2026-11-30', whom: ['U1'] }
    await expect(close.answer(app, await callerCalled(app, 'plain'), sent(fields))).rejects.toMatchObject({
      key: 'refused.convenor',
    })
    expect(await close.answer(app, await callerCalled(app, 'deputy'), sent(fields))).toEqual(nothing)
    expect({ asked, run }).toEqual({ asked: ['WG8', 'WG8'], run: ['U-deputy WG8 over'] })
  })

  it('needs no metadata where it asks for none', async () => {
    const plainest = submission({
      id: 'note.write',
      meta: z.strictObject({}),
      fields: z.object({}),
      who: 'anyone',
      run: async () => nothing,
    })
    expect(await plainest.answer(app, await callerCalled(app, 'stranger'), sent({}, ''))).toEqual(nothing)
  })
})
