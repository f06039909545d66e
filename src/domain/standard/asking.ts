import { dayIn } from '../calendar/day.ts'
import type { Context } from '../context.ts'
import type { Notice } from '../notice/rules.ts'
import type { Store } from '../store.ts'
import type { StageMove } from './rules.ts'

type Writing = Pick<Context, 'now' | 'newId'>

/** Asks the secretariat about a stage that was proposed. Inside the transaction that proposes it. */
export async function askSecretariat(store: Store, writing: Writing, { id }: StageMove): Promise<void> {
  await write(store, writing, { kind: 'proposal', period: String(id) })
}

/**
 * Lets the question show that it was decided, and answers whoever proposed it. Inside the transaction that decides it.
 */
export async function answerProposal(
  store: Store,
  writing: Writing,
  { id, by }: Pick<StageMove, 'id' | 'by'>,
): Promise<void> {
  await store.notices.reviseAbout('proposal', String(id))
  if (by !== undefined)
    await write(store, writing, { kind: 'proposal-answer', member: by, period: String(id) })
}

async function write(
  store: Store,
  { now, newId }: Writing,
  notice: Pick<Notice, 'kind' | 'member' | 'period'>,
): Promise<void> {
  const at = now()
  const zone = (await store.committee.get())?.zone ?? 'UTC'
  await store.notices.add({
    id: newId(),
    ...notice,
    slotAt: at,
    slotOn: dayIn(zone, at),
    assignments: [],
    state: 'pending',
    dueAt: at,
    createdAt: at,
  })
}
