/** The number that the digits stand for; undefined where there are none. */
export function wholeNumber(digits: string | undefined): number | undefined {
  return digits === undefined || digits === '' ? undefined : Number.parseInt(digits, 10)
}

/** Digits without leading zeros, so that `0043` and `43` are one number. */
export function significantDigits(digits: string): string {
  return digits.replace(/^0+(?=\d)/, '')
}

/** The object without the fields that are undefined, so that an absent field is absent. */
export function present<T extends Record<string, unknown>>(
  fields: T,
): { [K in keyof T as undefined extends T[K] ? never : K]: T[K] } & {
  [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>
}
export function present(fields: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
}
