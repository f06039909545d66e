// npm run simulate -- [--months 12] [--seed 1] [--members 200] [--groups 10] [--json] [--evidence FILE]
// Months of a committee's life in minutes: whether the bot asks people as it promises, counted from what it really posted
// in the practice workspace and from a diary of what people did. Ends with 1 where a promise was broken.
import { writeFile } from 'node:fs/promises'
import process from 'node:process'
import { parseArgs } from 'node:util'
import { openDatabase } from '../../src/store/open-store.ts'
import { createDatabase, prepare } from '../database-server.ts'
import { leaving } from '../leaving.ts'
import type { Size } from './committee.ts'
import { isClean, judge } from './judge.ts'
import { report } from './report.ts'
import { simulate } from './simulate.ts'

const { values } = parseArgs({
  options: {
    months: { type: 'string', default: '12' },
    seed: { type: 'string', default: '1' },
    members: { type: 'string', default: '200' },
    groups: { type: 'string', default: '10' },
    json: { type: 'boolean', default: false },
    evidence: { type: 'string' },
  },
})
const size: Size = {
  seed: whole('seed', 0, 1_000_000_000),
  months: months(),
  groups: whole('groups', 1, 50),
  members: whole('members', 3, 2_000),
}
if (size.members < 3 * size.groups) throw new Error('--members takes three a group at least')

const tell = (line: string) => void process.stderr.write(`${line}\n`)
const { later, leave } = leaving(tell)
try {
  const server = await prepare(later)
  const database = await openDatabase(await createDatabase(server, server.template))
  later(() => database.close())
  const started = performance.now()
  const evidence = await simulate(database, size, process.stderr.isTTY ? tell : undefined)
  const verdict = judge(evidence)
  if (values.evidence !== undefined) await writeFile(values.evidence, JSON.stringify(evidence))
  tell(`took ${((performance.now() - started) / 1_000).toFixed(1)} s`)
  process.stdout.write(
    `${values.json ? JSON.stringify({ ...size, ...verdict }, null, 2) : report(size, verdict)}\n`,
  )
  if (!isClean(verdict)) process.exitCode = 1
} finally {
  await leave()
}

function whole(name: 'seed' | 'groups' | 'members', least: number, most: number): number {
  const number = Number(values[name])
  if (!/^\d+$/.test(values[name]) || number < least || number > most)
    throw new Error(`--${name} takes a whole number from ${least} to ${most}, not ${values[name]}`)
  return number
}

function months(): number {
  const number = Number(values.months)
  if (!/^\d+(\.5)?$/.test(values.months) || number < 0.5 || number > 24)
    throw new Error(`--months takes 0.5 to 24, halves allowed, not ${values.months}`)
  return number
}
