// A Monday morning: npm run bench:monday -- [--channels 2000] [--per-minute 300] [--processes 1]
// How close the bot comes to what Slack allows, in a workspace that limits as Slack documents it, and whether its own
// pace ever makes Slack ask it to wait.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { setTimeout as pause } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { startSandbox } from '../../src/sandbox/index.ts'
import { startEmbedded } from '../../src/store/embedded.ts'
import { migrate } from '../../src/store/migrate.ts'
import { createStore, openDatabase } from '../../src/store/open-store.ts'
import { wholeProcess } from '../whole-process.ts'
import { fillCommittee } from './large-committee.ts'

const { values } = parseArgs({
  options: {
    channels: { type: 'string', default: '2000' },
    'per-minute': { type: 'string', default: '300' },
    processes: { type: 'string', default: '1' },
  },
})
const channels = Number(values.channels)
const perMinute = Number(values['per-minute'])
const say = (line: string) => process.stdout.write(`${line}\n`)

const dataDir = await mkdtemp(join(tmpdir(), 'rapporteur-bench-'))
const server = await startEmbedded({ dataDir, log: () => undefined })
const codes = Array.from({ length: channels }, (_, i) => `WG${i + 1}`)
const sandbox = await startSandbox({
  seed: {
    team: { id: 'T0BENCH', name: 'Bench', domain: 'bench' },
    users: [],
    channels: [...codes, 'SECRETARIAT'].map((code) => ({
      id: `C0${code}`,
      name: code.toLowerCase(),
      topic: '',
      members: [],
      bot: true,
    })),
    commands: [],
    shortcuts: [],
    bot: { userId: 'U0BOT', botId: 'B0BOT', appId: 'A0BOT', name: 'Rapporteur' },
  },
  now: () => new Date(),
  postsPerMinute: perMinute,
  recordedCalls: 10 * channels,
})
const bots: ReturnType<typeof wholeProcess>[] = []
try {
  await migrate(server.url)
  const database = await openDatabase(server.url)
  await fillCommittee(createStore(database, 'main'), codes, new Date())
  await database.close()
  const started = performance.now()
  for (let nth = 0; nth < Number(values.processes); nth += 1)
    bots.push(
      wholeProcess('main.ts', {
        DATABASE_URL: server.url,
        SLACK_BOT_TOKEN: sandbox.botToken,
        SLACK_APP_TOKEN: sandbox.appToken,
        SLACK_API_URL: sandbox.apiUrl,
        SLACK_MESSAGES_PER_MINUTE: String(perMinute),
        ROLES: 'worker,ticker',
        LOG_LEVEL: 'warn',
      }),
    )
  for (;;) {
    await pause(500)
    const told = said().length
    process.stderr.write(`\r${told} of ${channels} `)
    if (told >= channels) break
    const over = bots.find(({ child }) => child.exitCode !== null)
    if (over !== undefined) throw new Error(`a bot ended:\n${over.stderr()}`)
  }
  process.stderr.write('\n')
  report(performance.now() - started)
} finally {
  for (const { child } of bots) child.kill('SIGTERM')
  await Promise.all(bots.map(({ ended }) => ended))
  await sandbox.close()
  await server.stop()
  await rm(dataDir, { recursive: true, force: true })
}

function said() {
  return sandbox.record().filter(({ method, effect }) => method === 'chat.postMessage' && effect)
}

function report(wholeMs: number): void {
  const times = said()
    .slice(0, channels)
    .map(({ at }) => Date.parse(at))
  const refused = sandbox.record().filter(({ status }) => status === 429)
  const seconds = ((times.at(-1) ?? 0) - (times[0] ?? 0)) / 1_000
  const rate = ((channels - 1) / seconds) * 60
  say(
    `channels              ${channels}, each told once: ${new Set(said().map(({ args }) => args.channel)).size}`,
  )
  say(`allowed               ${perMinute} messages a minute`)
  say(
    `from first to last    ${seconds.toFixed(1)} s (from the start of the processes ${(wholeMs / 1_000).toFixed(1)} s)`,
  )
  say(
    `reached               ${rate.toFixed(1)} a minute, ${((100 * rate) / perMinute).toFixed(1)} % of what is allowed`,
  )
  say(
    `answered 429          ${refused.length} ${[...new Set(refused.map(({ method }) => method))].join(', ')}`,
  )
}
