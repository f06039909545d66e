import { describe, expect, it } from 'vitest'
import { actions, completions, submissions } from '../../commands/index.ts'
import { blankedCode } from './code-alone.ts'
import { sourceFiles } from './source-files.ts'

/** The ids that views own: `export const acknowledgeReminderId = 'reminder.acknowledge'`. */
const owned = new Map<string, string>()
type Emitted = { path: string; written: string }
/** What stands behind `action_id:` of a button and `callback_id:` of a modal: a name, or whatever else it is. */
const emitted: Record<'action_id' | 'callback_id', Emitted[]> = { action_id: [], callback_id: [] }
const views = sourceFiles('src/views')
for (const { path, text } of views) {
  const { withTexts } = blankedCode(text)
  for (const [, name = '', id = ''] of withTexts.matchAll(/export const (\w+Id)\b[^=\n]*= '([^']*)'/g))
    owned.set(name, id)
  // What is handed to a view that makes the button counts where it is handed.
  for (const key of ['action_id', 'callback_id'] as const)
    for (const [, written = ''] of withTexts.matchAll(
      new RegExp(`\\b${key}\\b\\s*(?::\\s*(\`[^\`\\n]*\`|[^,\\n}]+))?`, 'g'),
    ))
      if (written.trim() !== 'id') emitted[key].push({ path, written: written.trim() || key })
  for (const [, written = ''] of withTexts.matchAll(/\bplanButton\(\s*(`[^`\n]*`|\w+Id),/g))
    emitted.action_id.push({ path, written })
}

/** A view may put a colon and more behind an id, where a message has several such buttons. */
const nameIn = (written: string) => /^`\$\{(\w+)\}:/.exec(written)?.[1] ?? written
const isOwned = ({ written }: Emitted) => owned.has(nameIn(written))

const kinds = [
  { key: 'action_id', what: 'button', list: actions },
  { key: 'callback_id', what: 'modal', list: submissions },
] as const

describe.each(kinds)('a $what', ({ key, what, list }) => {
  const ids = emitted[key].filter(isOwned).map(({ written }) => owned.get(nameIn(written)) ?? '')

  it('bears no id but one that a view owns by name', () => {
    const strange = emitted[key].filter((one) => !isOwned(one))
    expect(
      strange.map(
        ({ path, written }) => `${path}: ${key} is ${written}; export it as a constant that ends in Id`,
      ),
    ).toEqual([])
  })

  it('has a handler wherever a view emits one', () => {
    // A menu among the inputs of a modal completes what is typed, and acts when the modal is sent.
    const handled = new Set([...list, ...completions].map(({ id }) => id))
    expect(
      ids.filter((id) => !handled.has(id)).map((id) => `no ${what} in commands/index.ts has the id ${id}`),
    ).toEqual([])
  })

  it('is emitted for every handler', () => {
    const idle = list.filter(({ id }) => !ids.includes(id))
    expect(idle.map(({ id }) => `no view emits ${id}: nobody can come to it`)).toEqual([])
  })
})

it('completes every menu that asks what it offers, and no other', () => {
  const asking = views.flatMap(({ text }) => {
    const { withTexts } = blankedCode(text)
    return [...withTexts.matchAll(/'(?:multi_)?external_select',\s*action_id: (\w+)/g)].map(
      ([, name = '']) => name,
    )
  })
  expect(asking.length).toBeGreaterThan(0)
  expect(asking.map((name) => owned.get(name))).toEqual(completions.map(({ id }) => id))
})

it('finds buttons in the views', () => {
  expect(emitted.action_id.filter(isOwned).length).toBeGreaterThan(0)
})

it('owns every id once, in the form noun.verb', () => {
  const ids = [...owned.values()]
  expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([])
  expect(ids.filter((id) => !/^[a-z-]+\.[a-z-]+$/.test(id))).toEqual([])
})

it('takes an id from its view wherever it is handled', () => {
  const repeated = sourceFiles('commands', 'jobs', 'src/slack', 'src/contract').flatMap(({ path, text }) => {
    const { withTexts } = blankedCode(text)
    return [...owned].flatMap(([name, id]) =>
      withTexts.includes(`'${id}'`) ? [`${path}: import ${name} for '${id}'`] : [],
    )
  })
  expect(repeated).toEqual([])
})

it('lets blocks be built in views alone', () => {
  const outside = sourceFiles('commands', 'jobs', 'src/contract', 'src/domain')
  const built = outside.filter(({ text }) =>
    /\baction_id\b|\bblock_id\b|\bcallback_id\b|'plain_text'|'mrkdwn'/.test(blankedCode(text).withTexts),
  )
  expect(built.map(({ path }) => `${path} builds blocks; let a view in src/views do it`)).toEqual([])
})

it('keeps handlers in the folders of their kind', () => {
  const strays = sourceFiles('commands').filter(
    ({ path }) =>
      !/^commands\/(index\.ts|(slash|actions|submissions|events|shortcuts|options)\/[^/]+\.ts)$/.test(path),
  )
  expect(strays.map(({ path }) => `${path} belongs into a folder of commands/`)).toEqual([])
})
