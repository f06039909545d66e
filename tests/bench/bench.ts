// How fast Rapporteur answers at size, beside a Bolt app that only acknowledges: npm run bench --
//   [--standards 1000,10000,100000] [--assignments 1000000] [--connections 1,16,64] [--rounds 3] [--seconds 1] [--seed 1]
//   [--kinds designation,chinese,english,mine] [--json results.json] [--profile folder] [--ready]
// Both run on the same receiver and are asked in turn, so that whatever else this machine does falls on both. It ends
// with code 1 where any answer was not the true one; a missed aim is told, and is no failure: machines differ.
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { setTimeout as pause } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { startSandbox } from '../../src/sandbox/index.ts'
import { startEmbedded } from '../../src/store/embedded.ts'
import { migrate } from '../../src/store/migrate.ts'
import { openDatabase } from '../../src/store/open-store.ts'
import { aims } from './aims.ts'
import { fill, openOf, settle } from './fill.ts'
import { localeOf, madeGroups, madeMembers, madeStandards, zone } from './generate.ts'
import { type Answering, asker, bareApp, lateAnswers, rapporteur } from './processes.ts'
import { asked, type Kind, kinds, type Question, questions } from './questions.ts'
import { type Cell, cellOf, type TimedVolley, table } from './table.ts'
import type { Turn } from './volley.ts'

const { values } = parseArgs({
  options: {
    standards: { type: 'string', default: '1000,10000,100000' },
    assignments: { type: 'string', default: '1000000' },
    connections: { type: 'string', default: '1,16,64' },
    /** Which questions are asked: all, unless told. */
    kinds: { type: 'string', default: kinds.join(',') },
    rounds: { type: 'string', default: '3' },
    seconds: { type: 'string', default: '1' },
    seed: { type: 'string', default: '1' },
    json: { type: 'string' },
    /** The bare app acknowledges with an answer that lies ready, as long as a card: the most that any answer can reach. */
    ready: { type: 'boolean', default: false },
    /** Where Node writes a CPU profile of each Rapporteur that was asked. */
    profile: { type: 'string' },
  },
})
const numbers = (text: string) => text.split(',').map(Number)
const sizes = numbers(values.standards)
const connections = numbers(values.connections)
const rounds = Number(values.rounds)
const ms = 1_000 * Number(values.seconds)
const seed = Number(values.seed)
const chosen = kinds.filter((kind) => values.kinds.split(',').includes(kind))
const warmUpMs = 2_000
const largest = Math.max(...sizes)
const say = (line: string) => process.stdout.write(`${line}\n`)
const tell = (line: string) => process.stderr.write(`${line}\n`)

const folder = await mkdtemp(join(tmpdir(), 'rapporteur-bench-'))
const server = await startEmbedded({ dataDir: folder, log: () => undefined })
const members = madeMembers()
const sandbox = await startSandbox({
  seed: {
    team: { id: 'T0BENCH', name: 'Bench', domain: 'bench' },
    users: members.map(({ id, names, email = '', slackId = '' }, at) => ({
      id: slackId,
      handle: id,
      name: names.en ?? id,
      title: '',
      locale: localeOf(at + 1),
      zone,
      email,
    })),
    channels: madeGroups().map(({ channelId = '', code }) => ({
      id: channelId,
      name: code.toLowerCase(),
      topic: '',
      members: [],
      bot: true,
    })),
    commands: [],
    shortcuts: [],
    bot: { userId: 'U0BOT', botId: 'B0BOT', appId: 'A0BENCH', name: 'Rapporteur' },
  },
  now: () => new Date(),
  rateLimits: false,
})
const { signingSecret: secret, botToken, apiUrl } = sandbox
const bare = await bareApp(secret, values.ready)
const late = await lateAnswers()
const { ask, stop } = await asker()
const cells: Cell[] = []
let wrong = 0

