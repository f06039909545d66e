/** The places of values that an earlier place has already, each with that earlier place; undefined never repeats. */
export function repeated(values: readonly (string | undefined)[]): { index: number; first: number }[] {
  const firsts = new Map<string, number>()
  return values.flatMap((value, index) => {
    if (value === undefined) return []
    const first = firsts.get(value)
    if (first !== undefined) return [{ index, first }]
    firsts.set(value, index)
    return []
  })
}
