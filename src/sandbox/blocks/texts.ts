import { flag, may, need, object, oneOf, type Rule, schema, string, typed } from './rule.ts'

/** Slack's text objects, by the most characters they may have. */

const plainFields = { type: need(oneOf('plain_text')), emoji: may(flag) }
const mrkdwnFields = { type: need(oneOf('mrkdwn')), verbatim: may(flag) }

export const plain = (most: number): Rule => schema(object({ ...plainFields, text: need(string(most, 1)) }))
export const mrkdwn = (most: number): Rule => schema(object({ ...mrkdwnFields, text: need(string(most, 1)) }))
export const anyText = (most: number): Rule =>
  schema(
    typed({
      plain_text: object({ ...plainFields, text: need(string(most, 1)) }),
      mrkdwn: object({ ...mrkdwnFields, text: need(string(most, 1)) }),
    }),
  )
