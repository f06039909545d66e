import { isDeepStrictEqual } from 'node:util'
import { onRecord } from '../assignment/making.ts'
import type { Assignment } from '../assignment/rules.ts'
import { awaitedSince, reviseShown } from '../assignment/shown.ts'
import { type Change, noteChange, noteChanges } from '../audit/note-change.ts'
import { byFile } from '../audit/rules.ts'
import type { Context } from '../context.ts'
import { arrivals } from '../follow/arrivals.ts'
import type { Member } from '../member/rules.ts'
import { noticeWriting } from '../notice/writing.ts'
import type { Standard } from '../standard/rules.ts'
import type { Store, StoredSchedule } from '../store.ts'
import type { WorkingGroup } from '../working-group/rules.ts'
import { asPeopleLeftIt } from './as-people-left-it.ts'
import { changesMade } from './changes-made.ts'
import { comparePlansAndGoals } from './compare-plans.ts'
import { compareRecords, joinReports } from './import.ts'
import type { AssignmentInFile, Committee, CommitteeRecords, FileSchedule, ImportReport } from './rules.ts'

export type Committees = ReturnType<typeof committees>

type ImportOptions = {
  /** The name of the file, which goes on record with what it changes. */
  file?: string
  /** Compare and report, and write nothing. */
  dryRun?: boolean
  /** From when new schedules owe their slots; now, where it is absent. */
  activeSince?: Date
  /** Since when those who owe new assignments have them; now, where it is absent. */
  givenAt?: Date
}

/**
 * The committee as a whole, and how its files come on record: each import in one transaction, all or
 * nothing.
 */
export function committees(
  context: Pick<Context, 'store' | 'now' | 'newId' | 'readCron' | 'wake' | 'twins'>,
) {
  const { store, now, wake } = context
  const { payDebt } = noticeWriting(context)
  return {
    get: () => store.committee.get(),

    /** What a committee file says becomes what is on record; the same file twice changes nothing. */
    async importCommittee(records: CommitteeRecords, options: ImportOptions = {}): Promise<ImportReport> {
      const report = await store.transaction(async (store) => {
        const committee = await store.committee.get()
        const own = compareRecords(
          committee === undefined ? [] : [committee],
          [records.committee],
          ({ id }) => id,
          sameApart,
        )
        const groups = compareRecords(await store.groups.all(), records.groups, ({ code }) => code, sameApart)
        const bodies = compareRecords(await store.organisations.all(), records.organisations, ({ id }) => id)
        const people = compareRecords(await store.members.all(), records.members, ({ id }) => id, sameMember)
        const plans = comparePlansAndGoals(
          { plans: await store.plans.all(), goals: await store.goals.all() },
          records,
        )
        const times = await compareSchedules(store, records, options.activeSince ?? now())
        if (options.dryRun !== true) {
          // A schedule that another takes the place of, or none, is due for the last time.
          for (const { group, schedule } of times.replaced) await payDebt(store, group, schedule)
          const entries = await changesMade(store, {
            committee: own.write,
            group: groups.write,
            organisation: bodies.write,
            member: people.write,
            plan: plans.plans,
            goal: plans.goals,
            schedule: times.write,
            gone: times.remove,
          })
          for (const committee of own.write) await store.committee.put(committee)
          for (const group of groups.write) await store.groups.put(group)
          for (const organisation of bodies.write) await store.organisations.put(organisation)
          for (const member of people.write) await store.members.put(member)
          for (const plan of plans.plans) await store.plans.put(plan)
          for (const goal of plans.goals) await store.goals.put(goal)
          for (const schedule of times.write) await store.schedules.put(schedule)
          for (const { group, kind } of times.remove) await store.schedules.remove(group, kind)
          await noteChanges(
            store,
            now(),
            entries.map((entry) => ({ ...entry, note: options.file })),
          )
        }
        return joinReports([own, groups, bodies, people, plans.report, times])
      })
      if (options.dryRun !== true) {
        // Whoever leads a group from now on is asked what its last convenor did not answer.
        wake('plan-offer-notices')
        wake('deliver-notices')
      }
      return report
    },

    /**
     * Standards by their ids; a stage that differs from the one on record is a stage move, recorded now, and so is a new
     * record with which a project on record goes on.
     */
    async importStandards(records: readonly Standard[], options: ImportOptions = {}): Promise<ImportReport> {
      let hasMoved = false
      const report = await store.transaction(async (store) => {
        const onRecord = new Map((await store.standards.all()).map((standard) => [standard.id, standard]))
        const compared = compareRecords([...onRecord.values()], records, ({ id }) => id)
        if (options.dryRun === true) return joinReports([compared])
        await store.standards.putAll(compared.write)
        if (compared.write.length > 0)
          await noteChange(store, byFile, now(), {
            subject: { kind: 'committee', id: (await store.committee.get())?.id ?? store.workspace },
            what: 'import-standards',
            after: { added: compared.added.length, changed: compared.changed.length },
            note: options.file,
          })
        const moved = compared.write.flatMap((standard) => {
          const from = onRecord.get(standard.id)?.stage
          return from === undefined || from === standard.stage ? [] : [{ standard, from }]
        })
        const added = compared.write.filter(({ id }) => !onRecord.has(id))
        for (const { standard, from } of [...moved, ...arrivals([...onRecord.values()], added)]) {
          await store.standards.addMove(moveBetween(from, standard, now()))
          hasMoved = true
        }
        return joinReports([compared])
      })
      if (hasMoved) wake('plan-move-notices')
      return report
    },

    /**
     * Assignments by their ids; each that is new or changed goes into the audit. Whoever has one from now on has it given by
     * that, with its days of grace. Where people have moved one since, their word stands, and the report tells what the file
     * says otherwise.
     */
    importAssignments(
      records: readonly AssignmentInFile[],
      options: ImportOptions = {},
    ): Promise<ImportReport> {
      return store.transaction(async (store) => {
        const recorded = await store.assignments.all()
        const known = new Map(recorded.map((one) => [one.id, one]))
        const given = records.map((one) => asPeopleLeftIt(known.get(one.id), one))
        const compared = compareRecords(
          recorded,
          given.map(({ assignment }) => assignment),
          ({ id }) => id,
          sameAssignment,
        )
        const report = withLeft(compared, given)
        if (options.dryRun === true) return report
        const at = now()
        const changes: Change[] = []
        for (const assignment of compared.write) {
          const before = known.get(assignment.id)
          const after = isNewlyOwed(before, assignment)
            ? { ...assignment, life: { given: { at: options.givenAt ?? at } } }
            : assignment
          const isOver = before !== undefined && before.state !== after.state
          const asked = isOver ? await awaitedSince(store, before, at) : undefined
          await store.assignments.put(after)
          changes.push({
            subject: { kind: 'assignment', id: after.id },
            what: before === undefined ? 'make' : 'import',
            before: before && onRecord(before),
            after: onRecord(after),
            note: options.file,
          })
          if (before !== undefined) await reviseShown(store, { before, after }, { at, asked })
        }
        await noteChanges(store, at, changes)
        return report
      })
    },
  }
}

