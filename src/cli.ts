import { randomUUID } from 'node:crypto'
import process from 'node:process'
import { Command, CommanderError, Option } from 'commander'
import { subjectKinds } from './domain/audit/rules.ts'
import type { PlanPreview } from './domain/plan/importing.ts'
import type { WorkListing } from './domain/work/listing.ts'
import { harmless } from './operator/harmless.ts'
import { OperatorError } from './operator/operator-error.ts'

// What a command needs is loaded when it runs: a refusal, a help text and a parsed name need no database.

const program = new Command('rapporteur')
  .description("Rapporteur's command line, for its operator")
  .option('--json', 'print one JSON document on standard output and nothing else')
  .configureHelp({ showGlobalOptions: true })
  .configureOutput({ outputError: (text) => fail(inOneLine(text), 1) })
  .exitOverride()

program
  .command('init')
  .description('load a sample committee into an empty database')
  .addOption(new Option('--sample <name>', 'which').choices(['tc260'] as const).makeOptionMandatory())
  .action(async ({ sample }) => {
    const { inSession } = await import('./operator/session.ts')
    const { initWith, initText } = await import('./operator/init.ts')
    const told = await inSession(process.env, ({ app }) => initWith(app, sample))
    print(told, () => initText(told))
  })

const imports = program
  .command('import')
  .description('put a file on record: all of it, or nothing where anything in it is wrong')
  .argument('[kind]', 'committee, standards, assignments, plan or work')
  .argument('[file...]', 'its name ends in .yaml, .csv, .xlsx, .json, .docx, .txt, .md or .html')
  .action((kind: string | undefined) => {
    throw new OperatorError(
      kind === undefined
        ? 'say what to import: committee, standards, assignments, plan or work, and a file'
        : `"${kind}" can't be imported: say committee, standards, assignments, plan or work`,
    )
  })

for (const kind of ['committee', 'assignments'] as const)
  imports
    .command(kind)
    .description(
      kind === 'committee' ? 'the committee, its groups and people; YAML' : 'who owes what; YAML or CSV',
    )
    .argument('<file>', `its name ends in .yaml${kind === 'committee' ? '' : ' or .csv'}`)
    .option('--dry-run', 'tell what would change, and change nothing')
    .action(async (file: string, { dryRun = false }) => {
      const { importedFile, importFile } = await import('./operator/import-file.ts')
      const { reportText } = await import('./operator/report-text.ts')
      const given = await importedFile(kind, file)
      const { inSession } = await import('./operator/session.ts')
      const { readCron } = await import('./queue/cron.ts')
      const report = await inSession(process.env, ({ app }) => importFile(app, given, { dryRun, readCron }))
      print({ dryRun, ...report }, () => `${dryRun ? 'would change: ' : ''}${reportText(report)}`)
    })

imports
  .command('standards')
  .description('a list of standards, from wherever it comes: a preview first, then what it changes')
  .argument('<file>', 'its name ends in .csv, .xlsx, .yaml or .json')
  .option('--dry-run', 'show what would change, and change nothing')
  .option('--yes', "don't ask before changing anything; nobody is asked where there is no terminal")
  .option('--skip-faulty', 'take the rows without fault or doubt and leave the others')
  .option(
    '--take-doubtful',
    'take stages that are older than those on record or lie before them, and days that hardly go together',
  )
  .action(async (path: string, { dryRun = false, yes = false, skipFaulty = false, takeDoubtful = false }) => {
    const { givenFile } = await import('./operator/given-file.ts')
    const { importStandards, standardsFile } = await import('./operator/import-standards.ts')
    const { previewDocument, previewText, refusalText } = await import('./operator/import-standards-text.ts')
    const { progressOn } = await import('./operator/progress.ts')
    const { inSession } = await import('./operator/session.ts')
    const given = await givenFile(path)
    const isAsked = !yes && !dryRun && !asJson() && process.stdin.isTTY && process.stdout.isTTY
    const { file, told } = await inSession(process.env, async ({ app }) => {
      const file = await standardsFile(app, given)
      const told = await importStandards(app, file, {
        dryRun,
        skipFaulty,
        takeDoubtful,
        ...(isAsked && { confirm: (plan) => agreed(previewText(file, plan)) }),
        ...(!asJson() && { progress: progressOn(process.stderr, 'written', () => performance.now()) }),
      })
      return { file, told }
    })
    const { outcome, plan } = told
    const answers = {
      taken: 'on record',
      declined: 'nothing was changed',
      'dry-run': 'nothing was changed: a dry run',
    }
    print(previewDocument(file, told), () =>
      [
        ...(isAsked && outcome !== 'refused' ? [] : [previewText(file, plan)]),
        ...(outcome === 'refused' ? [] : [answers[outcome]]),
      ].join('\n'),
    )
    if (outcome === 'refused') fail(refusalText(path, plan), 1)
  })

