import type { Day } from '../../calendar/day.ts'
import type { Language } from '../../language/rules.ts'
import type { OtherAreas } from './other-areas.ts'
import type { Beside, Place } from './outline.ts'

/** A point as the document prints it. */
export type DocumentPoint = {
  /** Its place in the plan, from 1: `2.3` is the third of the second area; below a heading of its own, `2.3.1`. */
  number: string
  /** How the document itself numbers it, where it does: `（八）`. */
  label?: string
  /** The heading below its area under which it stands; with the one above that, parted by ` / `. */
  under?: string
  /** The whole of it, without its label. */
  text: string
  place: Place
  /** What its row tells beside it, where it stands in a table. */
  beside?: Beside
}

export type DocumentArea = { number: number; title: string; place: Place; points: DocumentPoint[] }

/** A committee's key working points of a year, as a document prints them. */
export type PlanDocument = {
  title: string
  language: Language
  year: number
  approvedOn?: Day
  releasedOn?: Day
  areas: DocumentArea[]
}

/** Why a document is no plan, and what was looked for. */
export type PlanRefusal =
  | { kind: 'empty' }
  /** Nothing in it divides it into areas with points. */
  | { kind: 'no-areas' }
  /** It is divided, and yet asks for no work: most of its points name no kind of work at all. */
  | { kind: 'no-work'; points: number; asking: number }
  /** Its title calls it something else: minutes, a report. */
  | { kind: 'other-document'; called: string }
  /** Its areas are those of a meeting or a standard, or tell of what was reached. */
  | ({ kind: 'other-areas' } & OtherAreas)
  /** Its points tell of what was done or said, as minutes and news do; `text` is the first such. */
  | { kind: 'told'; points: number; told: number; text: string }
  /** A line above its areas tells who came, as minutes have it. */
  | { kind: 'attendance'; line: string }
  /** Neither its title nor its text tells the year. */
  | { kind: 'no-year' }
  | { kind: 'several-years'; years: number[] }
  /** `place` is where the first stands that is one too many. */
  | { kind: 'too-many'; points: number; most: number; place: Place }
  | { kind: 'too-many-areas'; areas: number; most: number; place: Place }
  | { kind: 'too-long'; place: Place; length: number; most: number }

export type PlanReading =
  | {
      ok: true
      plan: PlanDocument /** Paragraphs that belong to no point: the preamble, signatures. */
      left: Place[]
    }
  | { ok: false; refusal: PlanRefusal }
