import { describe, expect, test } from 'vitest'
import type { StageSystemName } from '../../../src/domain/stage/stage-table.ts'
import { stageSystem } from '../../../src/domain/stage/system.ts'
import type { WorkKind } from '../../../src/domain/work/kind.ts'
import { isWorkDone, workProgress } from '../../../src/domain/work/progress.ts'
import type { WorkItem } from '../../../src/domain/work/rules.ts'
import { item, owed } from '../plan/records.ts'

const three: WorkKind = {
  id: 'three',
  names: { en: 'In three steps' },
  words: { zh: [], en: [] },
  steps: ['a', 'b', 'c'].map((id) => ({ id, names: { en: id } })),
  evidence: [],
  counters: [],
}
const making: WorkKind = { ...three, id: 'making', steps: [], makesStandard: true }
const at = (stages: StageSystemName, stage: string) => ({ stages, stage })
const taken = (...steps: string[]): Partial<WorkItem> => ({
  steps: steps.map((step) => ({ step, on: '2024-05-01' })),
})

function progress(
  change: Partial<WorkItem>,
  kind: WorkKind | undefined,
  states: ('open' | 'done' | 'withdrawn')[] = [],
  standards: Parameters<typeof workProgress>[3] = [],
) {
  const assignments = states.map((state, index) => owed(`a${index}`, { state }))
  const { share, parts } = workProgress(item('w1', ['g1'], change), kind, assignments, standards, 2024)
  return [share, parts.map(({ name, done, of }) => `${name} ${done}/${of}`).join(', ')]
}

describe('a piece of work', () => {
  test.each([
    ['nothing done', {}, three, [], [0, 'steps 0/3, result 0/1']],
    ['one step', taken('a'), three, [], [1 / 4, 'steps 1/3, result 0/1']],
    ['a step twice', taken('a', 'a'), three, [], [1 / 4, 'steps 1/3, result 0/1']],
    ['a step that its kind does not have', taken('z'), three, [], [0, 'steps 0/3, result 0/1']],
    ['all steps and no result', taken('a', 'b', 'c'), three, [], [3 / 4, 'steps 3/3, result 0/1']],
    [
      'steps and assignments',
      taken('a', 'b'),
      three,
      ['done', 'open', 'withdrawn'],
      [3 / 6, 'steps 2/3, assignments 1/2, result 0/1'],
    ],
    [
      'its result, with steps left out',
      { state: 'done' },
      three,
      ['open'],
      [1, 'steps 0/3, assignments 0/1, result 1/1'],
    ],
    [
      'a kind that is declared no more',
      taken('a'),
      undefined,
      ['done'],
      [1 / 2, 'assignments 1/1, result 0/1'],
    ],
    ['given up', { state: 'dropped', ...taken('a') }, three, [], [1 / 4, 'steps 1/3, result 0/1']],
  ] as const)('%s', (_name, change, kind, states, expected) => {
    expect(progress(change as Partial<WorkItem>, kind, [...states])).toStrictEqual([...expected])
  })
})

describe('a standard', () => {
  test.each([
    ['nobody knows which yet', [], [0, 'stages 0/6, result 0/1']],
    ['proposed', [at('gb', '10')], [0, 'stages 0/6, result 0/1']],
    ['being drafted', [at('gb', '20')], [1 / 7, 'stages 1/6, result 0/1']],
    ['under enquiry', [at('gb', '30')], [2 / 7, 'stages 2/6, result 0/1']],
    ['at its DIS ballot', [at('iso', '40.20')], [3 / 7, 'stages 3/6, result 0/1']],
    ['published', [at('iso', '60.60')], [1, 'stages 6/6, result 1/1']],
    ['under review later', [at('iso', '90.20')], [1, 'stages 6/6, result 1/1']],
    ['at the printer’s', [at('iso', '60.00')], [5 / 7, 'stages 5/6, result 0/1']],
    ['abandoned', [at('iso', '40.98')], [0, 'stages 0/6, result 0/1']],
    ['two, one of them out', [at('gb', '20'), at('iso', '60.60')], [7 / 13, 'stages 7/12, result 0/1']],
    ['two, both out', [at('iso', '60.60'), at('iso', '60.60')], [1, 'stages 12/12, result 1/1']],
  ])('%s', (_name, standards, expected) => {
    expect(progress({}, making, [], standards)).toStrictEqual(expected)
  })

  test('that is out makes no other work done, and none that was given up', () => {
    const out = [at('iso', '60.60')]
    expect(isWorkDone({ state: 'open' }, making, out, 2024)).toBe(true)
    expect(isWorkDone({ state: 'open' }, three, out, 2024)).toBe(false)
    expect(isWorkDone({ state: 'open' }, undefined, out, 2024)).toBe(false)
    expect(isWorkDone({ state: 'dropped' }, making, out, 2024)).toBe(false)
    expect(isWorkDone({ state: 'done' }, making, [], 2024)).toBe(true)
  })

  test.each(['gb', 'iso', 'cen', 'ietf'] as const)(
    'of %s is counted at every stage, and further on never less',
    (name) => {
      const system = stageSystem(name)
      const share = (code: string) => workProgress(item('w1', []), making, [], [at(name, code)], 2024).share
      for (const code of system.codes) {
        expect(share(code)).toBeGreaterThanOrEqual(0)
        expect(share(code)).toBeLessThanOrEqual(1)
        expect(share(code) === 1).toBe(system.isPublished(code))
        for (const next of system.next(code)) {
          if (system.isClosed(next) || system.isClosed(code) || system.level(next) < system.level(code))
            continue
          expect(share(next), `${code} → ${next}`).toBeGreaterThanOrEqual(share(code))
        }
      }
    },
  )
})

test.each([
  ['2023-12-31', undefined, false],
  ['2023-12', undefined, false],
  ['2023', undefined, false],
  ['2024-01-01', undefined, true],
  ['2024', undefined, true],
  [undefined, '2023-06-01', false],
  ['2024-03-15', '2023-06-01', true],
  [undefined, undefined, true],
])(
  'a text that was published on %s (its stage since %s) is made in 2024: %s',
  (publishedOn, stageSince, isMade) => {
    const text = {
      stages: 'gb' as const,
      stage: '60',
      ...(publishedOn && { publishedOn }),
      ...(stageSince && { stageSince }),
    }
    expect(isWorkDone({ state: 'open' }, making, [text], 2024)).toBe(isMade)
    const { share, parts } = workProgress(item('w1', ['g1']), making, [], [text], 2024)
    expect(share === 1).toBe(isMade)
    expect(parts.find(({ name }) => name === 'stages')?.done).toBe(isMade ? 6 : 0)
  },
)
