import fs from 'node:fs'
import process from 'node:process'
import { takeLock } from '../../../src/store/embedded/lock.ts'

/** Adds one to a number in a file, a step at a time, under a lock that it never gives back at the end. */
const [lockFile = '', counter = '', rounds = '0'] = process.argv.slice(2)
for (let round = 1; round <= Number(rounds); round += 1) {
  const lock = await takeLock(lockFile, () => undefined)
  const before = Number(fs.readFileSync(counter, 'utf8'))
  await new Promise(setImmediate)
  fs.writeFileSync(counter, String(before + 1))
  if (round === Number(rounds)) process.kill(process.pid, 'SIGKILL')
  lock.release()
}
