import { describe, expect, test } from 'vitest'
import { readPoint } from '../../../src/domain/plan/reading/read-point.ts'
import type { Phrases, WorkKind } from '../../../src/domain/work/kind.ts'
import { kindsOfWork } from '../../../src/domain/work/kinds.ts'
import { kindsOf } from '../../../src/domain/work/kinds-of.ts'

const asked = [
  ...[
    'standard',
    'system',
    'research',
    'study',
    'training',
    'school-event',
    'media',
    'joint-event',
    'roadmap',
  ],
  ...['international-proposal', 'hosting-bid', 'liaison', 'experts', 'coordination', 'rules', 'publication'],
  'platform',
]

/** A text that has the phrase: an ending for its stems, something for what may stand between its parts. */
function written({ zh, en }: Phrases): string[] {
  return [
    ...zh.map((phrase) => phrase.replaceAll('…', '某项')),
    ...en.map((phrase) => phrase.replaceAll('*', 's').replaceAll('…', 'certain')),
  ]
}

function kindsIn(text: string, kinds: readonly WorkKind[] = kindsOfWork): string[] {
  return readPoint(text, { kinds, topics: [], groups: [], year: 2025 }).kinds.map(({ value }) => value)
}

test('there is a kind for each work that key points ask for, and no two are alike', () => {
  expect(kindsOfWork.map(({ id }) => id).sort()).toEqual([...asked].sort())
})

describe.each(kindsOfWork)('$id', (kind) => {
  const { id, names, words, notWords, steps, evidence, counters, outcomes = [] } = kind
  const alone = [kind]

  test.each(written(words))('is asked for by: %s', (text) => {
    expect(kindsIn(text, alone)).toEqual([id])
    expect(kindsIn(text.toUpperCase(), alone)).toEqual([id])
    expect(kindsIn(`- ${text};`, alone)).toEqual([id])
    expect(kindsIn(text.replaceAll(' ', '-'), alone)).toEqual([id])
  })

  test.each(written(words))('is asked for by it among all kinds: %s', (text) => {
    // Words of one kind may hold those of another, which then is asked for too or instead; never is it nothing.
    expect(kindsIn(text)).not.toEqual([])
  })

  test.each(notWords === undefined ? [] : written(notWords))('is not asked for by: %s', (text) => {
    expect(kindsIn(text, alone)).toEqual([])
  })

  test('has names in both languages, for all that it has', () => {
    for (const named of [{ names }, ...steps, ...evidence, ...counters, ...outcomes]) {
      expect(named.names.zh).toMatch(/\p{Script=Han}/u)
      expect(named.names.en).toMatch(/^[A-Z0-9]/)
      expect(named.names.zhIsTranslation).toBeUndefined()
    }
  })

  test('has ids that stay, each once', () => {
    for (const named of [steps, evidence, counters, outcomes]) {
      const ids = named.map((one) => one.id)
      expect(new Set(ids).size).toBe(ids.length)
    }
    for (const one of [kind, ...steps, ...evidence, ...counters, ...outcomes])
      expect(one.id).toMatch(/^[a-z]+(-[a-z]+)*$/)
  })

  test('has steps, and counts what its evidence gives', () => {
    expect(steps.length).toBeGreaterThan(0)
    expect(counters.length).toBeGreaterThan(0)
    for (const { sumOf } of counters)
      if (sumOf !== undefined) expect(evidence.find((field) => field.id === sumOf)?.type).toBe('number')
  })

  test('writes its words as they are looked for', () => {
    for (const list of [words, notWords ?? { zh: [], en: [] }]) {
      expect(new Set(list.zh).size).toBe(list.zh.length)
      expect(new Set(list.en).size).toBe(list.en.length)
      for (const phrase of list.en) expect(phrase).toMatch(/^[a-z'*]+(?: (?:[a-z'*]+|27|…))*$/)
      for (const phrase of list.zh) expect(phrase).toMatch(/^[\p{Script=Han}…]{2,}$/u)
    }
  })
})

test('counters are told apart over all kinds', () => {
  const ids = kindsOfWork.flatMap(({ counters }) => counters.map(({ id }) => id))
  expect(new Set(ids).size).toBe(ids.length)
})

test('an event counts when its date, place, number of people and link are given', () => {
  for (const id of ['study', 'training', 'school-event', 'joint-event']) {
    const evidence = kindsOfWork.find((kind) => kind.id === id)?.evidence ?? []
    expect(evidence.filter(({ isRequired }) => isRequired).map((field) => field.id)).toEqual([
      'day',
      'place',
      'people',
      'link',
    ])
  }
})

test('a standard is made over the stages, and its lead calls for participants within 30 days', () => {
  const [kind, ...others] = kindsOfWork.filter(({ makesStandard }) => makesStandard)
  expect([kind?.id, others]).toEqual(['standard', []])
  expect(kind?.steps[0]).toMatchObject({ id: 'call-for-participants', withinDays: 30 })
  for (const { withinDays, source } of kindsOfWork.flatMap(({ steps }) => steps))
    expect(withinDays === undefined).toBe(source === undefined)
})

test('a proposal and a bid may fail, and are done all the same', () => {
  const uncertain = kindsOfWork.filter(({ outcomes }) => outcomes !== undefined)
  expect(uncertain.map(({ id }) => id)).toEqual(['international-proposal', 'hosting-bid'])
  for (const { outcomes } of uncertain)
    expect(outcomes?.map(({ isAchieved }) => isAchieved)).toEqual([true, false])
})

describe('a committee’s own form of a kind', () => {
  const form: WorkKind = {
    id: 'standard',
    names: { zh: '标准制定' },
    words: { zh: ['复审意见'], en: [] },
    steps: [],
    evidence: [],
    counters: [],
  }
  const kinds = kindsOf({ kinds: [form] })
  const own = kinds.find(({ id }) => id === 'standard')
  const known = kindsOfWork.find(({ id }) => id === 'standard')

  test('adds its words to those that are known', () => {
    expect(kindsIn('整理复审意见。')).not.toContain('standard')
    expect(kindsIn('整理复审意见。', kinds)).toContain('standard')
    expect(kindsIn('推动供应链安全标准立项。', kinds)).toContain('standard')
  })

  test('leaves what it does not name as it is, and has its own name', () => {
    expect(own).toMatchObject({ names: form.names, steps: known?.steps, counters: known?.counters })
    expect(own?.makesStandard).toBe(true)
    const steps = [{ id: 'only', names: { en: 'Only' } }]
    expect(kindsOf({ kinds: [{ ...form, steps }] }).find(({ id }) => id === 'standard')?.steps).toEqual(steps)
  })

  test('stands in the place of the other', () => {
    expect(kinds.map(({ id }) => id)).toEqual(kindsOfWork.map(({ id }) => id))
  })
})
