import { z } from 'zod'

/** The value of a button that carries several facts: JSON of this shape, of `most` characters. Slack takes 2,000. */
export function jsonValue<Shape extends z.ZodType>(shape: Shape, most = 500) {
  return z
    .string()
    .max(most)
    .transform((text, context): unknown => {
      try {
        return JSON.parse(text)
      } catch {
        context.addIssue({ code: 'custom', message: 'is not JSON' })
        return z.NEVER
      }
    })
    .pipe(shape)
}
