import { z } from 'zod'
import { inner } from './schema-shape.ts'

/**
 * The value with something valid in place of everything that its schema refuses, and its defaults filled in.
 * It is never kept: it lets the rules that compare one part of a file with another be asked although some
 * parts are faulty, so that a person is told every fault at once. What stands in for a faulty part says
 * nothing, and faults found there are not to be told.
 */
export function mend(schema: z.ZodType, raw: unknown): unknown {
  let count = 0
  const standIn = (faulty: z.ZodType): unknown => {
    count += 1
    const candidates = [
      ...(faulty instanceof z.ZodEnum ? faulty.options : []),
      ...[
        `x-${count}`,
        '00',
        '2000-01-01',
        'UTC',
        '#x',
        'U000',
        `x${count}@example.org`,
        'https://example.org/',
      ],
      ...[1, 2100 + (count % 100), true, { en: 'x' }],
    ]
    return candidates.find((candidate) => faulty.safeParse(candidate).success)
  }
  const visit = (outer: z.ZodType, value: unknown): unknown => {
    const whole = outer.safeParse(value)
    if (whole.success) return whole.data
    const part = inner(outer)
    if (part instanceof z.ZodArray) {
      if (Array.isArray(value)) return value.map((item) => visit(part.element as z.ZodType, item))
      return outer.safeParse(undefined).data ?? []
    }
    if (part instanceof z.ZodObject) {
      const given = isRecord(value) ? value : {}
      const mended = Object.fromEntries(
        Object.entries(part.shape).flatMap(([key, child]) => {
          const found = visit(child as z.ZodType, Object.hasOwn(given, key) ? given[key] : undefined)
          return found === undefined ? [] : [[key, found]]
        }),
      )
      return part.safeParse(mended).success ? mended : (standIn(part) ?? mended)
    }
    return standIn(part)
  }
  return visit(schema, raw)
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
