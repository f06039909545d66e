import { expect, test } from 'vitest'
import { fresh } from '../../src/domain/fresh.ts'

/** A clock and something to look up, both in the test's hand. */
function counted(look: (count: number) => Promise<number> = async (count) => count) {
  const state = { ms: 1_000, looks: 0, writes: 0 }
  const memory = fresh(
    () => new Date(state.ms),
    250,
    () => look(++state.looks),
    () => state.writes,
  )
  return { state, memory }
}

test('looks once in the window, and again when it has passed', async () => {
  const { state, memory } = counted()
  expect([await memory.get(), await memory.get()]).toStrictEqual([1, 1])
  state.ms += 249
  expect(await memory.get()).toBe(1)
  state.ms += 1
  expect(await memory.get()).toBe(2)
})

test('all who ask meanwhile share one look', async () => {
  const { state, memory } = counted()
  expect(await Promise.all([memory.get(), memory.get(), memory.get()])).toStrictEqual([1, 1, 1])
  expect(state.looks).toBe(1)
})

test('the window counts from where the look began, not from where it ended', async () => {
  const { state, memory } = counted(async (count) => {
    state.ms += 300
    return count
  })
  await memory.get()
  expect(await memory.get()).toBe(2)
})

test('what this process wrote is looked up at once, even where a look was under way', async () => {
  let end = (_count: number): void => undefined
  const { state, memory } = counted((count) =>
    count === 1 ? new Promise((resolve) => (end = resolve)) : Promise.resolve(count),
  )
  const before = memory.get()
  state.writes++
  const after = memory.get()
  end(1)
  expect([await before, await after, await memory.get()]).toStrictEqual([1, 2, 2])
})

test('forgets when it is told to', async () => {
  const { memory } = counted()
  await memory.get()
  memory.forget()
  expect(await memory.get()).toBe(2)
})

test('a look that fails is told to all who waited, and not kept', async () => {
  const { memory } = counted(async (count) => {
    if (count === 1) throw new Error('away')
    return count
  })
  const waiting = [memory.get(), memory.get()]
  for (const one of waiting) await expect(one).rejects.toThrow('away')
  expect(await memory.get()).toBe(2)
})

test('a clock that is set back makes nothing old look new', async () => {
  const { state, memory } = counted()
  await memory.get()
  state.ms -= 3_600_000
  expect(await memory.get()).toBe(2)
})
