import { describe, expect, test } from 'vitest'
import { databaseUnavailable, isServerTrouble } from '../../src/runtime/database-unavailable.ts'
import { openStorage } from '../../src/runtime/storage.ts'
import { testDatabase } from '../database.ts'

const { url } = await testDatabase()
const opened = (databaseUrl: string) => openStorage({ databaseUrl, dataFolder: '.' }, () => undefined)
const changed = (change: (url: URL) => void): string => {
  const other = new URL(url)
  change(other)
  return other.href
}

describe('a database that can’t be used', () => {
  test('because nothing listens there', async () => {
    await expect(opened('postgres://me:secret@127.0.0.1:9/mine')).rejects.toThrow(
      /^DATABASE_URL: nothing listens at 127\.0\.0\.1:9; start PostgreSQL there/,
    )
  })

  test('because the user or the password is wrong', async () => {
    const wrong = changed((other) => {
      other.username = 'nobody_here'
      other.password = 'hunter2hunter2'
    })
    const refusal = opened(wrong)
    await expect(refusal).rejects.toThrow(
      /^DATABASE_URL: the server at \S+ refuses the user "nobody_here" or the/,
    )
    await expect(refusal).rejects.not.toThrow('hunter2')
  })

  test('because there is none of that name', async () => {
    const wrong = changed((other) => {
      other.pathname = '/nothing_here'
    })
    await expect(opened(wrong)).rejects.toThrow('DATABASE_URL: there is no database "nothing_here" at ')
  })
})

const coded = (code: string, message = '') => Object.assign(new Error(message), { code })

test.each([
  coded('ECONNRESET'),
  coded('57P01'),
  coded('53300'),
  coded('42501'),
  coded('DEPTH_ZERO_SELF_SIGNED_CERT'),
  new Error('Connection terminated unexpectedly'),
  new Error('timeout exceeded when trying to connect'),
  new Error('The server does not support SSL connections'),
])('%o is the server’s trouble, told in one line', (error) => {
  expect(isServerTrouble(error)).toBe(true)
  expect(databaseUnavailable('postgres://me:secret@db.example/mine', error).message).toMatch(
    /^DATABASE_URL: (?!.*secret).*$/,
  )
})

test.each([
  coded('42P01', 'relation does not exist'),
  coded('23505'),
  coded('ERR_INVALID_ARG_TYPE'),
  new TypeError('x is not a function'),
  'text',
])('%o is a bug', (error) => {
  expect(isServerTrouble(error)).toBe(false)
})
