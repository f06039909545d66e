import type { Context } from '../context.ts'
import { isAsked } from '../decision/rules.ts'
import { gatherMoves } from '../follow/telling.ts'
import { type DeliveryOutcome, isScheduled, leaseMs, noticeKey } from '../notice/rules.ts'
import { reviseTold } from '../notice/writing.ts'
import type { Ask } from '../reminder/asks.ts'
import { broughtBackBy } from '../reminder/came-back.ts'
import type { ClaimedNotice, NoticeChange, Store, Task } from '../store.ts'
import { factsOf } from './facts.ts'
import {
  allowance,
  decideWhole,
  freeAgain,
  heldUntil,
  isProbing,
  type Limits,
  limited,
  type Method,
  type Pace,
  probed,
  type Sign,
  spend,
} from './pace.ts'
import { quietFor } from './quiet.ts'
import {
  decideBug,
  decideHold,
  decideLook,
  decideSettlement,
  decideWait,
  isInTime,
  isTooLate,
  type Looked,
  signOf,
} from './rules.ts'
import type { NoticeFacts } from './told.ts'

export type Deliveries = ReturnType<typeof deliveries>

/** What may be worked on now, and when asking again is worth it; without `again`, only when something new is due. */
export type Claim = { claimed: ClaimedNotice[]; again?: Date }

const methods: Record<Task, Method> = {
  say: 'chat.postMessage',
  look: 'conversations.history',
  edit: 'chat.update',
}
const tasks: readonly Task[] = ['say', 'look', 'edit']

/**
 * How notices reach their channels: claimed under a lease at the pace that Slack allows, put into facts, and settled
 * by what Slack said.
 */
