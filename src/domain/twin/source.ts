import type { PartialDay } from '../calendar/day.ts'
import { stageSystem } from '../stage/system.ts'
import type { Standard } from '../standard/rules.ts'
import { isLater, publishedOn, wasPublished } from './partial-days.ts'
import { byCurrency, type TextIndex, type TextRecord } from './text-index.ts'
import { isSameDraft, isSameName, type TwinName } from './twin-name.ts'

/** What a twin's name stands for on record. */
export type Source = {
  name: TwinName
  /** The record that is meant: the edition named, what the draft named has become, or the text as it stands. */
  standard?: Standard
  /** The record that literally bears or bore the name, where that is another. */
  literal?: Standard
  /** What took the edition's place, as far as that is still in force; the last one where nothing is. */
  successors: Standard[]
  /** Where the project stands that is to take the edition's place. */
  running?: Standard
  /** What amends or corrects the edition, or is to. */
  supplements: readonly Standard[]
}

/** The records of one text, told apart. */
type Text = {
  editions: TextRecord[]
  inForce?: TextRecord
  running?: TextRecord
  dropped?: TextRecord
  all: readonly TextRecord[]
}

/**
 * Finds what a name means. A name with a year means that edition and no other. A draft's name means its project, wherever
 * that stands. A bare name means the text: the edition in force, or the project where none is yet. Whoever relies on a
 * draft that is not on record itself is told of an edition only when that came out after `since`.
 */
export function sourceCalled(index: TextIndex, text: string, since?: PartialDay): Source {
  const name = index.name(text)
  const found = textOf(index, index.records(name.key))
  const literal = bearer(found.all, name)
  const meant = name.draft !== undefined ? ofDraft(found, literal, since) : ofEdition(found, name, literal)
  const isOut = meant === undefined || wasPublished(meant)
  const own = isOut ? successorsOf(index, name, meant, found) : []
  const successors = own.length === 0 && isOut && name.base ? successorsOfBase(index, name.base) : own
  const running = found.running?.standard
  return {
    name,
    ...(meant !== undefined && { standard: meant }),
    ...(literal !== undefined && literal.standard.id !== meant?.id && { literal: literal.standard }),
    successors,
    supplements: index.supplementsTo(meant === undefined ? name : index.name(meant.designation)),
    ...(running !== undefined && running.id !== meant?.id && { running }),
  }
}

function textOf(index: TextIndex, all: readonly TextRecord[]): Text {
  const sorted = [...all].sort(byCurrency)
  const editions = sorted.filter(({ standard }) => wasPublished(standard))
  const inForce = editions.find(({ standard }) => stageSystem(standard.stages).isPublished(standard.stage))
  const drafts = sorted.filter(({ standard }) => stageSystem(standard.stages).isDraft(standard.stage))
  const dropped = sorted.filter(({ standard }) => isDropped(standard))
  const running = drafts.find(
    ({ standard }) =>
      isRunning(index, standard, editions) && !dropped.some((one) => isEndOf(one.standard, standard)),
  )
  return {
    all: sorted,
    editions,
    ...(inForce !== undefined && { inForce }),
    ...(running !== undefined && { running }),
    ...(dropped[0] !== undefined && { dropped: dropped[0] }),
  }
}

/**
 * Whether a draft belongs to the project that was dropped: by its number, where both have one, else where it is no
 * further and not known to be younger.
 */
function isEndOf(dropped: Standard, draft: Standard): boolean {
  if (dropped.project !== undefined && draft.project !== undefined) return dropped.project === draft.project
  const phase = ({ stages, stage }: Standard) => stageSystem(stages).phase(stage)
  const isYounger =
    draft.stageSince !== undefined &&
    dropped.stageSince !== undefined &&
    isLater(draft.stageSince, dropped.stageSince)
  return phase(draft) <= phase(dropped) && !isYounger
}

function isDropped(standard: Standard): boolean {
  return stageSystem(standard.stages).isClosed(standard.stage) && !wasPublished(standard)
}