try {
  await migrate(server.url)
  for (const size of sizes) await measure(size)
  say(
    table(
      cells,
      kinds.map((kind) => [kind, asked[kind]] as const),
    ),
  )
  for (const line of aims(cells, sizes, connections)) say(line)
  if (values.json !== undefined) await writeFile(values.json, `${JSON.stringify({ seed, cells }, null, 2)}\n`)
} finally {
  await stop()
  await late.stop()
  await bare.stop()
  await sandbox.close()
  await server.stop()
  await rm(folder, { recursive: true, force: true })
}
process.exitCode = wrong > 0 ? 1 : 0

/** One committee of this size, asked everything; its share of the assignments is that of its standards. */
async function measure(size: number): Promise<void> {
  const assignments = Math.round((Number(values.assignments) * size) / largest)
  const workspace = `bench-${size}`
  tell(`${size} standards and ${assignments} assignments: filling the database …`)
  const made = madeStandards(size, seed)
  const database = await openDatabase(server.url)
  await fill(database, { workspace, made, assignments, seed })
  await settle(database)
  const open = await openOf(database, workspace, members)
  await database.close()
  const everything = questions(made, open, seed)

  const env = {
    DATABASE_URL: server.url,
    RAPPORTEUR_WORKSPACE: workspace,
    RAPPORTEUR_DATA: folder,
    SLACK_BOT_TOKEN: botToken,
    SLACK_SIGNING_SECRET: secret,
    SLACK_API_URL: apiUrl,
  }
  const bot = await rapporteur(env, values.profile)
  try {
    for (const kind of chosen) await warmUp(bot, kind, everything[kind])
    for (const kind of chosen)
      for (const count of connections) cells.push(await cell(bot, size, kind, count, everything[kind]))
  } finally {
    await bot.stop()
  }
}

/** Until it answers as it will: a first answer may come late, for the catalogue is read and people are asked about. */
async function warmUp(bot: Answering, kind: Kind, some: readonly Question[]): Promise<void> {
  const turn = { secret, questions: some, connections: 4, lateUrl: late.url }
  await ask({ ...turn, port: bare.port, isBare: true })
  for (let tries = 1; ; tries++) {
    const { wrong, late, firstWrong } = await ask({ ...turn, port: bot.port, isBare: false })
    if (wrong + late === 0) break
    if (tries === 15) throw new Error(`${asked[kind]} is not answered: ${firstWrong}`)
    await pause(1_000)
  }
  // What is asked often is compiled anew, in both.
  for (const who of [bare, bot])
    await ask({ ...turn, connections: 16, ms: warmUpMs, port: who.port, isBare: who === bare })
}

/** The bare app and Rapporteur, in turn. */
async function cell(bot: Answering, size: number, kind: Kind, count: number, some: readonly Question[]) {
  const turn = { secret, questions: some, connections: count, ms, lateUrl: late.url }
  const volleys = { bare: [], bot: [] } as Parameters<typeof cellOf>[1]
  for (let round = 0; round < rounds; round++) {
    volleys.bare.push(await timed(bare, { ...turn, isBare: true }))
    const answered = await timed(bot, { ...turn, isBare: false })
    if (answered.firstWrong !== undefined) tell(answered.firstWrong)
    wrong += answered.wrong
    volleys.bot.push(answered)
  }
  const memory = { bareMb: await bare.memoryMb(), botMb: await bot.memoryMb() }
  const measured = cellOf({ size, kind, connections: count }, volleys, memory)
  tell(
    `${size} ${kind} ${count}: ${Math.round(measured.bot.perSecond)} of ${Math.round(measured.bare.perSecond)} a second`,
  )
  return measured
}

async function timed(who: Answering, turn: Omit<Turn, 'port'>): Promise<TimedVolley> {
  const before = who.cpuMs()
  const answered = await ask({ ...turn, port: who.port })
  return { ...answered, cpuMs: who.cpuMs() - before }
}
