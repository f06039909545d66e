import type { Day } from '../calendar/day.ts'
import type { Names } from '../language/rules.ts'

/**
 * Where a group stands towards a goal. `draft`: the secretariat means to offer it; `offered`: its convenor is asked;
 * `change-asked`: the convenor wants it otherwise; `withdrawn`: the secretariat took the offer back.
 */
export type AcceptanceState = 'draft' | 'offered' | 'accepted' | 'change-asked' | 'declined' | 'withdrawn'

/** A group's part in a goal, with who answered for it. */
export type Acceptance = {
  group: string
  state: AcceptanceState
  /** The offer that it came with; absent where the committee's file says that the group has it. */
  offer?: string
  answeredAt?: Date
  /** The member who answered. */
  by?: string
  /** Why it was declined, or what should be otherwise. */
  why?: string
}

/** What a goal's share is the mean of: a piece of work or an assignment by its id, and how far it is, from 0 to 1. */
export type SharePart = { id: string; share: number }

/** How many assignments below a goal were done when it was carried on, and how many there were. */
export type CountAtEnd = { done: number; of: number }

/** What is to be reached in a year, for one point of the plan or several. */
export type Goal = {
  id: string
  year: number
  texts: Names
  /** Ids of the points that it serves. */
  points: string[]
  /** Ids of the kinds of work that it asks for. */
  kinds: string[]
  groups: Acceptance[]
  /** Parts that went out with an earlier offer, with what was answered then, the oldest first. */
  former?: Acceptance[]
  dueOn?: Day
  /** `closed`: reached; `dropped`: given up; `carried`: it goes on in a later year's plan. */
  state: 'open' | 'closed' | 'dropped' | 'carried'
  /** How far it had come when it was carried on, from 0 to 1, and of what that was the mean. */
  shareAtEnd?: number
  partsAtEnd?: SharePart[]
  owedAtEnd?: CountAtEnd
  /** The goal of an earlier year that it goes on with. */
  carriedFrom?: string
  /** People have worked on it in the bot: the committee's file no longer decides it. */
  isTouched: boolean
}

/** Goals that were offered to one group at one time: its convenor answers each, and its channel hears of them as a whole. */
export type Offer = {
  id: string
  year: number
  group: string
  offeredAt: Date
  /** The member of the secretariat who made it. */
  by?: string
}

/** The groups that have taken the goal on. */
export function groupsOf({ groups }: Pick<Goal, 'groups'>): string[] {
  return groups.flatMap(({ group, state }) => (state === 'accepted' ? [group] : []))
}
