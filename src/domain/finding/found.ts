/** How many one page of an answer offers. */
export const pageSize = 10
/** The most that is guessed where nothing was found. */
export const mostGuessed = 5

/** How the person called the one that was found. */
export type Asked =
  | 'present-name'
  /** A name that it bore before, such as that of an earlier draft. */
  | 'former-name'
  /** A stage that it has not come to, or a draft of which there is no record. */
  | 'not-on-record'
  /** An edition that is not on record itself and that this one replaced or is to replace. */
  | 'replaced-edition'
  | 'title'

export type Found =
  /** `name` is what the one was asked by, where others that are not on record were asked for beside it. */
  | { kind: 'one'; id: string; asked: Asked; name?: string; unknown?: string[] }
  /** One page of `total`, the likeliest first. `unknown`: the names among several that are not on record. */
  | { kind: 'many'; ids: string[]; total: number; unknown?: string[] }
  /** At most five that may have been meant, the likeliest first. */
  | { kind: 'none'; guesses: string[] }
