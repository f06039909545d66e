import { randomUUID } from 'node:crypto'
import process from 'node:process'
import { Command, CommanderError, Option } from 'commander'
import { answer, events, slashCommands } from '../commands/index.ts'
import { type Config, describeFaults, readEnv } from '../config/env.ts'
import { type App, createApp } from './app.ts'
import type { Log } from './contract/log.ts'
import { ask } from './operator/ask.ts'
import { connections } from './operator/connections.ts'
import { type ImportKind, importFile } from './operator/import-file.ts'
import { isForOperator } from './operator/is-for-operator.ts'
import { OperatorError } from './operator/operator-error.ts'
import { preview, previewText } from './operator/preview.ts'
import { replyPayload, replyText } from './operator/reply-text.ts'
import { reportText } from './operator/report-text.ts'
import { status, statusText } from './operator/status.ts'
import { readCron } from './queue/cron.ts'
import { logger } from './runtime/logger.ts'
import { loadSample, samples } from './runtime/sample.ts'
import { openStorage, type Storage } from './runtime/storage.ts'
import { slackManifest } from './slack/manifest.ts'

type Session = { app: App; config: Config; storage: Storage; log: Log }

const program = new Command('rapporteur')
  .description("Rapporteur's command line, for its operator")
  .showHelpAfterError('(add --help for the options)')
  .configureOutput({ outputError: (text, write) => write(text.replace(/^error: /, '')) })
  .exitOverride()

program
  .command('init')
  .description('load a sample committee into an empty database')
  .addOption(new Option('--sample <name>', 'which').choices(samples).makeOptionMandatory())
  .option('--json', 'print one JSON document')
  .action(({ sample, json }) =>
    inSession(async ({ app }) => {
      const committee = await app.committees.get()
      if (committee !== undefined)
        throw new OperatorError(`the committee ${committee.id} is already on record; nothing was changed`)
      const reports = await loadSample(app, sample, readCron)
      const [records, standards, assignments] = reports
      print(json, { sample, records, standards, assignments }, () =>
        ['committee', 'standards', 'assignments']
          .map((name, i) => `${name}: ${reportText(reports[i])}`)
          .join('\n'),
      )
    }),
  )

program
  .command('import')
  .description('put a file on record: all of it, or nothing where anything in it is wrong')
  .argument('<kind>', 'committee, standards or assignments')
  .argument('<file>', '.yaml or .csv')
  .option('--dry-run', 'tell what would change, and change nothing')
  .option('--json', 'print one JSON document')
  .action((kind: string, file: string, { dryRun = false, json }) =>
    inSession(async ({ app }) => {
      const report = await importFile(app, kindNamed(kind), file, { dryRun, readCron })
      print(json, { dryRun, ...report }, () => `${dryRun ? 'would change: ' : ''}${reportText(report)}`)
    }),
  )

program
  .command('ask')
  .description('what the bot answers to a slash command; one that changes something changes it')
  .argument('<command>', 'such as "/standard GB/T 22239"')
  .requiredOption('--as <who>', "a member's id or name, or secretariat, convenor:WG8, member:WG8")
  .option('--in <channel>', 'as if typed in this channel')
  .option('--json', 'print the Block Kit payload')
  .action((text: string, { as, in: channel, json }) =>
    inSession(async ({ app }) => {
      const question = { as, text, request: randomUUID(), ...(channel !== undefined && { in: channel }) }
      const reply = await ask(app, answer, question)
      print(json, replyPayload(reply), () => replyText(reply))
    }),
  )

program
  .command('preview')
  .description('what would be said, to whom, and why not to the others; nothing is sent or stored')
  .argument('<what>', 'reminders or digests')
  .option('--wg <code>', 'one group only')
  .option('--at <moment>', 'as at 2026-11-30T09:00+08:00; without it, at each next slot', instant)
  .option('--json', 'print one JSON document')
  .action((what: string, { wg, at, json }) =>
    inSession(async ({ app }) => {
      const kind = /^reminders?$/.test(what) ? 'reminder' : /^digests?$/.test(what) ? 'digest' : undefined
      if (kind === undefined)
        throw new OperatorError(`"${what}" can't be previewed: say reminders or digests`)
      const lines = await preview(app, kind, {
        ...(wg !== undefined && { wg }),
        ...(at !== undefined && { at }),
      })
      print(json, lines, () => previewText(lines))
    }),
  )

program
  .command('status')
  .description('what is connected, what is due next, what is undelivered')
  .option('--json', 'print one JSON document')
  .action(({ json }) =>
    inSession(async ({ app, config, storage, log }) => {
      const told = await status(app, await connections(config, storage, log))
      print(json, told, () => statusText(told))
      if (told.connections.some(({ ok }) => !ok)) process.exitCode = 1
    }),
  )

program
  .command('manifest')
  .description('the Slack app manifest, as in config/slack-manifest.json')
  .action(() => print(true, slackManifest(slashCommands, events), () => ''))

await run()

async function run(): Promise<void> {
  try {
    await program.parseAsync()
  } catch (error) {
    // Commander has said what is wrong, or has printed the help that was asked for.
    if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 1
    else if (isForOperator(error)) fail(error.message, 1)
    else {
      const reference = randomUUID().slice(0, 8)
      logger({ level: 'error' }).error({ err: error, reference }, 'a command failed')
      fail(`that is a bug of Rapporteur; its reference is ${reference}`, 2)
    }
  }
}

/** Opens the database for one command, whether the bot is running or not, and leaves it as it was found. */
async function inSession(work: (session: Session) => Promise<void>): Promise<void> {
  const env = readEnv(process.env)
  if (!env.ok) throw new OperatorError(describeFaults(env.faults))
  const { config } = env
  const log = logger({ level: config.logLevel === 'info' ? 'warn' : config.logLevel })
  const storage = await openStorage(config, (line) => log.info({}, line))
  try {
    await work({ app: createApp({ store: storage.store, readCron }), config, storage, log })
  } finally {
    await storage.close()
  }
}

function print(json: boolean | undefined, document: unknown, text: () => string): void {
  process.stdout.write(`${json === true ? JSON.stringify(document, null, 2) : text()}\n`)
}

function fail(message: string, code: 1 | 2): void {
  process.stderr.write(`${message}\n`)
  process.exitCode = code
}

function kindNamed(kind: string): ImportKind {
  if (kind === 'committee' || kind === 'standards' || kind === 'assignments') return kind
  throw new OperatorError(`"${kind}" can't be imported: say committee, standards or assignments`)
}

/** A moment with its zone or offset: without one it would mean another moment on every machine. */
function instant(text: string): Date {
  const at = new Date(text)
  const hasZone = /(?:Z|[+-]\d{2}:?\d{2})$/i.test(text)
  if (Number.isNaN(at.getTime()) || !hasZone)
    throw new OperatorError(`"${text}" is not a moment with its offset, such as 2026-11-30T09:00+08:00`)
  return at
}
