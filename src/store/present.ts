/** A row whose null columns are absent keys, as the domain has it. */
export type Present<Row> = {
  [Key in keyof Row as null extends Row[Key] ? never : Key]: Row[Key]
} & {
  [Key in keyof Row as null extends Row[Key] ? Key : never]?: Exclude<Row[Key], null>
}

/** The row without its null columns: what is not known is absent, never null. */
export function present<Row extends object>(row: Row): Present<Row> {
  const known: Record<string, unknown> = {}
  for (const [key, value] of Object.entries(row)) if (value !== null) known[key] = value
  return known as Present<Row>
}