imports
  .command('plan')
  .description("a year's key working points, as the committee's document prints them: a preview first")
  .argument('<file>', 'its name ends in .docx, .txt, .md, .html, .xlsx or .csv')
  .option('--year <year>', 'the year it is for; without it, as the document tells', planYear)
  .option('--why <reason>', 'why points of a plan that is on record change; wanted where any do')
  .option('--dry-run', 'show what is read of it and what would change, and change nothing')
  .option('--yes', "don't ask before changing anything; nobody is asked where there is no terminal")
  .action(async (path: string, { year, why, dryRun = false, yes = false }) => {
    const { givenFile } = await import('./operator/given-file.ts')
    const { importPlan, planFile } = await import('./operator/import-plan.ts')
    const { planJson, planText } = await import('./operator/import-plan-text.ts')
    const { inSession } = await import('./operator/session.ts')
    const given = await givenFile(path)
    const isAsked = !yes && !dryRun && !asJson() && process.stdin.isTTY && process.stdout.isTTY
    const { file, told } = await inSession(process.env, async ({ app }) => {
      const file = await planFile(app, given, { dryRun, ...(year !== undefined && { year }) })
      const confirm = (preview: PlanPreview) => agreed(planText(file, preview))
      const askWhy = () => answered('Why does the plan change? ')
      const told = await importPlan(app, file, {
        dryRun,
        ...(why !== undefined && { why }),
        ...(isAsked && { confirm, askWhy }),
      })
      return { file, told }
    })
    const { outcome, preview } = told
    const answers = {
      taken: `the plan of ${file.plan.year} is on record`,
      unchanged: 'nothing was changed: all of it is on record already',
      declined: 'nothing was changed',
      'dry-run': 'nothing was changed: a dry run',
    }
    const isShown = isAsked && outcome !== 'unchanged'
    print(planJson(file, told), () =>
      [...(isShown ? [] : [planText(file, preview)]), answers[outcome]].join('\n'),
    )
  })

imports
  .command('work')
  .description('what convenors break goals down into, with its assignments, one a row: a preview first')
  .argument('<file>', 'its name ends in .csv or .xlsx')
  .option('--dry-run', 'show what would change, and change nothing')
  .option('--yes', "don't ask before changing anything; nobody is asked where there is no terminal")
  .action(async (path: string, { dryRun = false, yes = false }) => {
    const { givenFile } = await import('./operator/given-file.ts')
    const { importWork, workFile, workText } = await import('./operator/import-work.ts')
    const { withCommittee } = await import('./operator/session.ts')
    const given = await givenFile(path)
    const isAsked = !yes && !dryRun && !asJson() && process.stdin.isTTY && process.stdout.isTTY
    const { file, outcome, listing } = await withCommittee(process.env, async ({ app }) => {
      const file = await workFile(app, given)
      const confirm = (shown: WorkListing) => agreed(workText(shown, file))
      return { file, ...(await importWork(app, file, { dryRun, ...(isAsked && { confirm }) })) }
    })
    const answers = {
      taken: 'on record',
      unchanged: 'nothing was changed: all of it is on record already',
      declined: 'nothing was changed',
      'dry-run': 'nothing was changed: a dry run',
      refused: 'nothing was changed',
    }
    const isShown = isAsked && (outcome === 'taken' || outcome === 'declined')
    print({ outcome, ...listing }, () =>
      [...(isShown ? [] : [workText(listing, file)]), answers[outcome]].join('\n'),
    )
    if (outcome === 'refused') fail(`${path} has rows that can't be taken as they are; mend them`, 1)
  })

