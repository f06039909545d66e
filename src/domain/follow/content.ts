import type { Language } from '../language/rules.ts'
import type { Store } from '../store.ts'
import { projectsOf } from './project.ts'
import { type Follow, type HeardMove, heardBy, type MovedStandard, movesTold } from './rules.ts'

/** What a follow is called: the standard's designation, or the topic. */
export type NamedFollow = Pick<Follow, 'kind' | 'value'> & { name: string }

/**
 * What a member is told: the standards that moved, and the follows by which they hear of them, in the language in which
 * they last asked for any; absent where they follow nothing any more.
 */
export type MovedContent = { standards: MovedStandard[]; by: NamedFollow[]; language?: Language }

/** What is left to tell a member of these moves: what they don't follow any more is left out. */
export async function movedContent(
  store: Store,
  member: string,
  moves: readonly HeardMove[],
): Promise<MovedContent> {
  const follows = await store.follows.of(member)
  const followed = await store.standards.byIds(
    follows.flatMap(({ kind, value }) => (kind === 'standard' ? [value] : [])),
  )
  const moved = await store.standards.byIds(moves.map(({ standard }) => standard))
  const projectOf = projectsOf([...new Map([...followed, ...moved].map((one) => [one.id, one])).values()])
  const wanted = moves.map((move) => ({ move, by: heardBy(move, follows, projectOf) }))
  const standards = movesTold(wanted.filter(({ by }) => by.length > 0).map(({ move }) => move))
  const told = new Set(standards.map(({ standard }) => standard))
  const by = wanted.filter(({ move }) => told.has(move.standard)).flatMap((one) => one.by)
  const names = new Map(followed.map(({ id, designation }) => [id, designation]))
  const language = follows.at(-1)?.language
  return {
    ...(language !== undefined && { language }),
    standards,
    by: [...new Set(by)].map(({ kind, value }) => ({ kind, value, name: names.get(value) ?? value })),
  }
}