/**
 * Whether a draft is of a project that still runs. The drafts of an edition stay on record after it is published, so
 * beside an edition there must be a sign that it is another project's: its number, that it replaces the edition, that
 * the edition is to be revised, or that the draft is younger.
 */
function isRunning(index: TextIndex, draft: Standard, editions: readonly TextRecord[]): boolean {
  const numbered = editions.filter(({ standard }) => standard.project !== undefined)
  if (draft.project !== undefined && numbered.length > 0)
    return !numbered.some(({ standard }) => standard.project === draft.project)
  const [newest] = editions
  if (newest === undefined) return true
  if (draft.replaces.some((name) => isSameName(index.name(name), newest.name))) return true
  if (newest.standard.stage === '90.92') return true
  const out = publishedOn(newest.standard) ?? yearIn(newest)
  return draft.stageSince !== undefined && out !== undefined && isLater(draft.stageSince, out)
}

function ofEdition(
  { inForce, running, editions, dropped }: Text,
  name: TwinName,
  literal: TextRecord | undefined,
): Standard | undefined {
  if (name.year !== undefined) return literal?.standard
  return (inForce ?? running ?? editions[0] ?? dropped)?.standard
}

function ofDraft(
  { all, editions, inForce, running, dropped }: Text,
  literal: TextRecord | undefined,
  since: PartialDay | undefined,
): Standard | undefined {
  if (literal === undefined) {
    if (running !== undefined) return running.standard
    if (editions.length === 0) return dropped?.standard
    const out = inForce && (publishedOn(inForce.standard) ?? yearIn(inForce))
    return out !== undefined && since !== undefined && isLater(out, since) ? inForce?.standard : undefined
  }
  if (!literal.isPresentName) return literal.standard
  const { project } = literal.standard
  if (project !== undefined) {
    const own = all.filter(({ standard }) => standard.project === project).map(({ standard }) => standard)
    return own.find(wasPublished) ?? own.find(isDropped) ?? own[0]
  }
  const ended = dropped !== undefined && isEndOf(dropped.standard, literal.standard) ? dropped : undefined
  return (running ?? ended ?? (isDropped(literal.standard) ? literal : (inForce ?? literal))).standard
}

/** Follows what is replaced to what is in force now; an edition of the same text need not say that it replaces. */
function successorsOf(index: TextIndex, name: TwinName, meant: Standard | undefined, text: Text): Standard[] {
  const asked = name.year === undefined && meant !== undefined ? index.name(meant.designation) : name
  const inForce = new Map<string, Standard>()
  const seen = new Map<string, Standard>()
  const follow = (from: TwinName, self?: Standard) => {
    const year = from.year
    const newer = text.editions.filter(
      (one) => from.key === name.key && year !== undefined && (one.name.year ?? 0) > year && !one.name.draft,
    )
    const next = [...index.replacing(from).filter(wasPublished), ...newer.map(({ standard }) => standard)]
    const others = next.filter((one) => one.id !== self?.id && one.id !== meant?.id)
    if (others.length === 0 && self !== undefined) inForce.set(self.id, self)
    for (const one of others) {
      if (seen.has(one.id)) continue
      seen.set(one.id, one)
      follow(index.name(one.designation), one)
    }
  }
  if (asked.year !== undefined || meant !== undefined) follow(asked)
  const found = [...inForce.values()]
  const isOut = ({ stages, stage }: Standard) => stageSystem(stages).isPublished(stage)
  return found.some(isOut) ? found.filter(isOut) : found
}

/** An amendment goes with its edition: what takes the place of that takes its place, too. */
function successorsOfBase(index: TextIndex, base: TwinName): Standard[] {
  const text = textOf(index, index.records(base.key))
  return successorsOf(index, base, bearer(text.all, base)?.standard, text)
}

function bearer(all: readonly TextRecord[], name: TwinName): TextRecord | undefined {
  const named = all.filter((one) => one.name.year === name.year && isSameDraft(one.name.draft, name.draft))
  return named.find(({ isPresentName }) => isPresentName) ?? named[0]
}

function yearIn({ name }: TextRecord): string | undefined {
  return name.year === undefined ? undefined : String(name.year)
}
