import type { Absence } from './absence/rules.ts'
import type { Assignment, AssignmentQuery, OpenCounts, OwnerQuery } from './assignment/rules.ts'
import type { AuditQuery } from './audit/query.ts'
import type { AuditEntry, AuditSubject, NewAuditEntry } from './audit/rules.ts'
import type { Day } from './calendar/day.ts'
import type { MarkedDay } from './calendar/marked-day.ts'
import type { Committee } from './committee/rules.ts'
import type { Pace } from './delivery/pace.ts'
import type { Follow, Followed, HeardMove, Topic } from './follow/rules.ts'
import type { Goal, Offer } from './goal/rules.ts'
import type { Hold, HoldTarget } from './hold/rules.ts'
import type { Member, Organisation } from './member/rules.ts'
import type { Acknowledgement, Decision, Notice, NoticeKind, NoticeState, Snooze } from './notice/rules.ts'
import type { PlanChange } from './plan/change.ts'
import type { PlanDraft } from './plan/draft.ts'
import type { Plan } from './plan/rules.ts'
import type { Hearing } from './reminder/asking.ts'
import type { Ask, AsksTold } from './reminder/asks.ts'
import type { StandingReminder } from './reminder/unanswered.ts'
import type { Schedule, ScheduleKind } from './schedule/rules.ts'
import type { Extension, StageMove, Standard, TargetChange, ToldMove } from './standard/rules.ts'
import type { WorkItem } from './work/rules.ts'
import type { WorkingGroup } from './working-group/rules.ts'

/**
 * What the services need kept, in one committee's workspace. `src/store` implements it on PostgreSQL; nothing
 * of one workspace is ever seen from another.
 */
