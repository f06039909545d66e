import { basename } from 'node:path'
import { describe, expect, it } from 'vitest'
import { actions, completions, events, shortcuts, slashCommands, submissions } from '../../commands/index.ts'
import { jobs } from '../../jobs/index.ts'
import type { SlashCommand } from '../../src/contract/command.ts'
import type { SlackEvent } from '../../src/contract/event.ts'
import { importsOf } from './imports-of.ts'
import { sourceFiles, top } from './source-files.ts'

/** A file that makes a handler or a job: its name, the name it must export, and what it exports by that name. */
type Maker = { path: string; file: string; name: string; made: unknown }

/** The files under `folder` that take the factory from `contract`, and so make something that belongs on a list. */
async function makers(folder: string, contract: string): Promise<Maker[]> {
  const files = sourceFiles(folder.split('/')[0] ?? folder).filter(
    ({ path, text }) =>
      path.startsWith(`${folder}/`) &&
      importsOf(text).some(({ from, isType }) => !isType && from.endsWith(`/src/contract/${contract}.ts`)),
  )
  return Promise.all(
    files
      .filter(({ path }) => !path.endsWith('/index.ts'))
      .map(async ({ path }) => {
        const file = basename(path, '.ts')
        const name = file.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase())
        const module: Record<string, unknown> = await import(`${top}${path}`)
        return { path, file, name, made: module[name] }
      }),
  )
}

const list: Record<string, { made: readonly object[]; makers: Maker[] }> = {
  slash: { made: slashCommands, makers: await makers('commands/slash', 'command') },
  actions: { made: actions, makers: await makers('commands/actions', 'action') },
  submissions: { made: submissions, makers: await makers('commands/submissions', 'submission') },
  events: { made: events, makers: await makers('commands/events', 'event') },
  shortcuts: { made: shortcuts, makers: await makers('commands/shortcuts', 'shortcut') },
  options: { made: completions, makers: await makers('commands/options', 'completion') },
  jobs: { made: jobs, makers: await makers('jobs', 'job') },
}

describe.each(Object.entries(list))('%s', (_folder, { made, makers }) => {
  it('has a main export that bears the name of its file', () => {
    const nameless = makers.filter((maker) => maker.made === undefined)
    expect(
      nameless.map(({ path, name }) => `${path} exports no ${name}: rename the one or the other`),
    ).toEqual([])
  })

  it('is on its list, every file once', () => {
    const missing = makers.filter((maker) => made.filter((one) => isOf(maker, one)).length !== 1)
    expect(missing.map(({ path, name }) => `${path}: put ${name} on the list in index.ts, once`)).toEqual([])
  })

  it('lists nothing that no file makes', () => {
    expect(made.filter((one) => !makers.some((maker) => isOf(maker, one)))).toEqual([])
  })
})

it('finds what makes handlers and jobs', () => {
  const found = Object.keys(list).filter((folder) => (list[folder]?.makers.length ?? 0) > 0)
  expect(found).toEqual(expect.arrayContaining(['slash', 'actions', 'events', 'jobs']))
})

/** Help, and what answers plain words, are made from the list: what such a file exports makes the handler. */
function isOf({ made }: Maker, listed: object): boolean {
  if (typeof made !== 'function') return made === listed
  const again: SlashCommand | SlackEvent = made(() => slashCommands)
  if ('type' in again) return 'type' in listed && listed.type === again.type
  return (
    'command' in listed && listed.command === again.command && 'verb' in listed === (again.verb !== undefined)
  )
}

it('has no folder of handlers that these tests do not know', () => {
  const folders = new Set(sourceFiles('commands').map(({ path }) => path.split('/').at(-2) ?? ''))
  expect([...folders].filter((folder) => !['commands', ...Object.keys(list)].includes(folder))).toEqual([])
})

it('names a slash command by its command and verb', () => {
  const wrong = list.slash?.makers.filter(({ file, made }) => {
    const one = typeof made === 'function' ? made(() => slashCommands) : made
    const { command, verb } = one as SlashCommand
    return verb === undefined
      ? !file.startsWith(`${command.slice(1)}-`)
      : file !== `${command.slice(1)}-${verb}`
  })
  expect(wrong?.map(({ path }) => `${path}: its file is to be named <command>-<verb>.ts`)).toEqual([])
})

it.each(['actions', 'submissions', 'shortcuts'])(
  'names one of the %s verb-noun where its id is noun.verb',
  (folder) => {
    const wrong = list[folder]?.makers.filter(({ file, made }) => {
      const [noun, verb] = (made as { id: string }).id.split('.')
      return file !== `${verb}-${noun}`
    })
    expect(wrong?.map(({ path, made }) => `${path} has the id ${(made as { id: string }).id}`)).toEqual([])
  },
)

it('names an event as Slack does, with dashes', () => {
  const wrong = list.events?.makers.flatMap(({ path, file, made }) => {
    const { type } = (typeof made === 'function' ? made(() => slashCommands) : made) as SlackEvent
    return file === type.replaceAll(/[_.]/g, '-') ? [] : [`${path} is for ${type}`]
  })
  expect(wrong).toEqual([])
})

it('names a job as its file', () => {
  const wrong = list.jobs?.makers.filter(({ file, made }) => file !== (made as { name: string }).name)
  expect(wrong?.map(({ path, made }) => `${path} is called ${(made as { name: string }).name}`)).toEqual([])
})

it('gives no word, id or name to two', () => {
  const words = slashCommands.flatMap(({ command, verb = '', otherVerbs = [] }) =>
    [verb, ...otherVerbs].map((word) => `${command} ${word}`.trim()),
  )
  expect(twice(words)).toEqual([])
  expect(twice([...actions, ...submissions].map(({ id }) => id))).toEqual([])
  expect(twice(shortcuts.map(({ id }) => id))).toEqual([])
  expect(twice(completions.map(({ id }) => id))).toEqual([])
  expect(twice(events.map(({ type }) => type))).toEqual([])
  expect(twice(jobs.map(({ name }) => name))).toEqual([])
})

it('writes commands and verbs as they are compared: in small letters, verbs with one blank between words', () => {
  for (const { command, verb, otherVerbs = [] } of slashCommands) {
    expect(command).toMatch(/^\/[a-z0-9_-]{1,31}$/)
    for (const word of [...(verb === undefined ? [] : [verb]), ...otherVerbs]) {
      expect(word).toBe(word.toLowerCase())
      expect(word).toMatch(/^\S+(?: \S+)*$/)
    }
  }
})

function twice(words: readonly string[]): string[] {
  return words.filter((word, i) => words.indexOf(word) !== i)
}
