import type { Names } from '../language/rules.ts'

/** A step on the way of a piece of work. */
export type WorkStep = {
  id: string
  names: Names
  /** It is due so many calendar days after the work began. */
  withinDays?: number
  /** Which rule sets those days. */
  source?: string
}

/** What is to be given before a piece of work counts as done. */
export type EvidenceField = {
  id: string
  names: Names
  type: 'day' | 'text' | 'number' | 'link'
  isRequired: boolean
}

/** A figure of the year's report: how many were done, or the sum of a number that was given as evidence. */
export type WorkCounter = { id: string; names: Names; sumOf?: string }

/** How a piece of work may end; one that is not achieved is done all the same. */
export type WorkOutcome = { id: string; names: Names; isAchieved: boolean }

/**
 * A kind of work that a committee's plan asks for, each with its own steps, evidence and counters. Data: a committee adds
 * its own in its file.
 */
export type WorkKind = {
  id: string
  names: Names
  /**
   * What asks for it in a sentence. Chinese words stand in the text as they are; English ones are lower case, and one
   * that ends in `*` stands for all that begin so: `train*`, `white paper*`.
   */
  words: { zh: readonly string[]; en: readonly string[] }
  steps: readonly WorkStep[]
  evidence: readonly EvidenceField[]
  counters: readonly WorkCounter[]
  /** Absent where done is done. */
  outcomes?: readonly WorkOutcome[]
  /** Its further steps are the stages of the standard that it makes. */
  makesStandard?: boolean
  /** Its pieces are told by topic, as a pipeline. */
  byTopic?: boolean
}
