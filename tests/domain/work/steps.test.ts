import { expect, test } from 'vitest'
import { kindsOfWork } from '../../../src/domain/work/kinds.ts'
import type { WorkItem } from '../../../src/domain/work/rules.ts'
import { stepsOf } from '../../../src/domain/work/steps.ts'
import { item } from '../plan/records.ts'

const standard = kindsOfWork.find(({ id }) => id === 'standard')

/** The steps of a standard that is to be made, each with the day on which it was taken and the one on which it is due. */
const told = (change: Partial<WorkItem>) =>
  stepsOf(item('w1', ['g1'], { kind: 'standard', ...change }), standard).map(
    ({ step, taken, dueOn }) => `${step.id} ${taken?.on ?? '-'} ${dueOn ?? '-'}`,
  )

test('the call for participants is due thirty days after the work began', () => {
  expect(told({ startsOn: '2024-01-31' })[0]).toBe('call-for-participants - 2024-03-01')
  expect(told({ startsOn: '2023-12-31' })[0]).toBe('call-for-participants - 2024-01-30')
})

test('nothing is due where nobody knows when it began, nor where no rule counts days', () => {
  expect(told({})).toStrictEqual(['call-for-participants - -', 'participants-reported - -', 'kick-off - -'])
  expect(told({ startsOn: '2024-01-31' }).slice(1)).toStrictEqual([
    'participants-reported - -',
    'kick-off - -',
  ])
})

test('a step that was taken tells when, in the order of the kind and not of the taking', () => {
  const steps = [
    { step: 'kick-off', on: '2024-04-10' },
    { step: 'call-for-participants', on: '2024-02-20' },
    { step: 'unknown', on: '2024-02-21' },
  ]
  expect(told({ startsOn: '2024-01-31', steps })).toStrictEqual([
    'call-for-participants 2024-02-20 2024-03-01',
    'participants-reported - -',
    'kick-off 2024-04-10 -',
  ])
})

test('a kind that is declared no more has no steps', () => {
  expect(
    stepsOf(item('w1', ['g1'], { steps: [{ step: 'held', on: '2024-05-01' }] }), undefined),
  ).toStrictEqual([])
})
