import { expect, it } from 'vitest'
import { actions } from '../../commands/index.ts'
import { blankedCode } from './code-alone.ts'
import { sourceFiles } from './source-files.ts'

/** The ids that views own: `export const acknowledgeReminderId = 'reminder.acknowledge'`. */
const owned = new Map<string, string>()
/** What stands behind `action_id:`, by place: a name, or whatever else it is. */
const emitted: { path: string; written: string }[] = []
const views = sourceFiles('src/views')
for (const { path, text } of views) {
  const { withTexts } = blankedCode(text)
  for (const [, name = '', id = ''] of withTexts.matchAll(/export const (\w+Id)\b[^=\n]*= '([^']*)'/g))
    owned.set(name, id)
  for (const [, key = '', written = ''] of withTexts.matchAll(/\b(action_id)\b\s*(?::\s*([^,\n}]+))?/g))
    emitted.push({ path, written: written.trim() || key })
}

/** A view may put a colon and more behind an id, where a message has several such buttons. */
const nameIn = (written: string) => /^`\$\{(\w+)\}:/.exec(written)?.[1] ?? written
const isOwned = ({ written }: { written: string }) => owned.has(nameIn(written))

it('lets a view emit no id but one that a view owns by name', () => {
  const strange = emitted.filter((one) => !isOwned(one))
  expect(
    strange.map(
      ({ path, written }) => `${path}: action_id is ${written}; export it as a constant that ends in Id`,
    ),
  ).toEqual([])
})

it('has a handler for every button that a view emits', () => {
  const handled = new Set(actions.map(({ id }) => id))
  const ids = emitted.filter(isOwned).map(({ written }) => owned.get(nameIn(written)) ?? '')
  expect(
    ids.filter((id) => !handled.has(id)).map((id) => `no action in commands/index.ts has the id ${id}`),
  ).toEqual([])
  expect(ids.length).toBeGreaterThan(0)
})

it('has a button for every handler', () => {
  const ids = new Set(emitted.filter(isOwned).map(({ written }) => owned.get(nameIn(written))))
  const idle = actions.filter(({ id }) => !ids.has(id))
  expect(idle.map(({ id }) => `no view emits ${id}: nobody can press it`)).toEqual([])
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
    /\baction_id\b|\bblock_id\b|'plain_text'|'mrkdwn'/.test(blankedCode(text).withTexts),
  )
  expect(built.map(({ path }) => `${path} builds blocks; let a view in src/views do it`)).toEqual([])
})

it('keeps handlers in the folders of their kind', () => {
  const strays = sourceFiles('commands').filter(
    ({ path }) => !/^commands\/(index\.ts|(slash|actions|submissions|events)\/[^/]+\.ts)$/.test(path),
  )
  expect(strays.map(({ path }) => `${path} belongs into a folder of commands/`)).toEqual([])
})
