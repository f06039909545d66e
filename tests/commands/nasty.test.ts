import { beforeAll, describe, expect, test } from 'vitest'
import { slashCommands } from '../../commands/index.ts'
import { longestCommandText } from '../../src/contract/dispatch.ts'
import { readName } from '../../src/operator/designations.ts'
import { testDatabase } from '../database.ts'
import { type Desk, deskOn } from './desk.ts'

const { database } = await testDatabase()
let desk: Desk
beforeAll(async () => {
  desk = await deskOn(database, 'nasty', '2026-11-23T04:00:00Z')
  await desk.ask('/standard GB/T 43697')
})

/** A member waits for the answer, and everybody else for their turn. */
const mostMs = 500

const nasty: [string, string][] = [
  ['brackets in brackets', '('],
  ['brackets that close', '()'],
  ['full-width brackets', '（'],
  ['dashes', '-'],
  ['all kinds of dashes', '-‐‑–—―－ー'],
  ['digits', '1'],
  ['full-width digits', '９'],
  ['digits and dashes', '1-'],
  ['digits and colons', '12:'],
  ['digits and dots', '1.'],
  ['slashes', '/'],
  ['publishers', 'ISO/IEC/'],
  ['designations', 'GB/T 99999-2024 '],
  ['one long number of a designation', 'GB/T 9'],
  ['drafts', 'ISO/IEC DIS 27001 '],
  ['supplements', '/Amd 1:2020'],
  ['parts', 'ISO 1-'],
  ['blanks between words', 'a  '],
  ['line ends', '\n'],
  ['tabs', '\t\u00a0'],
  ['combining characters', 'e\u0301'],
  ['combining characters alone', '\u0301'],
  ['Zalgo', 'o\u0300\u0301\u0302\u0303\u0304\u0305\u0306\u0307\u0308'],
  ['right-to-left marks', '\u202e\u200f\u2067'],
  ['Arabic', 'معيار '],
  ['ligatures that grow', '\ufdfa'],
  ['zero-width joiners', '👩‍👩‍👧‍👦'],
  ['emoji', '🔒'],
  ['half a character', '\ud83d'],
  ['control characters', '\u0000\u001b\u0007'],
  ['quotation marks', '"\'`“”'],
  ['mentions', '<@U0LOTUS|lotus> '],
  ['broken mentions', '<@U0'],
  ['channels', '<!channel> <#C0|x> '],
  ['regular expressions', '(a+)+$|.*?'],
  ['SQL', "'; drop table rapporteur.notices; --"],
  ['percent signs and underscores', '%_\\'],
  ['plural forms', '{count, plural, other {#}}'],
  ['Chinese without an end', '数据安全'],
  ['Chinese numbers', '一二三'],
  ['an English word without an end', 'security'],
  ['English words', 'data security requirements '],
  ['misspelt words', 'sekurity protekshun '],
  ['spans', 'due 2w '],
  ['weekdays', 'Mon,'],
  ['cron', '*/1,'],
  ['cron fields', '0 9 * * 1 '],
  ['ranges', '0-59/1,'],
  ['words of the commands', 'schedule reminder '],
]
const full = (part: string) =>
  part.repeat(Math.ceil(longestCommandText / part.length)).slice(0, longestCommandText)

/** Milliseconds of processor time: the machine may be busy with others. */
async function costMs(work: () => unknown): Promise<number> {
  const before = process.cpuUsage()
  await work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1_000
}

/** Each command and verb, and what it takes before the rest. */
const beginnings = slashCommands.flatMap(({ command, verb }) => {
  const start = verb === undefined ? command : `${command} ${verb}`
  return [
    start,
    ...(command === '/wg' && verb !== undefined ? [`${start} reminder`, `${start} WG8 digest`] : []),
  ]
})

describe.each([...new Set(beginnings), '/assignments due', '/assignments @'])('%s', (start) => {
  test.each(nasty)('answers soon to %s', async (_what, part) => {
    const text = start.split(' ').slice(1).join(' ')
    const typed = `${start}${start.endsWith('@') ? '' : ' '}${full(part).slice(0, longestCommandText - text.length - 1)}`
    let answered: { kind: string } | undefined
    const ms = await costMs(async () => {
      answered = await desk.ask(typed, { member: 'lotus', channelId: 'C-WG8' })
    })
    expect(answered?.kind).toMatch(/^(ephemeral|modal|refused)$/)
    expect(ms).toBeLessThan(mostMs)
  })
})

test.each(nasty)('a name is read soon from %s', async (_what, part) => {
  expect(await costMs(() => readName(full(part)))).toBeLessThan(mostMs)
})
