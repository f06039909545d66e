/** Who owes something. */
export type OwnerRef = { kind: 'member' | 'organisation' | 'group'; id: string }

/** What somebody did about an assignment, and the bot took. */
export type Deed = {
  at: Date
  by: string
  assignment: string
  does:
    | { kind: 'make'; title: string; group: string; owner: OwnerRef; dueOn?: string }
    | { kind: 'accept' | 'decline' | 'update' | 'unblock' | 'part-done' | 'finish' | 'reopen' | 'withdraw' }
    | { kind: 'block'; waitsFor?: OwnerRef }
    | { kind: 'ask-due'; on: string }
    | { kind: 'decide-due'; isGranted: boolean }
    | { kind: 'set-due'; on: string }
    | { kind: 'give'; to: OwnerRef }
}

/** Somebody answered a group's reminder; `notice` is what its button bore. */
export type Answered = {
  at: Date
  by: string
  group: string
  notice: string
  does: 'acknowledge' | 'snooze'
  until?: string
}

/**
 * Somebody put off what one message asked them in person, until that day of the committee's. `about`: `own a12`,
 * `decide a12`, `group WG1`; everything, where the message counted more than it showed.
 */
export type PutOff = {
  at: Date
  by: string
  until: string
  about: string[] | 'everything'
  isOfNewest: boolean
}

/** What people did, kept by the simulation as they do it; in the order of its doing. */
export type Diary = {
  deeds: Deed[]
  answers: Answered[]
  putOffs: PutOff[]
  /** What people tried and the bot did not take, by kind: mostly what had been settled otherwise meanwhile. */
  refused: Record<string, number>
}

/** How an assignment stands, as the diary has it. */
export type Standing = {
  from: Date
  state: 'open' | 'done' | 'withdrawn'
  title: string
  group: string
  owner: OwnerRef
  dueOn?: string
  /** With whom the next move lies. */
  ball: 'owner' | 'deciders' | 'other'
  givenAt: Date
  /** The last word of the owner's side, or what gave it back to them: a decision, a part done by another. */
  movedAt?: Date
  /** The last word of the owner's side alone. */
  spokenAt?: Date
  /** More time was refused, or it was taken up again, and its owner has not moved since: when, and by whom. */
  decided?: { at: Date; by: string }
  /** Who set its due day, and its owner has not moved since. */
  daySetBy?: string
  /** Whoever it waited for has done their part, and its owner has not moved since. */
  partDone?: { at: Date; by: string }
  /** When it came to those who decide, and who asked for it. */
  askedAt?: Date
  askedBy?: string
  dueAsked?: string
  isDeclined: boolean
  blockedAt?: Date
  waitsFor?: OwnerRef
  isAccepted: boolean
}

/** How each assignment stood, and since when, oldest first. */
export type Histories = ReadonlyMap<string, readonly Standing[]>

/** Plays the diary through. */
export function histories({ deeds }: Pick<Diary, 'deeds'>): Histories {
  const all = new Map<string, Standing[]>()
  for (const deed of deeds) {
    const known = all.get(deed.assignment) ?? []
    const next = after(known.at(-1), deed)
    if (next !== undefined) known.push(next)
    all.set(deed.assignment, known)
  }
  return all
}

/** Since when somebody is left alone with it; a day that others set they have not heard of, however lately they moved. */
export function quietSince({ movedAt, daySetBy }: Standing, member: string): Date | undefined {
  return daySetBy === undefined || daySetBy === member ? movedAt : undefined
}

/** How it stood at a moment; undefined before it was made. */
export function standingAt(history: readonly Standing[] | undefined, at: Date): Standing | undefined {
  return history?.findLast(({ from }) => from <= at)
}

function after(was: Standing | undefined, { at, by, does }: Deed): Standing | undefined {
  if (does.kind === 'make') {
    const { title, group, owner, dueOn } = does
    return fresh(at, { title, group, owner, ...(dueOn !== undefined && { dueOn }) })
  }
  if (was === undefined) return undefined
  const { decided: _decided, daySetBy: _daySetBy, partDone, ...unmoved } = was
  const stillOn = partDone === undefined ? {} : { partDone }
  const moved = { ...unmoved, from: at, movedAt: at }
  const spoken = { ...moved, spokenAt: at }
  switch (does.kind) {
    case 'accept':
      return settled({ ...spoken, isAccepted: true, isDeclined: false })
    case 'update':
      return spoken
    case 'decline':
      return settled({ ...spoken, isDeclined: true, askedAt: at, askedBy: by })
    case 'ask-due':
      return settled({ ...spoken, dueAsked: does.on, askedAt: at, askedBy: by })
    case 'block':
      return settled({
        ...spoken,
        blockedAt: at,
        ...(does.waitsFor !== undefined && { waitsFor: does.waitsFor }),
      })
    case 'unblock': {
      const { blockedAt: _at, waitsFor: _for, ...rest } = spoken
      return settled(rest)
    }
    case 'part-done': {
      const { blockedAt: _at, waitsFor: _for, ...rest } = was
      return settled({ ...rest, from: at, movedAt: at, partDone: { at, by } })
    }
    case 'decide-due': {
      const { dueAsked, ...rest } = { ...moved, ...stillOn }
      if (!does.isGranted) return settled({ ...rest, decided: { at, by } })
      return settled({ ...rest, ...(dueAsked !== undefined && { dueOn: dueAsked }) })
    }
    case 'set-due': {
      const { dueAsked: _asked, ...rest } = { ...moved, ...stillOn }
      return settled({ ...rest, dueOn: does.on, daySetBy: by })
    }
    case 'give': {
      const { title, group, dueOn } = was
      return fresh(at, { title, group, owner: does.to, ...(dueOn !== undefined && { dueOn }) })
    }
    case 'finish': {
      const { dueAsked: _asked, blockedAt: _at, waitsFor: _for, ...rest } = spoken
      return settled({ ...rest, state: 'done', isDeclined: false })
    }
    case 'reopen':
      // What was withdrawn while it waited for something waits for it again.
      return settled({ ...moved, ...stillOn, state: 'open', decided: { at, by } })
    case 'withdraw':
      return { ...moved, ...stillOn, state: 'withdrawn' }
  }
}

function fresh(at: Date, what: Pick<Standing, 'title' | 'group' | 'owner'> & { dueOn?: string }): Standing {
  return {
    ...what,
    from: at,
    givenAt: at,
    state: 'open',
    ball: 'owner',
    isDeclined: false,
    isAccepted: false,
  }
}

function settled(standing: Standing): Standing {
  const { isDeclined, dueAsked, blockedAt, askedAt, askedBy, ...rest } = standing
  const isAsked = isDeclined || dueAsked !== undefined
  return {
    ...rest,
    isDeclined,
    ball: isAsked ? 'deciders' : blockedAt !== undefined ? 'other' : 'owner',
    ...(dueAsked !== undefined && { dueAsked }),
    ...(blockedAt !== undefined && { blockedAt }),
    ...(isAsked && askedAt !== undefined && { askedAt }),
    ...(isAsked && askedBy !== undefined && { askedBy }),
  }
}
