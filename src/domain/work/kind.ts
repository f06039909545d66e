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

/**
 * A figure of the year's report: how many were done and achieved, or with `counts: 'ended'` all that ended, or the sum of
 * a number that was given as evidence.
 */
export type WorkCounter = { id: string; names: Names; sumOf?: string; counts?: 'ended' }

/** How a piece of work may end; one that is not achieved is done all the same. */
export type WorkOutcome = { id: string; names: Names; isAchieved: boolean }

/**
 * Phrases by which something is found in a sentence. Chinese ones stand in the text as they are; English ones are lower
 * case, a word that ends in `*` stands for all that begin so (`train*`, `white paper*`), and one written with capitals
 * (`US`) is found only with them. `…` stands for other words of the same clause: `develop … standards`.
 */
export type Phrases = { zh: readonly string[]; en: readonly string[] }

/**
 * A kind of work that a committee's plan asks for, each with its own steps, evidence and counters. Data: a committee adds
 * its own in its file.
 */
export type WorkKind = {
  id: string
  names: Names
  /** What asks for it in a sentence. */
  words: Phrases
  /** What holds such words and asks for nothing: `storage media` is no media. */
  notWords?: Phrases
  /**
   * Others speak of what it makes: a training on the making of standards asks for a training, not for a standard.
   */
  isSubject?: boolean
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
