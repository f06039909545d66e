import type { App } from '../../src/app.ts'
import { FieldErrors, UserError } from '../../src/contract/errors.ts'
import type { Day } from '../../src/domain/calendar/day.ts'

/** More standards are more than one piece of work. */
const mostStandards = 30

/**
 * The ids of the standards on record that somebody lists by their numbers, each once.
 * `known` are the ids of such names as the modal
 * was filled with.
 * @throws FieldErrors under `block` where one is not on record, or may be several
 */
export async function standardsSaid(
  app: App,
  text: string,
  { block, today, known = new Map() }: { block: string; today: Day; known?: ReadonlyMap<string, string> },
): Promise<string[]> {
  const names = text
    .split(/[\n,，、;；]+/u)
    .map((name) => name.trim())
    .filter((name) => name !== '')
  const refuse = (error: UserError) => new FieldErrors({ [block]: error })
  if (names.length > mostStandards)
    throw refuse(new UserError('work.too-many-standards', { most: mostStandards }))
  const ids = new Set<string>()
  for (const name of names) {
    const id = known.get(name)
    if (id !== undefined) {
      ids.add(id)
      continue
    }
    const found = await app.standards.find(name, { today })
    if (found.kind === 'one') ids.add(found.card.standard.id)
    else {
      const near = found.kind === 'many' ? found.standards : found.guesses
      const guesses = near
        .slice(0, 5)
        .map(({ designation }) => designation)
        .join(' · ')
      const told = { name, guesses }
      throw refuse(
        found.kind === 'many'
          ? new UserError('work.several-standards', told)
          : new UserError('work.unknown-standard', { ...told, count: near.length }),
      )
    }
  }
  return [...ids]
}
