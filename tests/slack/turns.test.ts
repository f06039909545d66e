import { setImmediate as nextTurn } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { turns } from '../../src/slack/turns.ts'

function turnsAt(start: number) {
  let ms = start
  const pass = (some: number) => {
    ms += some
  }
  return { ...turns(() => new Date(ms)), pass }
}

test('whoever comes late in a turn that others have made long should not wait, and in the next turn all is well', async () => {
  const turn = turnsAt(0)
  expect(turn.isLong()).toBe(false)
  turn.pass(500)
  expect(turn.isLong()).toBe(false)
  turn.pass(1)
  expect(turn.isLong()).toBe(true)
  await nextTurn()
  expect(turn.isLong()).toBe(false)
})

test('a clock that is set back makes no turn long', () => {
  const turn = turnsAt(10_000)
  turn.isLong()
  turn.pass(-5_000)
  expect(turn.isLong()).toBe(false)
})

test('what is put off is done one by one, each in a turn of its own', async () => {
  const turn = turnsAt(0)
  const done: number[] = []
  const all = [1, 2, 3].map(async (nth) => {
    await turn.next()
    done.push(nth)
  })
  for (let past = 0; done.length < 3; past = done.length) {
    await nextTurn()
    expect(done.length - past).toBeLessThanOrEqual(1)
  }
  await Promise.all(all)
  expect(done).toEqual([1, 2, 3])
})
