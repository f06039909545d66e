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