program
  .command('export')
  .description('the standards on record, as a file that "import standards" reads back to the same state')
  .argument('<what>', 'standards')
  .option('--format <format>', 'csv or json; without it, as the name of the file ends')
  .option('--wg <code>', 'one group only')
  .option('-o, --output <file>', 'a new file; without it, standard output')
  .action(
    async (what: string, { format: said, wg, output }: { format?: string; wg?: string; output?: string }) => {
      if (what !== 'standards') throw new OperatorError(`"${what}" can't be exported: say standards`)
      const { exportStandards, formatMeant, writeNew } = await import('./operator/export-standards.ts')
      const format = formatMeant(said ?? (output === undefined && asJson() ? 'json' : undefined), output)
      const { withCommittee } = await import('./operator/session.ts')
      const { text, count } = await withCommittee(process.env, ({ app }) =>
        exportStandards(app, format, wg === undefined ? {} : { wg }),
      )
      if (output === undefined) process.stdout.write(text)
      else {
        await writeNew(output, text)
        print({ file: output, format, count }, () => `${count} standards in ${output}`)
      }
    },
  )

program
  .command('ask')
  .description('what the bot answers to a slash command; one that changes something changes it')
  .argument('<command...>', 'such as "/standard GB/T 22239"')
  .requiredOption('--as <who>', "a member's id or name, or secretariat, convenor:WG8, member:WG8")
  .option('--in <channel>', 'as if typed in this channel')
  .action(async (words: string[], { as, in: channel }) => {
    const { ask, typedCommand } = await import('./operator/ask.ts')
    const typed = typedCommand(words.join(' '))
    const question = { as, typed, request: randomUUID(), ...(channel !== undefined && { in: channel }) }
    const { withCommittee } = await import('./operator/session.ts')
    const { answer } = await import('../commands/index.ts')
    const { replyPayload, replyText } = await import('./operator/reply-text.ts')
    const { slackNames } = await import('./operator/slack-names.ts')
    const { reply, names } = await withCommittee(process.env, async ({ app }) => ({
      reply: await ask(app, answer, question),
      names: await slackNames(app),
    }))
    print(replyPayload(reply), () => replyText(reply, names))
  })

program
  .command('preview')
  .description('what would be said, to whom, and why not to the others; nothing is sent or stored')
  .argument('<what>', 'reminders, digests, asks (in person) or monday: all of the next run', previewed)
  .option('--wg <code>', 'one group only, of reminders or digests')
  .option(
    '--at <moment>',
    'as at 2026-11-30T09:00+08:00; without it, at each next slot; of asks and monday its day',
  )
  .option(
    '--member <who>',
    'one member only, of asks: their id or name, and the message as they would read it',
  )
  .action(async (kind: Previewed, { wg, at: written, member: who }) => {
    const { moment } = await import('./operator/moment.ts')
    const at = written === undefined ? undefined : moment(written)
    const isOfPeople = kind === 'asks' || kind === 'monday'
    if (wg !== undefined && isOfPeople) throw new OperatorError('--wg is for reminders and digests')
    if (who !== undefined && kind !== 'asks') throw new OperatorError('--member is for asks')
    if (isOfPeople) return previewRun(kind, at, who)
    const { withCommittee } = await import('./operator/session.ts')
    const { preview, previewText } = await import('./operator/preview.ts')
    const wanted = { ...(wg !== undefined && { wg }), ...(at !== undefined && { at }) }
    const { slackNames } = await import('./operator/slack-names.ts')
    const { lines, names } = await withCommittee(process.env, async ({ app }) => ({
      lines: await preview(app, kind, wanted),
      names: await slackNames(app),
    }))
    print(lines, () => previewText(lines, names))
  })

