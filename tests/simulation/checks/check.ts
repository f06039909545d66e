/** One rule of the committee's, how often it applied, and where it was broken. */
export type Check = {
  id: string
  /** What is counted, in words. */
  what: string
  /** How many were looked at. */
  looked: number
  broken: string[]
  /** Further counts of the same look, by their words. */
  beside?: Record<string, number>
}