export function deliveries(
  { store, now, newId, twins }: Pick<Context, 'store' | 'now' | 'newId' | 'twins'>,
  limits: Limits,
) {
  /** Puts on record what became of a claim, what it says of Slack, and whom that concerns: all of it, or nothing. */
  async function settle(claimed: ClaimedNotice, change: NoticeChange, sign?: Sign): Promise<boolean> {
    return store.transaction(async (store) => {
      const at = now()
      if (sign !== undefined) await heed(store, sign, methods[claimed.task], at)
      const isSettled = await store.notices.settle(claimed.id, claimed.claim, change)
      if (!isSettled || change.state === claimed.state) return isSettled
      const notice = { ...claimed, state: change.state }
      if (change.state !== 'pending') await reviseTold(store, notice)
      const { id, kind, member } = claimed
      const isSaid = kind === 'asks' && change.state === 'sent' && claimed.sentAt === undefined
      // What was put off until now is asked in this one: the older message says so, and asks nothing any more.
      if (isSaid && member !== undefined)
        for (const back of await broughtBackBy(store, { id, member }, at)) await store.notices.revise(back)
      if (isAsked(notice, isScheduled(notice))) await ask(store, notice, at)
      return true
    })
  }

  /** Asks the secretariat what to do; a question that was withdrawn is asked again. */
  async function ask(store: Store, { id, slotOn }: ClaimedNotice, at: Date): Promise<void> {
    const isNew = await store.notices.add({
      id: newId(),
      kind: 'decision',
      period: id,
      slotAt: at,
      slotOn,
      assignments: [],
      state: 'pending',
      dueAt: at,
      createdAt: at,
    })
    const known = isNew ? undefined : await store.notices.find('decision', undefined, id)
    if (known !== undefined && (known.state === 'withdrawn' || known.state === 'failed'))
      await store.notices.decide(known.id, known.state, {
        state: 'pending',
        dueAt: at,
        attempts: 0,
        mayRepeat: false,
      })
  }

  return {
    /** Takes up to `most` notices of each task, each in a channel of its own, no faster than Slack allows all processes. */
    claim(most: number): Promise<Claim> {
      return store.transaction(async (store) => {
        const at = now()
        const paces = new Map((await store.paces.all()).map((pace) => [pace.method, pace]))
        const whole = paces.get('*')
        const held = heldUntil(whole, at)
        const mayBegin = (task: Task) => {
          const method = methods[task]
          return held === undefined ? Math.min(most, allowance(paces.get(method), limits[method], at)) : 0
        }
        const open = { say: mayBegin('say'), look: mayBegin('look'), edit: mayBegin('edit') }
        const allowed = isProbing(whole) ? oneOf(open, await store.notices.waiting(at), at) : open
        const hasRoom = tasks.some((task) => allowed[task] > 0)
        const claimed = hasRoom ? await store.notices.claim(at, leaseMs, allowed) : []
        for (const task of tasks) {
          const count = claimed.filter((notice) => notice.task === task).length
          const method = methods[task]
          const pace = paces.get(method) ?? { method, failures: 0 }
          if (count > 0) await store.paces.put(spend(pace, limits[method], at, count))
        }
        if (claimed.length > 0 && whole !== undefined && isProbing(whole))
          await store.paces.put(probed(whole, at))
        if (claimed.length > 0) return { claimed }
        const waiting = await store.notices.waiting(at)
        const moments = waiting.map(({ task, from }) => {
          const free = freeAgain(paces.get(methods[task]), limits[methods[task]], at)
          return new Date(Math.max(from.getTime(), free.getTime(), held?.getTime() ?? 0))
        })
        const again = moments.sort((a, b) => a.getTime() - b.getTime())[0]
        return { claimed, ...(again !== undefined && { again }) }
      })
    },

    /** The key by which a message is known as the notice's own. */
    key: (notice: ClaimedNotice) => noticeKey(store.workspace, notice),

    /** What the notice says now, and where. The moves that a member is about to be told are gathered first. */
    facts: (notice: ClaimedNotice): Promise<NoticeFacts> =>
      notice.kind !== 'moves' || notice.task !== 'say'
        ? factsOf(store, twins, notice, now())
        : store.transaction(async (store) => {
            await gatherMoves(store, notice, { now, newId })
            return factsOf(store, twins, notice, now())
          }),

    /** Whether a call about it may still be sent: another process takes it up soon. */
    isInTime: (claimed: ClaimedNotice): boolean => isInTime(claimed, now()),

    /** Whether it has waited too long to be said. */
    isTooLate: (claimed: ClaimedNotice): boolean => isTooLate(claimed, now()),

    /**
     * Puts an attempt on record. `assignments` are those that the message names, `about` is what it asks. Where the claim was lost meanwhile,
     * or another message of the notice is known by now, one of the two is to be taken back.
     */
    async settle(
      claimed: ClaimedNotice,
      outcome: DeliveryOutcome,
      assignments: readonly string[],
      about?: readonly Ask[],
    ): Promise<boolean> {
      const change = frozen(decideSettlement(claimed, outcome, assignments, now()), about)
      if (claimed.task !== 'say' || outcome.kind !== 'said') return settle(claimed, change, signOf(outcome))
      const { ts: known } = (await store.notices.byId(claimed.id)) ?? {}
      const isSecond = known !== undefined && known !== outcome.ts
      const merged = isSecond ? { ...change, ts: known, strays: [...claimed.strays, outcome.ts] } : change
      const isSettled = await settle(claimed, merged, signOf(outcome))
      if (!isSettled) await store.notices.addFurther(claimed.id, outcome)
      return isSettled
    },

    /** Puts on record that a message which stood twice was taken back, or could not be. */
    tookBack(claimed: ClaimedNotice, ts: string, outcome: DeliveryOutcome): Promise<boolean> {
      const change = decideSettlement(claimed, outcome, claimed.assignments, now())
      const { shownRevision: _, ...kept } = change
      const isOver = outcome.kind === 'said' || (outcome.kind === 'refused' && outcome.forGood)
      const strays = isOver ? claimed.strays.filter((stray) => stray !== ts) : claimed.strays
      const { ts: own = ts } = claimed
      const reason = outcome.kind === 'said' ? 'stood twice; one was taken back' : outcome.error
      return settle(claimed, { ...kept, reason, ts: own, strays }, signOf(outcome))
    },

    /** Nothing was sent, and somebody who has the time takes it up. */
    putBack: (claimed: ClaimedNotice) =>
      settle(claimed, { state: claimed.sentAt === undefined ? 'pending' : 'sent', dueAt: now() }),

    /** Puts on record what was found of a message that an earlier attempt may have left. */
    looked(
      claimed: ClaimedNotice,
      looked: Looked,
      assignments: readonly string[],
      about?: readonly Ask[],
    ): Promise<boolean> {
      const change = decideLook(claimed, looked, now())
      const isFound = looked.kind === 'found'
      const named = isFound ? frozen({ ...change, assignments: [...assignments] }, about) : change
      return settle(claimed, named, signOf(looked))
    },

    /** Nothing is left to say: everything it would have named has been done since. */
    withdraw: (claimed: ClaimedNotice, reason: string) => settle(claimed, { state: 'withdrawn', reason }),

    /** Its member is not in Slack, as far as is known: it waits until they are. */
    wait: (claimed: ClaimedNotice, reason: string) => settle(claimed, decideWait(reason, now())),

    /** Until when its member is not to be spoken to; undefined where they may be, and for an edit of what stands. */
    quietUntil: async (claimed: ClaimedNotice): Promise<Date | undefined> =>
      claimed.task === 'say' ? quietFor(store, claimed, now()) : undefined,

    /** Its member's quiet hours are not over: it waits, and is read again when it is said. */
    hold: (claimed: ClaimedNotice, until: Date) => settle(claimed, decideHold(claimed, until)),

    /** It can't be said any more. */
    fail: (claimed: ClaimedNotice, reason: string) => settle(claimed, { state: 'failed', reason }),

    /** Our own code failed over it: it is tried again, but not for ever. */
    broken: (claimed: ClaimedNotice, error: string) => settle(claimed, decideBug(claimed, error, now())),

    /** The message can't be edited, since nobody knows where it stands. */
    leaveAsItIs: (claimed: ClaimedNotice) =>
      settle(claimed, { state: 'sent', shownRevision: claimed.revision }),

    /** What keeps the bot from speaking now, as far as Slack has shown; empty where nothing does. */
    async holds(): Promise<Pace[]> {
      const at = now()
      return (await store.paces.all()).filter((pace) => heldUntil(pace, at) !== undefined)
    },

    /** Whoever starts anew, perhaps with another token, may ask Slack at once. */
    async release(): Promise<void> {
      const whole = (await store.paces.all()).find(({ method }) => method === '*')
      if (whole !== undefined && whole.failures > 0) await store.paces.put({ method: '*', failures: 0 })
    },
  }
}

/** What a message asks stands on record with what it names. */
function frozen(change: NoticeChange, about: readonly Ask[] | undefined): NoticeChange {
  return change.assignments === undefined || about === undefined ? change : { ...change, about: [...about] }
}

/** A probe: one call for whatever is due. */
function oneOf(
  open: Record<Task, number>,
  waiting: readonly { task: Task; from: Date }[],
  at: Date,
): Record<Task, number> {
  const due = waiting.find(({ task, from }) => from <= at && open[task] > 0)
  return { say: 0, look: 0, edit: 0, ...(due !== undefined && { [due.task]: 1 }) }
}

/** Puts on record what an attempt said of Slack. */
async function heed(store: Store, sign: Sign, method: Method, at: Date): Promise<void> {
  const paces = await store.paces.all()
  if (sign.kind === 'limited') {
    const pace = paces.find((candidate) => candidate.method === method) ?? { method, failures: 0 }
    return store.paces.put(limited(pace, sign.retryAfterMs, at))
  }
  const whole = paces.find((candidate) => candidate.method === '*') ?? { method: '*' as const, failures: 0 }
  if (sign.kind === 'well' && whole.failures === 0) return
  await store.paces.put(decideWhole(whole, sign, at))
}