program
  .command('status')
  .description(
    'what is connected, what is due next, what is undelivered; exit status 1 where something fails',
  )
  .action(async () => {
    const { inSession } = await import('./operator/session.ts')
    const { connections } = await import('./operator/connections.ts')
    const { status, statusText } = await import('./operator/status.ts')
    const told = await inSession(process.env, async ({ app, config, storage }) =>
      status(app, await connections(config, storage, app.now)),
    )
    print(told, () => statusText(told))
    if (told.connections.some(({ ok }) => !ok)) process.exitCode = 1
  })

const notices = program
  .command('notices')
  .description('what the bot said or could not say by itself, the newest first')
  .option('--state <state>', 'only those: ambiguous, failed, sending, pending, sent or withdrawn')
  .option('--most <count>', 'how many', wholeNumber, 20)
  .action(async ({ state: named, most }) => {
    const { noticeLines, noticeText, stateNamed } = await import('./operator/notices.ts')
    const state = named === undefined ? undefined : stateNamed(named)
    const { inSession } = await import('./operator/session.ts')
    const lines = await inSession(process.env, ({ app }) => noticeLines(app, most, state))
    print(lines, () => lines.map(noticeText).join('\n') || 'none')
  })

const decisions = {
  retry: 'say it again: it is looked for first, where it may stand already',
  keep: 'it stands: a person has seen it in its channel',
  drop: 'let it go: it is not said any more',
} as const
for (const word of ['retry', 'keep', 'drop'] as const)
  notices
    .command(word)
    .description(decisions[word])
    .argument('<id>', "the notice's id, or enough of its beginning")
    .option('--why <reason>', 'kept on record beside the decision')
    .action(async (id: string, { why }: { why?: string }) => {
      const { decide, noticeText } = await import('./operator/notices.ts')
      const { inSession } = await import('./operator/session.ts')
      const line = await inSession(process.env, ({ app }) => decide(app, id, word, why))
      print(line, () => noticeText(line))
    })

program
  .command('audit')
  .description('what was changed, by whom, for whom and from where, before and after; the newest last')
  .option(
    '--of <what>',
    'an assignment, goal, work, group, plan year, marked day, standard, member or notice',
  )
  .option('--by <who>', "a member's id or name, secretariat, convenor:WG8; or operator")
  .option('--since <day>', "from this day of the committee's calendar on")
  .option('--until <day>', 'until this day, with it')
  .addOption(new Option('--kind <kind>', 'only what is of this kind').choices(subjectKinds))
  .option('--most <count>', 'how many, the newest', wholeNumber, 50)
  .action(async ({ of, by, since, until, kind, most }) => {
    const { auditAsked, checkSpan } = await import('./operator/audit-asked.ts')
    const { auditLines, auditText } = await import('./operator/audit.ts')
    checkSpan(since, until)
    const { withCommittee } = await import('./operator/session.ts')
    const told = await withCommittee(process.env, async ({ app }) =>
      auditLines(app, await auditAsked(app, { of, by, since, until, kind }), most),
    )
    print(told, () => auditText(told))
  })

program
  .command('parse')
  .description("how standards' names are read: their scheme and canonical spelling; needs no database")
  .argument('[name...]', 'names in any spelling; without any, one a line on standard input')
  .action(async (given: string[]) => {
    const { namesFrom, needShort, readName, readNameText } = await import('./operator/designations.ts')
    if (given.length === 0 && process.stdin.isTTY)
      throw new OperatorError('give names to parse, or one a line on standard input')
    process.stdin.setEncoding('utf8')
    const told =
      given.length > 0
        ? given.map((name) => needShort(name, 'one of the names'))
        : await namesFrom(process.stdin)
    const names = told.map(readName)
    print(names, () => names.map(readNameText).join('\n'))
  })

program
  .command('manifest')
  .description('the Slack app manifest, as in config/slack-manifest.json')
  .action(async () => {
    const listed = await import('../commands/index.ts')
    const { slackManifest } = await import('./slack/manifest.ts')
    const manifest = slackManifest(listed)
    print(manifest, () => JSON.stringify(manifest, null, 2))
  })

