type MaybeAbsent<T> = { [K in keyof T]: undefined extends T[K] ? K : never }[keyof T]

/** A record whose undefined parts are left out altogether. */
export type Present<T> = { [K in Exclude<keyof T, MaybeAbsent<T>>]: T[K] } & {
  [K in MaybeAbsent<T>]?: Exclude<T[K], undefined>
}

/** Leaves out the parts that are undefined, because our records tell "absent" from nothing. */
export function present<T extends object>(record: T): Present<T> {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as Present<T>
}
