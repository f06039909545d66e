import type { TextKey, TextValues } from '../texts/texts.ts'

/**
 * What a person did can't be done, and they can mend it. Shown to them word for word in their language;
 * everything else that is thrown is a bug.
 */
export class UserError extends Error {
  readonly key: TextKey
  readonly values: TextValues

  constructor(key: TextKey, values: TextValues = {}) {
    super(key)
    this.name = 'UserError'
    this.key = key
    this.values = values
  }
}

/** What was filled into a modal can't be taken as it is: why, by the block of each field. */
export class FieldErrors extends Error {
  readonly fields: Readonly<Record<string, UserError>>

  constructor(fields: Readonly<Record<string, UserError>>) {
    super(`in the fields ${Object.keys(fields).join(', ')}`)
    this.name = 'FieldErrors'
    this.fields = fields
  }
}
