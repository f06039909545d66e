import { expect, test } from 'vitest'
import { passwordsIn } from '../../src/runtime/passwords-in.ts'

test.each([
  ['redis://:geheim@cache:6379/0', ['geheim']],
  ['postgres://bot:s3cr%2Fet@db/mine', ['s3cr%2Fet', 's3cr/et']],
  ['redis://:p@ss@cache', ['p%40ss', 'p@ss']],
  ['redis://:100%sure@cache', ['100%sure']],
  ['postgres:///mine?host=/run/postgresql&password=a%20b', ['a b', 'a%20b']],
  ['redis://cache:6379', []],
  ['postgres://bot@db/mine', []],
  [undefined, []],
])('of %s', (address, passwords) => {
  expect(passwordsIn(address).sort()).toEqual([...passwords].sort())
})
