import type { Names } from '../../language/rules.ts'
import type { Phrases } from '../../work/kind.ts'
import { bodies } from './topics/bodies.ts'
import { fields } from './topics/fields.ts'
import { technologies } from './topics/technologies.ts'

/** A subject that a committee's work is about, or a country or body that it works with. */
export type Topic = {
  id: string
  names: Names
  words: Phrases
  /** What names it only where it stands by itself in an enumeration: `critical infrastructure, data, AI`. */
  listed?: Phrases
}

/** The topics of cybersecurity and of the fields beside it. */
export const knownTopics: readonly Topic[] = [...fields, ...technologies, ...bodies]
