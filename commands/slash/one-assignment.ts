import type { App } from '../../src/app.ts'
import type { Caller } from '../../src/contract/caller.ts'
import { UserError } from '../../src/contract/errors.ts'
import type { Assignment } from '../../src/domain/assignment/rules.ts'
import { type Names, nameIn } from '../../src/domain/language/rules.ts'
import { texts } from '../../src/texts/texts.ts'
import { assignmentNamed, assignmentNeeded } from './assignment-meant.ts'
import { parseNamed } from './assignment-words.ts'
import { namesBehind } from './names-behind.ts'

/** More names than this are not looked up. */
const mostNames = 20
/** Longer words are not said once more in an answer. */
const mostRepeated = 80

/**
 * The one assignment that a text behind a verb names; `verb` is that verb in each language.
 * @throws UserError for none, and for several: doing it with the first alone would look as if all of it were done
 */
export async function oneAssignment(
  app: App,
  caller: Caller,
  text: string,
  verb: Names,
): Promise<Assignment> {
  const typed = nameIn(verb, caller.language)
  const assignment = await assignmentNeeded(app, parseNamed(text).name, typed)
  await refuseSeveral(app, caller, text, verb)
  return assignment
}

/**
 * Only names of assignments that the caller can see count: any other word may be one of a reason.
 * @throws UserError where a text begins with several of them
 */
export async function refuseSeveral(app: App, caller: Caller, text: string, verb?: Names): Promise<void> {
  const { first, further, rest } = namesBehind(text)
  if (further.length === 0) return
  const found = await Promise.all(further.slice(0, mostNames).map((name) => assignmentNamed(app, name)))
  const others = [...new Set(found.flatMap((one) => one?.id ?? []))]
  const own = await assignmentNamed(app, first)
  const [second, ...more] = others.filter((id) => id !== own?.id)
  if (second === undefined || own === undefined) return
  const separator = texts(caller.language)('list.comma')
  const behind = rest === '' || rest.length > mostRepeated || rest.includes('`') ? '' : ` ${rest}`
  const before = verb === undefined ? '' : `${nameIn(verb, caller.language)} `
  throw new UserError('assignment.one-at-a-time', {
    first: `${before}${own.id}${behind}`,
    second: `${before}${second}${behind}`,
    count: more.length,
    more: more.join(separator),
    others: [second, ...more].join(separator),
  })
}