export type Store = {
  workspace: string
  /**
   * Runs `work` in one transaction: all of it is kept, or none. Inside, only the store that `work` is given
   * may be used. Transactions of one workspace run one after the other, so what was loaded inside is still true
   * when it is saved. One inside another is part of it: an error must leave the outer one too.
   */
  transaction<T>(work: (store: Store) => Promise<T>): Promise<T>

  roster: {
    /**
     * Another text after every change of the committee, its groups, organisations, members, plans or marked days, whoever makes it.
     * To be read before them: what is put in between is then read once more, and not missed.
     */
    version(): Promise<string>
    /** The same of what members follow. */
    followsVersion(): Promise<string>
  }
  committee: {
    get(): Promise<Committee | undefined>
    /** A channel id that the committee already has is kept where none is given and `channel` is the same. */
    put(committee: Committee): Promise<void>
    linkChannel(channelId: string | undefined): Promise<void>
  }
  groups: {
    /** By kind and code, in the order in which people list them. */
    all(): Promise<WorkingGroup[]>
    byCode(code: string): Promise<WorkingGroup | undefined>
    byChannel(channelId: string): Promise<WorkingGroup | undefined>
    /** A channel id that the group already has is kept where none is given and `channel` is the same. */
    put(group: WorkingGroup): Promise<void>
    linkChannel(code: string, channelId: string | undefined): Promise<void>
  }
  organisations: {
    all(): Promise<Organisation[]>
    put(organisation: Organisation): Promise<void>
  }
  members: {
    all(): Promise<Member[]>
    byId(id: string): Promise<Member | undefined>
    bySlackId(slackId: string): Promise<Member | undefined>
    /** In any case. */
    byEmail(email: string): Promise<Member | undefined>
    /** Roles are replaced by those given; a Slack id that the member already has is kept where none is given. */
    put(member: Member): Promise<void>
    /** Throws where another member has this Slack id. */
    linkSlack(id: string, slackId: string): Promise<void>
    setSlackZone(id: string, zone: string): Promise<void>
  }
  plans: {
    /** By year. */
    all(): Promise<Plan[]>
    put(plan: Plan): Promise<void>
    putDraft(draft: PlanDraft): Promise<void>
    draft(id: string): Promise<PlanDraft | undefined>
    /** The id of the entry. */
    addChange(change: Omit<PlanChange, 'id'>): Promise<number>
    /** What was decided of a year's plan, oldest first. */
    changesOf(year: number): Promise<PlanChange[]>
    /** Which decisions a notice tells of; one at least. */
    addTold(notice: string, changes: readonly number[]): Promise<void>
    /** The decisions that a notice tells of, oldest first. */
    changesTold(notice: string): Promise<PlanChange[]>
  }
  goals: {
    /** Of every year, or of one, in the order of their making. */
    all(year?: number): Promise<Goal[]>
    /** Of all of them, whoever sees them: a new one must bear another name. */
    ids(): Promise<string[]>
    /** Ids of the points that goals serve of which nothing is seen; none, where everything is. */
    pointsOfClosed(): Promise<string[]>
    byId(id: string): Promise<Goal | undefined>
    put(goal: Goal): Promise<void>
    addOffer(offer: Offer): Promise<void>
    offer(id: string): Promise<Offer | undefined>
    /** Of one year, oldest first. */
    offers(year: number): Promise<Offer[]>
  }
  work: {
    /** In the order of their making. */
    all(): Promise<WorkItem[]>
    /** Of all of them, whoever sees them: a new one must bear another name. */
    ids(): Promise<string[]>
    byId(id: string): Promise<WorkItem | undefined>
    put(item: WorkItem): Promise<void>
  }
  standards: {
    all(): Promise<Standard[]>
    byId(id: string): Promise<Standard | undefined>
    /** By id, without those that are not on record. */
    byIds(ids: readonly string[]): Promise<Standard[]>
    put(standard: Standard): Promise<void>
    /** No id may be given twice. */
    putAll(standards: readonly Standard[]): Promise<void>
    /** Every topic that a standard bears, by name. */
    topics(): Promise<Topic[]>
    /** Those that were put after this version, in the order of their ids. */
    changedSince(version: number): Promise<Standard[]>
    /** The id of the entry. */
    addMove(move: Omit<StageMove, 'id'>): Promise<number>
    /** Many at once, in their order. */
    addMoves(moves: readonly Omit<StageMove, 'id'>[]): Promise<void>
    /** All that was recorded of one standard, oldest first. */
    movesOf(standard: string): Promise<StageMove[]>
    moveById(id: number): Promise<StageMove | undefined>
    /** Moves of a group's standards accepted in (`after`, `upTo`], oldest first. */
    moves(group: string, after: Date, upTo: Date): Promise<ToldMove[]>
    /** The same of these standards, whichever group they belong to. */
    movesAmong(standards: readonly string[], after: Date, upTo: Date): Promise<ToldMove[]>
    /** Those that wait for the secretariat, oldest first. */
    proposedMoves(): Promise<ToldMove[]>
    /** False where it does not wait for a decision: nothing was changed. `by` is absent for the operator. */
    decideMove(
      id: number,
      decision: { state: 'accepted' | 'declined'; by: string | undefined; at: Date; why?: string },
    ): Promise<boolean>
    /** Accepted moves of which it was not settled yet who is to hear of them, the oldest first, at most `limit`. */
    undistributedMoves(limit: number): Promise<HeardMove[]>
    setDistributed(moves: readonly number[]): Promise<void>
    addTargetChange(change: TargetChange): Promise<void>
    /** Oldest first. */
    targetChangesOf(standard: string): Promise<TargetChange[]>
    addExtension(extension: Extension): Promise<void>
    /** Oldest first. */
    extensionsOf(standard: string): Promise<Extension[]>
    /**
     * Grows with every `put`, so that an index built from `all()` knows when it is out of date. To be read before
     * `all()`: what is put in between is then read once more, and not missed.
     */
    version(): Promise<number>
  }
  assignments: {
    all(): Promise<Assignment[]>
    /** Those of a group that are open, and those that were done on `doneSince` or later. */
    inGroup(group: string, doneSince: Day): Promise<Assignment[]>
    /** The first `most` of the open ones that are asked for on `today`, earliest due first. */
    open(query: AssignmentQuery, today: Day, most: number): Promise<Assignment[]>
    /** How many open ones are asked for on `today`; soon is what is due until `soonUntil`, two weeks where not given. */
    countOpen(query: AssignmentQuery, today: Day, soonUntil?: Day): Promise<OpenCounts>
    /** Open ones that are held up by one of these, the longest first. */
    heldBy(whom: OwnerQuery): Promise<Assignment[]>
    /** Open ones of these groups that wait for a decision: given back, or asked to be due on another day; the longest first. */
    undecided(groups: readonly string[], most: number): Promise<Some<Assignment>>
    /**
     * Open ones that a member, `by`, made or gave to whoever has them, and that are not their own, `owner`: those that were not taken on
     * yet, that were given back, or are overdue on `today`; the earliest due first. What waits for a decision in the groups
     * for which the member decides is no waiting for others.
     */
    givenBy(
      giver: { by: string; owner: OwnerQuery; decidesFor: readonly string[] },
      today: Day,
      most: number,
    ): Promise<Some<Assignment>>
    /** In the order of `ids`, without those that are not on record. */
    byIds(ids: readonly string[]): Promise<Assignment[]>
    /** Of all of them, whoever sees them. */
    ids(): Promise<string[]>
    /** Those that are part of a piece of work or serve a goal, whatever their state. */
    ofPlans(): Promise<Assignment[]>
    /** The open ones that are part of no piece of work and serve no goal. */
    openOfNoPlan(): Promise<Assignment[]>
    /** Of the owner only kind and id are kept: the names and Slack id are those of the owner's own record. */
    put(assignment: Assignment): Promise<void>
  }
  follows: {
    all(): Promise<Follow[]>
    /** Oldest first. */
    of(member: string): Promise<Follow[]>
    /** False where the member follows it already: the moment since when stands. */
    add(follow: Follow): Promise<boolean>
    /** False where the member did not follow it. */
    remove(member: string, followed: Followed): Promise<boolean>
  }
  schedules: {
    all(): Promise<StoredSchedule[]>
    put(schedule: StoredSchedule): Promise<void>
    remove(group: string, kind: ScheduleKind): Promise<void>
  }
  notices: {
    /** False where its key (workspace, kind, group or member, period) is already taken: nothing was added. */
    add(notice: NewNotice): Promise<boolean>
    byId(id: string): Promise<Notice | undefined>
    /** Those whose id begins so, at most `limit`. */
    byIdStart(start: string, limit: number): Promise<Notice[]>
    /** The notice with this key; without a group, one for the secretariat. */
    find(kind: NoticeKind, group: string | undefined, period: string): Promise<Notice | undefined>
    /** The notice for a member with this key. */
    toMember(kind: NoticeKind, member: string, period: string): Promise<Notice | undefined>
    /** Which groups have a notice of this kind for one of these periods. */
    keys(kind: ScheduleKind, periods: readonly string[]): Promise<{ group: string; period: string }[]>
    /** Newest first. */
    latest(limit: number, state?: NoticeState): Promise<Notice[]>
    countByState(): Promise<Partial<Record<NoticeState, number>>>
    /** The newest of this kind, by schedule or by hand, that stands in the group's channel. */
    newestStanding(kind: ScheduleKind, group: string): Promise<Notice | undefined>
    /** Those written after `since` that the bot can't settle by itself, without its own questions; newest first. */
    unsettled(since: Date, most: number): Promise<Some<Notice>>
    /**
     * Takes notices to work on for `leaseMs` from `now`, as many of each task as `most` says, each in a channel of its
     * own in which nothing was said for `channelPauseMs`: those pending and due, those whose claim ran out, and those
     * sent whose message shows an old revision or stands twice. None is said before an older one of its group. Two callers never get
     * the same one. What is claimed to be said becomes `sending`, what is claimed to be edited stays `sent`, and its
     * attempts count this one.
     */
    claim(now: Date, leaseMs: number, most: Record<Task, number>): Promise<ClaimedNotice[]>
    /** The tasks that are due and not in hand, each with the first moment at which its channel may hear it. */
    waiting(now: Date): Promise<{ task: Task; from: Date }[]>
    /**
     * Ends a claim. False where the claim was lost to another in the meantime: nothing was written. What `change`
     * does not name stays, but for the reason and the uncertainty, which are of this state alone. Settled as `sending`,
     * it may have been said: it is claimed again from `dueAt` on, to be looked for.
     */
    settle(id: string, claim: string, change: NoticeChange): Promise<boolean>
    /** A person's decision, where the notice is still in the state `from` and nobody is at work on it; else false. */
    decide(id: string, from: NoticeState, change: NoticeChange & { mayRepeat: boolean }): Promise<boolean>
    /**
     * A message of the notice stands of which whoever holds the claim may not know: it becomes the notice's own where
     * none was known, else it is to be taken back.
     */
    addFurther(id: string, message: { channelId: string; ts: string }): Promise<void>
    /** Somebody saw the message: it stands, and this is it. False where that was known, and nothing changes. */
    seen(id: string, message: { channelId: string; ts: string }, at: Date): Promise<boolean>
    /** Says that the message should show what has changed. A message that was up to date is tried afresh. */
    revise(id: string): Promise<void>
    /**
     * The same of what the secretariat hears by kind and period, and of all that is about an offer, whoever hears it;
     * nothing happens where there is none, or nothing was said yet.
     */
    reviseAbout(kind: NoticeKind, period: string): Promise<void>
    /** Withdraws what waits to be said to the group and was due before `slotAt`: a newer one takes its place. */
    supersede(kind: ScheduleKind, group: string, slotAt: Date): Promise<void>
    /**
     * The moment of the last notice by schedule before `slotAt` that the group has heard, as far as is known, or for
     * which there was nothing to report.
     */
    heardUpTo(kind: ScheduleKind, group: string, slotAt: Date): Promise<Date | undefined>
    /** The newest notice of moves of each of these members who has one. */
    newestOfMoves(members: readonly string[]): Promise<NewestOfMoves[]>
    /** What a notice of moves is to tell its member. A move that the member was to be told of before stays where it is. */
    addMoves(notice: string, member: string, moves: readonly number[]): Promise<void>
    /** Moves all that waits to be told to the member into this notice, if the claim on it holds. */
    takeMoves(notice: string, claim: string, member: string): Promise<void>
    /** The moves that a notice tells of; accepted ones only. */
    movesOf(notice: string): Promise<HeardMove[]>
    /**
     * What was asked in person, and told to the secretariat of what is not acknowledged, since then, oldest first; only what
     * one member heard and all such acknowledgements where one is given.
     */
    askedSince(since: Date, member?: string): Promise<AsksTold[]>
    /** The reminders that were said since then, of all groups or of one. */
    remindersSince(since: Date, group?: string): Promise<StandingReminder[]>
    /** Lets the messages that were said since then and name the assignment show what has become of it. */
    reviseNaming(assignment: string, since: Date): Promise<void>
    /** The same of those in which somebody is asked to acknowledge the group's reminder. */
    reviseAsking(group: string, since: Date): Promise<void>
    /** What was asked in person on that day, or was to be. */
    asksOn(on: Day): Promise<Notice[]>
    /** What groups were not told for a hold, and was written since then. */
    heldSince(kind: ScheduleKind, since: Date): Promise<Notice[]>
    /** The notices of one run, which came by schedule. */
    ofRun(kind: ScheduleKind, on: Day): Promise<Notice[]>
    /** The runs with a notice written after `since` of which there is no report yet. */
    unreported(since: Date): Promise<Run[]>
  }
  /** How fast and whether Slack may be asked, for all processes of the workspace. */
  paces: {
    all(): Promise<Pace[]>
    put(pace: Pace): Promise<void>
  }
  decisions: {
    add(decision: Decision): Promise<void>
    /** The last one. */
    of(notice: string): Promise<Decision | undefined>
  }
  audit: {
    /** False where the same request has been put on record about the same subject before: nothing is added then. */
    add(entry: NewAuditEntry): Promise<boolean>
    /** Many at once, of no request. */
    addAll(entries: readonly NewAuditEntry[]): Promise<void>
    /** Oldest first. */
    of(subject: AuditSubject): Promise<AuditEntry[]>
    /** What was put on record after `since` about any of these, oldest first. */
    ofAny(kind: AuditSubject['kind'], ids: readonly string[], since: Date): Promise<AuditEntry[]>
    /** What a request has put on record about the subject. */
    ofRequest(subject: AuditSubject, request: string): Promise<AuditEntry | undefined>
    /** The newest `most` entries that are asked for, the oldest of them first. */
    search(query: AuditQuery, most: number): Promise<AuditEntry[]>
    /** What a request was about that did this. */
    subjectOf(kind: AuditSubject['kind'], what: string, request: string): Promise<string | undefined>
  }
  acknowledgements: {
    /** False where the notice was already acknowledged: the first stands. */
    add(acknowledgement: Acknowledgement): Promise<boolean>
    of(notice: string): Promise<Acknowledgement | undefined>
  }
  snoozes: {
    add(snooze: Snooze): Promise<void>
    /** The last one. */
    of(notice: string): Promise<Snooze | undefined>
  }
  markedDays: {
    /** By day; the committee's before those of groups. */
    all(): Promise<MarkedDay[]>
    /** Takes the place of the mark that the day has. */
    put(mark: MarkedDay): Promise<void>
    /** False where the day was not marked. */
    remove(day: Day, group: string | undefined): Promise<boolean>
  }
  holds: {
    /** Those of the day that are not released, oldest first. */
    on(day: Day): Promise<Hold[]>
    /** False where it is held already: the first stands. */
    add(hold: Hold): Promise<boolean>
    /** False where it was not held. */
    release(target: HoldTarget, by: { at: Date; by?: string }): Promise<boolean>
  }
  absences: {
    /** Those that last until the day or longer, earliest first. */
    since(day: Day): Promise<Absence[]>
    put(absence: Absence, at: Date): Promise<void>
    remove(id: string): Promise<void>
  }
  hearing: {
    all(): Promise<Hearing[]>
    of(member: string): Promise<Hearing | undefined>
    put(hearing: Hearing): Promise<void>
  }
  events: {
    /** True the first time this id is seen, false ever after. */
    first(id: string, at: Date): Promise<boolean>
    /** Forgets what was seen before `at`. */
    forget(before: Date): Promise<void>
  }
}