function moveBetween(from: string, after: Standard, recordedAt: Date) {
  return {
    standard: after.id,
    kind: 'move' as const,
    from,
    to: after.stage,
    ...(after.stageSince !== undefined && { on: after.stageSince }),
    state: 'accepted' as const,
    source: after.source,
    recordedAt,
  }
}

/** A schedule that a convenor has set since is theirs: the file no longer decides it. */
async function compareSchedules(store: Store, records: CommitteeRecords, activeSince: Date) {
  const nameOf = ({ group, kind }: Pick<FileSchedule, 'group' | 'kind'>) => `${group} ${kind}`
  const stored = await store.schedules.all()
  const set = new Set(stored.filter(({ setBy }) => setBy !== undefined).map(nameOf))
  const zones = new Map(records.groups.map((group) => [group.code, group.zone]))
  const given = records.schedules
    .filter((schedule) => !set.has(nameOf(schedule)))
    .map(
      (schedule): StoredSchedule => ({ ...schedule, zone: zones.get(schedule.group) ?? 'UTC', activeSince }),
    )
  const ours = stored.filter((schedule) => !set.has(nameOf(schedule)) && zones.has(schedule.group))
  const compared = compareRecords(ours, given, nameOf, (a, b) => a.cron === b.cron && a.zone === b.zone)
  const gone = new Set(compared.absent)
  const passing = new Set([...compared.changed, ...compared.absent])
  const groups = new Map((await store.groups.all()).map((group) => [group.code, group]))
  return {
    ...compared,
    absent: [],
    changed: [...compared.changed, ...compared.absent],
    kept: records.schedules.map(nameOf).filter((name) => set.has(name)),
    remove: ours.filter((schedule) => gone.has(nameOf(schedule))),
    replaced: ours.flatMap((schedule) => {
      const group = groups.get(schedule.group)
      return group !== undefined && passing.has(nameOf(schedule)) ? [{ group, schedule }] : []
    }),
  }
}

/** The same but for the channel's id, which is found in Slack and not told by the file. */
function sameApart<T extends WorkingGroup | Committee>(recorded: T, given: T): boolean {
  const { channelId: _found, ...rest } = recorded
  return isDeepStrictEqual(rest, given)
}

/** So is a member's Slack id, unless the file tells it. */
function sameMember(recorded: Member, given: Member): boolean {
  if (given.slackId !== undefined) return isDeepStrictEqual(recorded, given)
  const { slackId: _found, ...rest } = recorded
  return isDeepStrictEqual(rest, given)
}

/** What the file says otherwise than people do is not unchanged: it is told apart. */
function withLeft(compared: ImportReport, given: readonly ReturnType<typeof asPeopleLeftIt>[]): ImportReport {
  const left = given.flatMap(({ assignment: { id }, left: fields }) =>
    fields.length === 0 ? [] : [{ id, fields }],
  )
  const changed = new Set(compared.changed)
  const unchanged = compared.unchanged - left.filter(({ id }) => !changed.has(id)).length
  return joinReports([{ ...compared, left, unchanged }])
}

/** Whether somebody owes it from now on who did not before. */
function isNewlyOwed(before: Assignment | undefined, { state, owner }: Assignment): boolean {
  if (state !== 'open') return false
  return before === undefined || before.owner.kind !== owner.kind || before.owner.id !== owner.id
}

/** An owner's name belongs to the member or organisation; the assignment only points at it. */
function sameAssignment(recorded: Assignment, given: Assignment): boolean {
  const pointing = ({ owner, ...rest }: Assignment) => ({ ...rest, owner: `${owner.kind} ${owner.id}` })
  return isDeepStrictEqual(pointing(recorded), pointing(given))
}
