import type { Asking, Hearing } from '../reminder/asking.ts'

/** Wall-clock times `HH:MM` of the person's own zone; from an evening to a morning they go over midnight. */
export type QuietHours = Asking['quietHours']

/** Hours of no length: whoever has them is told things at any hour. */
export const neverQuiet: QuietHours = { from: '00:00', until: '00:00' }

/** Whether there are no quiet hours at all. */
export function isNeverQuiet({ from, until }: QuietHours): boolean {
  return from === until
}

/** How soon a person hears of the moves of what they follow: each at once, together once a week, or not at all. */
export const movesPaces = ['at-once', 'weekly', 'off'] as const
export type MovesPace = (typeof movesPaces)[number]

/** What a person says of how they want to be told; `usual`: as the committee has it. What is not named stays. */
export type HearingGiven = {
  quietHours?: QuietHours | 'usual'
  perWeek?: number | 'usual'
  moves?: MovesPace
}

/** What holds for a person, and what would hold by the committee's word alone. */
export type Heard = {
  quietHours: QuietHours
  hasOwnHours: boolean
  perWeek: number
  hasOwnPerWeek: boolean
  moves: MovesPace
  usual: Pick<Asking, 'quietHours' | 'perWeek'>
}

/** Why it can't be so: more often than the committee asks anybody, or never. */
export type HearingFault = { why: 'per-week'; most: number }

/** What holds for a member who has said this, or nothing; nobody is asked more often than the committee has it. */
export function heardAs(own: Hearing | undefined, asking: Asking): Heard {
  const { quietHours, perWeek } = asking
  return {
    quietHours: own?.quietHours ?? quietHours,
    hasOwnHours: own?.quietHours !== undefined,
    perWeek: Math.min(own?.perWeek ?? perWeek, perWeek),
    hasOwnPerWeek: own?.perWeek !== undefined && own.perWeek < perWeek,
    moves: own?.moves ?? 'at-once',
    usual: { quietHours, perWeek },
  }
}

/** What speaks against it. Whoever owes something hears of it once a week at least. */
export function hearingFault({ perWeek }: HearingGiven, asking: Asking): HearingFault | undefined {
  if (perWeek === undefined || perWeek === 'usual') return undefined
  const isFit = Number.isInteger(perWeek) && perWeek >= 1 && perWeek <= asking.perWeek
  return isFit ? undefined : { why: 'per-week', most: asking.perWeek }
}

/** What a member has said, with what they say now. */
export function withGiven(own: Hearing, given: HearingGiven): Hearing {
  const { quietHours = own.quietHours, perWeek = own.perWeek, moves = own.moves } = given
  return {
    member: own.member,
    ...(quietHours !== undefined && quietHours !== 'usual' && { quietHours }),
    ...(perWeek !== undefined && perWeek !== 'usual' && { perWeek }),
    ...(moves !== undefined && moves !== 'at-once' && { moves }),
  }
}
