import { z } from 'zod'

/** The schema without what makes it optional. */
export function inner(schema: z.ZodType): z.ZodType {
  let found = schema
  while (found instanceof z.ZodOptional || found instanceof z.ZodDefault) found = found.unwrap() as z.ZodType
  return found
}

/** The schema of the part of a value that stands at `path`, or undefined where there can be none. */
export function schemaAt(schema: z.ZodType, path: readonly PropertyKey[]): z.ZodType | undefined {
  let found: z.ZodType | undefined = inner(schema)
  for (const step of path) {
    if (found instanceof z.ZodObject) found = found.shape[String(step)] as z.ZodType | undefined
    else if (found instanceof z.ZodArray) found = found.element as z.ZodType
    else return undefined
    if (found === undefined) return undefined
    found = inner(found)
  }
  return found
}

/** The keys that a map of this schema may have; none for anything but a map. */
export function keysOf(schema: z.ZodType | undefined): string[] {
  return schema instanceof z.ZodObject ? Object.keys(schema.shape) : []
}

/** The keys that a map of this schema must have. */
export function requiredKeysOf(schema: z.ZodType | undefined): string[] {
  if (!(schema instanceof z.ZodObject)) return []
  return Object.entries(schema.shape)
    .filter(([, child]) => !(child as z.ZodType).safeParse(undefined).success)
    .map(([key]) => key)
}
