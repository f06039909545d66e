import { noteChange, notedBefore } from '../audit/note-change.ts'
import type { DoneBy } from '../audit/rules.ts'
import type { Day, PartialDay } from '../calendar/day.ts'
import type { Context } from '../context.ts'
import { nameIn } from '../language/rules.ts'
import { decideMove, type MoveKind } from '../stage/move.ts'
import type { Store } from '../store.ts'
import { answerProposal, askSecretariat } from './asking.ts'
import {
  type JournalEntry,
  journalReading,
  lastAccepted,
  named,
  namesOf,
  todayOf,
} from './recording-journal.ts'
import {
  type AskedMove,
  type CorrectionRefusal,
  corrected,
  judgeCorrection,
  judgeMove,
  type MoveRefusal,
  moved,
} from './recording-rules.ts'
import { targetRecording } from './recording-targets.ts'
import type { StageMove, Standard } from './rules.ts'
import { proposalNoted, wayNoted } from './way-noted.ts'

export type Recordings = ReturnType<typeof recordings>

/** What somebody wants recorded; without `on`, it is today. */
export type Asked = Omit<AskedMove, 'on'> & { on?: PartialDay; source?: string }

/** An entry that stands, or waits for the secretariat; `standard` is as it is now. */
export type Recorded = { ok: true; standard: Standard; move: StageMove; kind: MoveKind | 'correction' }

/** Why nothing was recorded. `last` is the latest entry that stands, so that people see what happened meanwhile. */
export type NotRecorded = { ok: false; standard: Standard; last?: JournalEntry } & (
  | MoveRefusal
  | CorrectionRefusal
  | { why: 'already-proposed'; proposal: JournalEntry }
)

/** A decision about a proposal, or why it could not be made. */
export type Decided =
  | { ok: true; standard: Standard; move: StageMove }
  | { ok: false; why: 'gone' }
  | { ok: false; why: 'decided'; move: JournalEntry }
  | { ok: false; why: 'changed'; standard: Standard; move: StageMove; last?: JournalEntry }

/**
 * What people put on record about a standard's way: stage moves, corrections, targets, extensions. Each is one
 * transaction in which the standard follows its journal; nothing that was recorded is ever taken out.
 */
