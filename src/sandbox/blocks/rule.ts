/** What is wrong and where; `at` is a JSON pointer such as `/blocks/0/text`. */
export type Report = (message: string, at: string) => void

/** Reports whatever Slack would refuse in a value. */
export type Rule = (value: unknown, at: string, report: Report) => void

export type Json = Record<string, unknown>

export type Field = { rule: Rule; required: boolean }

export const need = (rule: Rule): Field => ({ rule, required: true })
export const may = (rule: Rule): Field => ({ rule, required: false })

/** An object that is no list. */
export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** A string of `least` to `most` characters. */
export function string(most: number, least = 0): Rule {
  return (value, at, report) => {
    if (typeof value !== 'string') return report('must provide a string', at)
    if (value.length < least) report(`must be more than ${least - 1} characters`, at)
    if (value.length > most) report(`must be less than ${most + 1} characters`, at)
  }
}

/** A string of that form; `meant` is what Slack calls it. */
export function matching(pattern: RegExp, meant: string): Rule {
  return (value, at, report) => {
    if (typeof value !== 'string' || !pattern.test(value)) report(`must be a valid ${meant}`, at)
  }
}

/** One of these strings. */
export function oneOf(...allowed: string[]): Rule {
  return (value, at, report) => {
    if (typeof value !== 'string' || !allowed.includes(value))
      report(`must be one of the following values: ${allowed.join(', ')}`, at)
  }
}

export const flag: Rule = (value, at, report) => {
  if (typeof value !== 'boolean') report('must provide a boolean', at)
}

/** A whole number within the bounds. */
export function number(least: number, most: number): Rule {
  return (value, at, report) => {
    if (typeof value !== 'number' || !Number.isInteger(value)) return report('must provide an integer', at)
    if (value < least) report(`must be greater than or equal to ${least}`, at)
    if (value > most) report(`must be less than or equal to ${most}`, at)
  }
}

export const url: Rule = (value, at, report) => {
  if (typeof value !== 'string') return report('must provide a string', at)
  if (value.length > 3000) report('must be less than 3001 characters', at)
  if (!URL.canParse(value)) report('must be a valid URL', at)
}

/** A list of `least` to `most` items, each after the rule. */
export function list(item: Rule, most: number, least = 1): Rule {
  return (value, at, report) => {
    if (!Array.isArray(value)) return report('must provide an array', at)
    if (value.length < least) report(`no less than ${least} items allowed`, at)
    if (value.length > most) return report(`no more than ${most} items allowed`, at)
    value.forEach((each, index) => {
      item(each, `${at}/${index}`, report)
    })
  }
}

/** An object with these fields and no others; `also` sees it whole. */
export function object(fields: Record<string, Field>, also?: Rule): Rule {
  return (value, at, report) => {
    if (!isObject(value)) return report('must provide an object', at)
    for (const [name, { rule, required }] of Object.entries(fields)) {
      const given = value[name]
      if (given === undefined || given === null) {
        if (required) report(`missing required field: ${name}`, at)
      } else rule(given, `${at}/${name}`, report)
    }
    for (const name of Object.keys(value))
      if (!Object.hasOwn(fields, name)) report(`invalid additional property: ${name}`, at)
    also?.(value, at, report)
  }
}

/** Exactly one of the fields must be there. */
export function exactlyOne(...names: string[]): Rule {
  return (value, at, report) => {
    const given = names.filter((name) => isObject(value) && value[name] !== undefined)
    if (given.length === 0) report(`missing required field: ${names.join(' or ')}`, at)
    if (given.length > 1) report(`only one of ${names.join(', ')} is allowed`, at)
  }
}

/** An object whose `type` chooses the rule; other types are refused. */
export function typed(rules: Record<string, Rule>, allowed: string[] = Object.keys(rules)): Rule {
  return (value, at, report) => {
    if (!isObject(value)) return report('must provide an object', at)
    const { type } = value
    if (typeof type !== 'string') return report('missing required field: type', at)
    const rule = allowed.includes(type) ? rules[type] : undefined
    if (rule === undefined) return report(`unsupported type: ${type}`, `${at}/type`)
    rule(value, at, report)
  }
}

/** Like Slack's own answer: that no schema matched comes before the reason. */
export function schema(rule: Rule): Rule {
  return (value, at, report) => {
    const found: [string, string][] = []
    rule(value, at, (message, where) => found.push([message, where]))
    if (found.length > 0) report('failed to match all allowed schemas', at)
    for (const [message, where] of found) report(message, where)
  }
}
