import type { Day, PartialDay } from '../calendar/day.ts'
import { stageSystem } from '../stage/system.ts'
import type { Standard } from '../standard/rules.ts'
import { type Ballot, ballotOf } from './ballot.ts'
import type { TwinLink } from './links.ts'
import { isLater, phaseSince, publishedOn, wasPublished } from './partial-days.ts'
import { isSameName, phaseOfDraft, twinName } from './twin-name.ts'

/** How a twin has moved away from its other half, or is about to. `of` is the record by which it is known. */
export type Drift =
  /** A ballot abroad is open that needs a national position. */
  | ({ kind: 'ballot'; of: Standard } & Ballot)
  /** The project abroad was dropped. */
  | { kind: 'abandoned'; of: Standard; on?: PartialDay }
  /** The edition has been replaced: by `of`, and by the others. */
  | { kind: 'superseded'; of: Standard; others: Standard[]; on?: PartialDay }
  /** The edition was withdrawn, and nothing on record takes its place. */
  | { kind: 'withdrawn'; of: Standard; on?: PartialDay }
  /** The draft on which the other text rests is not the latest: it has gone on, or was published. */
  | { kind: 'moved-on'; of: Standard; on?: PartialDay }
  /** The other text is published while this one is a draft and may still change. */
  | { kind: 'ahead'; of: Standard }
  /** The edition has been amended or corrected since it was taken over: by `of`, and by the others. */
  | { kind: 'amended'; of: Standard; others: Standard[]; on?: PartialDay }
  /** A revision of the edition is decided or under way; `of` is its project, or the edition where that is not on record. */
  | { kind: 'in-revision'; of: Standard }

export type DriftKind = Drift['kind']

/**
 * How the two ends of a link stand apart on `today`, the most urgent first. Nothing, where the text that rests on the
 * other is itself withdrawn, dropped or replaced. A text that gave its content away is concerned by what is decided
 * abroad, by ballots and by the end of a project, and not by new editions.
 */
export function driftsOf({ relation, adopter, source }: TwinLink, today: Day): Drift[] {
  if (adopter.isOut) return []
  const ballot = ballotDrift([source.standard, source.running, ...source.supplements], today)
  const abandoned = abandonedDrift(source.standard)
  const others =
    relation === 'contributes-to' || adopter.standard === undefined
      ? []
      : (editionDrift(source) ?? [
          ...(draftDrift(adopter.standard, source) ?? revisionDrift(source) ?? []),
          ...amendmentDrift(adopter.standard, source),
        ])
  return [...ballot, ...abandoned, ...others]
}

function ballotDrift(records: readonly (Standard | undefined)[], today: Day): Drift[] {
  for (const of of records) {
    const ballot = of && ballotOf(of, today)
    if (of !== undefined && ballot !== undefined) return [{ kind: 'ballot', of, ...ballot }]
  }
  return []
}

function abandonedDrift(meant: Standard | undefined): Drift[] {
  if (meant === undefined || wasPublished(meant) || !stageSystem(meant.stages).isClosed(meant.stage))
    return []
  const { stageSince: on } = meant
  return [{ kind: 'abandoned', of: meant, ...(on !== undefined && { on }) }]
}

function editionDrift({ standard, successors: [of, ...others] }: TwinLink['source']): Drift[] | undefined {
  if (of !== undefined) {
    const on = publishedOn(of)
    return [{ kind: 'superseded', of, others, ...(on !== undefined && { on }) }]
  }
  if (standard === undefined || !wasPublished(standard)) return undefined
  const { stages, stage, stageSince: on } = standard
  if (!stageSystem(stages).isClosed(stage)) return undefined
  return [{ kind: 'withdrawn', of: standard, ...(on !== undefined && { on }) }]
}

/**
 * What a draft's name tells of the state that was taken over is compared with the state of its project. A bare name tells
 * nothing: then what counts is a phase that began after the last news of the national project, or a publication after its
 * own. An
 * edition's year tells everything.
 */
function draftDrift(adopter: Standard, { name, standard: of }: TwinLink['source']): Drift[] | undefined {
  if (of === undefined || (name.year !== undefined && name.draft === undefined)) return undefined
  const { stages, stage } = of
  const system = stageSystem(stages)
  if (system.isClosed(stage)) return undefined
  const isOut = system.isPublished(stage)
  const on = isOut ? publishedOn(of) : phaseSince(of)
  if (name.draft !== undefined ? hasGoneOn(name.draft, of) : isNews(adopter, isOut, on))
    return [{ kind: 'moved-on', of, ...(on !== undefined && { on }) }]
  return !isOut && wasPublished(adopter) ? [{ kind: 'ahead', of }] : undefined
}

function hasGoneOn(named: NonNullable<TwinLink['source']['name']['draft']>, of: Standard): boolean {
  const system = stageSystem(of.stages)
  if (system.isPublished(of.stage)) return true
  const phase = phaseOfDraft(named)
  if (phase !== undefined && system.phase(of.stage) !== phase) return system.phase(of.stage) > phase
  const { draft } = twinName(of.designation)
  return draft?.word === named.word && draft.iteration > named.iteration
}

function isNews(adopter: Standard, isOut: boolean, on: PartialDay | undefined): boolean {
  if (on === undefined) return false
  if (!wasPublished(adopter)) return isLater(on, adopter.asOf)
  const own = publishedOn(adopter)
  return isOut && own !== undefined && isLater(on, own)
}

/** What came out after the text that took the edition over, the newest first. */
function amendmentDrift(adopter: Standard, { supplements }: TwinLink['source']): Drift[] {
  const news = supplements
    .filter(({ stages, stage }) => stageSystem(stages).isPublished(stage))
    .filter((one) => isNews(adopter, true, publishedOn(one)))
    .sort((a, b) => ((publishedOn(a) ?? '') < (publishedOn(b) ?? '') ? 1 : -1))
  const [of, ...others] = news
  if (of === undefined) return []
  const on = publishedOn(of)
  return [{ kind: 'amended', of, others, ...(on !== undefined && { on }) }]
}

/** The earliest phase of a revision that is more than an idea: its project is approved. */
const underWay = '20'

function revisionDrift({ name, standard, running }: TwinLink['source']): Drift[] | undefined {
  // Of an edition that is not on record itself, a draft must say that it replaces it.
  const isRevised =
    standard === undefined
      ? running?.replaces.some((replaced) => isSameName(twinName(replaced), name))
      : stageSystem(standard.stages).isPublished(standard.stage)
  if (isRevised !== true) return undefined
  const isUnderWay = running !== undefined && stageSystem(running.stages).phase(running.stage) >= underWay
  if (isUnderWay) return [{ kind: 'in-revision', of: running }]
  return standard?.stage === '90.92' ? [{ kind: 'in-revision', of: standard }] : undefined
}