export function recordings(context: Pick<Context, 'store' | 'now' | 'newId' | 'wake'>) {
  const { store, now, wake } = context

  /** In one transaction; whom it concerns hears of it once it is over. */
  async function inOne<Outcome>(work: (store: Store) => Promise<Outcome>): Promise<Outcome> {
    const outcome = await store.transaction(work)
    wake('plan-move-notices')
    wake('deliver-notices')
    return outcome
  }

  /** In one transaction, on the standard as it is in it; undefined where it is gone. */
  function about<Outcome>(
    id: string,
    work: (store: Store, standard: Standard, today: Day) => Promise<Outcome>,
  ): Promise<Outcome | undefined> {
    return inOne(async (store) => {
      const standard = await store.standards.byId(id)
      return standard && work(store, standard, await todayOf(store, standard, now()))
    })
  }

  /** Writes the standard as it follows from an entry; from now on its record says what that entry said. */
  async function follow(
    store: Store,
    after: Standard,
    { by, source }: Pick<StageMove, 'by' | 'source'>,
  ): Promise<Standard> {
    const names = await namesOf(store, by)
    const language = (await store.committee.get())?.languages[0] ?? 'en'
    const said = source ?? (names && nameIn(names, language))
    const asOf = await todayOf(store, after, now())
    const standard = { ...after, asOf, ...(said !== undefined && { source: said }) }
    await store.standards.put(standard)
    return standard
  }

  async function apply(store: Store, before: Standard, move: StageMove, kind: MoveKind): Promise<Standard> {
    const after = await follow(store, moved(before, move, kind), move)
    if (before.targetOn !== undefined && after.targetOn === undefined)
      await store.standards.addTargetChange({
        standard: before.id,
        from: before.targetOn,
        recordedAt: now(),
        ...(move.by !== undefined && { by: move.by }),
      })
    return after
  }

  async function add(store: Store, entry: Omit<StageMove, 'id'>): Promise<StageMove> {
    return { id: await store.standards.addMove(entry), ...entry }
  }

  async function accepting(
    store: Store,
    move: StageMove,
    standard: Standard,
    kind: MoveKind,
    by: string | undefined,
  ): Promise<{ standard: Standard; move: StageMove }> {
    const at = now()
    await store.standards.decideMove(move.id, { state: 'accepted', by, at })
    await answerProposal(store, context, move)
    const standing: StageMove = {
      ...move,
      state: 'accepted',
      decidedAt: at,
      ...(by !== undefined && { decidedBy: by }),
    }
    return { standard: await apply(store, standard, standing, kind), move: standing }
  }

  /** Tells what stands on record, so that whoever came second sees it. */
  async function refused<Refusal extends { ok: false }>(store: Store, standard: Standard, refusal: Refusal) {
    const last = await lastAccepted(store, standard.id)
    return { ...refusal, standard, ...(last && { last: await named(store, last) }) }
  }

  /** What this very gesture has recorded before; undefined the first time. */
  async function recordedBefore(store: Store, standard: Standard, by: DoneBy): Promise<Recorded | undefined> {
    const entry = await notedBefore(store, by, { kind: 'standard', id: standard.id })
    const move = entry && (await store.standards.moveById(Number(entry.after.move)))
    if (move === undefined) return undefined
    if (move.kind === 'correction') return { ok: true, standard, move, kind: 'correction' }
    const verdict = decideMove(move.from ?? move.to, move.to, standard)
    return { ok: true, standard, move, kind: verdict.ok ? verdict.kind : 'leap' }
  }

  function enter(id: string, asked: Asked, doneBy: DoneBy, state: 'accepted' | 'proposed') {
    const by = doneBy.member?.id
    return about(id, async (store, standard, today): Promise<Recorded | NotRecorded> => {
      const repeated = await recordedBefore(store, standard, doneBy)
      if (repeated !== undefined) return repeated
      const { to, on = today, why, source } = asked
      const verdict = judgeMove(standard, { ...asked, on }, today)
      if (!verdict.ok) return refused(store, standard, verdict)
      const { kind } = verdict
      const waiting = (await store.standards.movesOf(id)).find(
        (move) => move.state === 'proposed' && move.to === to && move.from === standard.stage,
      )
      if (waiting !== undefined && state === 'proposed')
        return { ok: false, why: 'already-proposed', standard, proposal: await named(store, waiting) }
      if (waiting !== undefined) {
        // The secretariat says what a convenor has proposed: that is what now stands. Where it knows better, its own does.
        if (asked.on === undefined || asked.on === waiting.on) {
          const accepted = await accepting(store, waiting, standard, kind, by)
          await noteChange(store, doneBy, now(), {
            subject: { kind: 'standard', id },
            what: 'record',
            before: { ...wayNoted(standard), ...proposalNoted(waiting) },
            after: { ...wayNoted(accepted.standard), ...proposalNoted(accepted.move), move: waiting.id },
            note: why,
          })
          return { ok: true, kind, ...accepted }
        }
        await store.standards.decideMove(waiting.id, { state: 'declined', by, at: now() })
        await answerProposal(store, context, waiting)
      }
      const move = await add(store, {
        standard: id,
        kind: 'move',
        from: standard.stage,
        to,
        on,
        state,
        recordedAt: now(),
        ...(by !== undefined && { by }),
        ...(why !== undefined && { why }),
        ...(source !== undefined && { source }),
      })
      if (state === 'proposed') await askSecretariat(store, context, move)
      const after = state === 'proposed' ? standard : await apply(store, standard, move, kind)
      const { group } = standard
      const isProposed = state === 'proposed'
      await noteChange(store, doneBy, now(), {
        subject: { kind: 'standard', id },
        what: isProposed ? 'propose' : 'record',
        before: { ...wayNoted(standard), ...(waiting && proposalNoted(waiting)) },
        after: {
          ...wayNoted(after),
          ...(isProposed && proposalNoted(move)),
          ...(waiting && proposalNoted({ ...waiting, state: 'declined' })),
          move: move.id,
        },
        note: why,
        ...(isProposed && group !== undefined && { behalf: { kind: 'group', id: group } }),
      })
      return { ok: true, standard: after, move, kind }
    })
  }

  /** Decides about a proposal that still waits. */
  function decide(
    id: number,
    work: (store: Store, move: StageMove, standard: Standard) => Promise<Decided>,
  ): Promise<Decided> {
    return inOne(async (store) => {
      const move = await store.standards.moveById(id)
      const standard = move && (await store.standards.byId(move.standard))
      if (move === undefined || standard === undefined) return { ok: false, why: 'gone' }
      if (move.state !== 'proposed') return { ok: false, why: 'decided', move: await named(store, move) }
      return work(store, move, standard)
    })
  }

  return {
    ...journalReading(context),
    ...targetRecording(context),

    /** A convenor's word, which waits for the secretariat; it alone is told. Undefined where the standard is gone. */
    propose: (id: string, asked: Asked, by: DoneBy) => enter(id, asked, by, 'proposed'),

    /** The secretariat's own word, which stands at once. */
    record: (id: string, asked: Asked, by: DoneBy) => enter(id, asked, by, 'accepted'),

    /** Lets a proposal stand, unless the standard has moved since it was made. */
    accept: (id: number, by: DoneBy) =>
      decide(id, async (store, move, standard) => {
        const today = await todayOf(store, standard, now())
        const asked = { ...move, on: move.on ?? today, ...(move.from !== undefined && { seen: move.from }) }
        const verdict = judgeMove(standard, asked, today)
        if (!verdict.ok) return refused(store, standard, { ok: false, why: 'changed' as const, move })
        const accepted = await accepting(store, move, standard, verdict.kind, by.member?.id)
        await noteChange(store, by, now(), {
          subject: { kind: 'standard', id: standard.id },
          what: 'accept',
          before: { ...wayNoted(standard), ...proposalNoted(move) },
          after: { ...wayNoted(accepted.standard), ...proposalNoted(accepted.move) },
        })
        return { ok: true, ...accepted }
      }),

    /** Lets a proposal go; it stays in the journal with the reason, which whoever made it hears. */
    decline: (id: number, by: DoneBy, why: string) =>
      decide(id, async (store, move, standard) => {
        const at = now()
        const declined: StageMove = { ...move, state: 'declined' }
        await store.standards.decideMove(id, { state: 'declined', by: by.member?.id, at, why })
        await answerProposal(store, context, move)
        await noteChange(store, by, at, {
          subject: { kind: 'standard', id: standard.id },
          what: 'decline',
          before: proposalNoted(move),
          after: proposalNoted(declined),
          note: why,
        })
        return { ok: true, standard, move: declined }
      }),

    /** Puts the present stage, or its day, right: an entry of its own with who, when and why. */
    correct: (id: string, asked: Asked & { why: string }, doneBy: DoneBy) =>
      about(id, async (store, standard, today): Promise<Recorded | NotRecorded> => {
        const repeated = await recordedBefore(store, standard, doneBy)
        if (repeated !== undefined) return repeated
        const by = doneBy.member?.id
        const verdict = judgeCorrection(standard, asked, today)
        if (!verdict.ok) return refused(store, standard, verdict)
        const { to, why, source } = asked
        const last = await lastAccepted(store, id)
        const after = await follow(store, corrected(standard, asked), {
          ...(by !== undefined && { by }),
          ...(source !== undefined && { source }),
        })
        const move = await add(store, {
          standard: id,
          kind: 'correction',
          from: standard.stage,
          to,
          state: 'accepted',
          why,
          recordedAt: now(),
          ...(after.stageSince !== undefined && { on: after.stageSince }),
          ...(by !== undefined && { by }),
          ...(source !== undefined && { source }),
          ...(last !== undefined && { corrects: last.id }),
        })
        await noteChange(store, doneBy, now(), {
          subject: { kind: 'standard', id },
          what: 'correct',
          before: wayNoted(standard),
          after: { ...wayNoted(after), move: move.id },
          note: why,
        })
        return { ok: true, standard: after, move, kind: 'correction' }
      }),
  }
}