/** The first of what was asked for, and how many there are in all. */
export type Some<T> = { first: T[]; count: number }

/** `setBy` is undefined where the committee file set it, else the member who did. `isOff`: nothing is due until it is on again. */
export type StoredSchedule = Omit<Schedule, 'fields' | 'calendar' | 'onDayOff'> & {
  setBy?: string
  isOff?: boolean
}

/** `dueAt`: not to be tried before. A notice that has nothing to say is added as `withdrawn` with its reason. */
export type NewNotice = Pick<
  Notice,
  'id' | 'kind' | 'group' | 'member' | 'period' | 'slotAt' | 'slotOn' | 'assignments' | 'about' | 'createdAt'
> & {
  state: 'pending' | 'withdrawn'
  reason?: string
  dueAt: Date
}

/** `isOpen`: moves may still be added, for it waits to be said, or for a person to put right why it could not be. */
export type NewestOfMoves = { member: string; id: string; slotAt: Date; isOpen: boolean }

/** What is left to do on a notice: say it, look whether an earlier attempt left it, or bring its message up to date. */
export type Task = 'say' | 'look' | 'edit'

/** A notice and the claim on it. */
export type ClaimedNotice = Notice & { claim: string; claimEndsAt: Date; task: Task }

/** What was due of one kind on one day, by all groups' schedules. */
export type Run = {
  kind: ScheduleKind
  on: Day
  /** When its last notice was written. */
  writtenAt: Date
  /** Nothing of it waits to be said or looked for. */
  isSettled: boolean
}

export type NoticeChange = {
  state: NoticeState
  reason?: string
  uncertainSince?: Date
  dueAt?: Date
  attempts?: number
  channelId?: string
  ts?: string
  sentAt?: Date
  assignments?: string[]
  about?: Ask[]
  shownRevision?: number
  strays?: string[]
}
