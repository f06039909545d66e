/** What a finder knows of one standard or project. */
export type FinderEntry = {
  id: string
  /** Designations and other names as printed, the present one first. */
  names: readonly string[]
  titles: readonly string[]
  /** The higher, the more current among the records of one text; hundreds are the phase. See `stageSystem(…).rank`. */
  stageRank: number
}

/** The most that one answer offers. */
export const mostOffered = 10
/** The most that is guessed where nothing was found. */
export const mostGuessed = 5

/** How the person called the one that was found. */
export type Asked = 'present-name' | 'former-name' | 'title'

export type Found =
  | { kind: 'one'; id: string; asked: Asked }
  /** At most ten, the likeliest first, of `total`. */
  | { kind: 'many'; ids: string[]; total: number }
  /** At most five that may have been meant, the likeliest first. */
  | { kind: 'none'; guesses: string[] }