// A pipe that was closed early, as by `head -1`, has had what it wanted.
for (const stream of [process.stdout, process.stderr])
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
  })
process.on('uncaughtException', (error) => bug(error).then(() => process.exit()))

await run()
// A server that does not answer would otherwise hold up the end.
process.stdout.write('', () => process.exit())

async function run(): Promise<void> {
  try {
    if (process.argv.length > 2) await program.parseAsync()
    else program.outputHelp()
  } catch (error) {
    // Commander has said what is wrong, or has printed the help that was asked for.
    if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 1
    else if (error instanceof OperatorError) fail(error.message, 1)
    else await bugUnlessForOperator(error)
  }
}

async function bugUnlessForOperator(error: unknown): Promise<void> {
  const { isForOperator } = await import('./operator/is-for-operator.ts')
  if (isForOperator(error)) fail(error.message, 1)
  else await bug(error)
}

async function bug(error: unknown): Promise<void> {
  const reference = randomUUID().slice(0, 8)
  const { logger } = await import('./runtime/logger.ts')
  logger({ level: 'error' }).error({ err: error, reference }, 'a command failed')
  fail(`that is a bug of Rapporteur; its reference, in the log line above, is ${reference}`, 2)
}

function asJson(): boolean {
  return program.opts().json === true
}

function print(document: unknown, text: () => string): void {
  process.stdout.write(`${asJson() ? JSON.stringify(document, null, 2) : harmless(text())}\n`)
}

function fail(message: string, code: 1 | 2): void {
  process.stderr.write(`${harmless(message)}\n`)
  process.exitCode = code
}

/** Commander's fault and its guess at what was meant, without its own heading. */
function inOneLine(text: string): string {
  const said = text.trim().replace(/^error: /, '')
  return `${said.replaceAll(/\s*\n\s*/g, ' ')} (--help tells the options)`
}

/** Shows a person what would change, and asks. */
async function agreed(preview: string): Promise<boolean> {
  process.stdout.write(`${harmless(preview)}\n`)
  return /^y(?:es)?$/i.test(await answered('Put this on record? [y/N] '))
}

/** What a person types when they are asked. */
async function answered(question: string): Promise<string> {
  const { createInterface } = await import('node:readline/promises')
  const asking = createInterface({ input: process.stdin, output: process.stdout })
  try {
    return (await asking.question(question)).trim()
  } finally {
    asking.close()
  }
}

function wholeNumber(text: string): number {
  if (!/^[1-9]\d{0,4}$/.test(text)) throw new OperatorError(`"${text}" is no number from 1 to 99999`)
  return Number(text)
}

function planYear(text: string): number {
  if (!/^(?:19[89]\d|20\d\d|21\d\d)$/.test(text)) throw new OperatorError(`"${text}" is no year such as 2026`)
  return Number(text)
}

type Previewed = 'reminder' | 'digest' | 'asks' | 'monday'

function previewed(what: string): Previewed {
  if (/^reminders?$/.test(what)) return 'reminder'
  if (/^digests?$/.test(what)) return 'digest'
  if (/^asks?$/.test(what)) return 'asks'
  if (what === 'monday' || what === 'next') return 'monday'
  throw new OperatorError(`"${what}" can't be previewed: say reminders, digests, asks or monday`)
}

async function previewRun(what: 'asks' | 'monday', at: Date | undefined, who: string | undefined) {
  const { withCommittee } = await import('./operator/session.ts')
  const told = await import('./operator/preview-run.ts')
  const { slackNames } = await import('./operator/slack-names.ts')
  if (what === 'asks') {
    const wanted = { ...(at !== undefined && { at }), ...(who !== undefined && { who }) }
    const { lines, names } = await withCommittee(process.env, async ({ app }) => ({
      lines: await told.previewAsks(app, wanted),
      names: await slackNames(app),
    }))
    return print(lines, () => told.previewAsksText(lines, names))
  }
  const { run, names } = await withCommittee(process.env, async ({ app }) => ({
    run: await told.previewMonday(app, at),
    names: await slackNames(app),
  }))
  print(told.mondayDocument(run), () => told.previewMondayText(run, names))
}
