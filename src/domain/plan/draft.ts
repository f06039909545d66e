import type { Plan } from './rules.ts'

/** A plan as a document was read, to be looked at and corrected before it is put on record. */
export type PlanDraft = {
  id: string
  plan: Plan
  /** Paragraphs of the document that belong to no point. */
  left: number
  /** Grows with every correction: what was agreed to is what was seen. */
  revision: number
  state: 'open' | 'taken' | 'cancelled'
  madeAt: Date
  /** The member who dropped the document. */
  by?: string
}
