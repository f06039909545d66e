import { noteChange, notedBefore } from '../audit/note-change.ts'
import type { DoneBy } from '../audit/rules.ts'
import type { Context } from '../context.ts'
import type { DecisionWord, Notice } from '../notice/rules.ts'
import { reviseTold } from '../notice/writing.ts'
import { decideDecision } from './rules.ts'

export type Decisions = ReturnType<typeof decisions>

/** What came of a decision: the notice as it was, and whether it was open to it. */
export type DecisionOutcome = { notice: Notice; isMade: boolean }

/** Decisions of the secretariat and the operator about notices that can't be settled without them. */
export function decisions({ store, now, wake }: Pick<Context, 'store' | 'now' | 'wake'>) {
  return {
    /**
     * Makes a decision and puts it on record with who and why. Undefined where there is no such notice; not made where
     * the notice is not open to it any more, because it has been said, decided or is being said just now.
     */
    async make(
      id: string,
      word: DecisionWord,
      { why, ...by }: DoneBy & { why?: string },
    ): Promise<DecisionOutcome | undefined> {
      const outcome = await store.transaction(async (store) => {
        const at = now()
        const notice = await store.notices.byId(id)
        if (notice === undefined) return undefined
        const subject = { kind: 'notice' as const, id }
        if ((await notedBefore(store, by, subject)) !== undefined) return { notice, isMade: true }
        const change = decideDecision(notice, word, at)
        const isMade = change !== undefined && (await store.notices.decide(id, notice.state, change))
        if (isMade) {
          await store.decisions.add({
            notice: id,
            word,
            at,
            ...(by.member !== undefined && { member: by.member.id }),
            ...(why !== undefined && { why }),
          })
          await noteChange(store, by, at, {
            subject,
            what: word,
            before: { state: notice.state },
            after: { state: change.state },
            note: why,
          })
          await reviseTold(store, notice)
        }
        return { notice, isMade }
      })
      if (outcome?.isMade === true) wake('deliver-notices')
      return outcome
    },

    /** The notices whose ids begin so, at most two: enough to know whether one is meant. */
    startingWith: (start: string) => store.notices.byIdStart(start, 2),
  }
}
