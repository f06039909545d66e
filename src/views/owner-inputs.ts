import type { InputBlock } from '@slack/types'
import { type Language, nameIn } from '../domain/language/rules.ts'
import type { Organisation } from '../domain/member/rules.ts'
import { texts } from '../texts/texts.ts'
import { choiceInput, option, personInput, textInput } from './inputs.ts'

/** Who owes it: a person, an organisation, or, where neither is named, the whole group. */
export const ownerBlock = 'owner' as const
export const ownerOrganisationBlock = 'owner-organisation' as const

/** A menu of organisations takes no more; of more than these, one is named in words. */
const mostInMenu = 100
const longestName = 200

/** Asks who owes it; `person` is Slack's id of whoever is likely meant. */
export function ownerInputs(
  organisations: readonly Organisation[],
  language: Language,
  person?: string,
): InputBlock[] {
  const say = texts(language)
  const organisation = {
    block: ownerOrganisationBlock,
    label: say('owner.organisation'),
    hint: say('owner.hint'),
  }
  return [
    personInput({
      block: ownerBlock,
      label: say('owner.person'),
      isOptional: true,
      ...(person !== undefined && { initial: person }),
    }),
    ...organisationInput(organisation, organisations, language),
  ]
}

/** Asks for an organisation, by a menu where it holds them all; there is nothing to ask where none is on record. */
export function organisationInput(
  { initial, ...field }: { block: string; label: string; hint?: string; initial?: Organisation },
  organisations: readonly Organisation[],
  language: Language,
): InputBlock[] {
  if (organisations.length === 0) return []
  if (organisations.length > mostInMenu)
    return [
      textInput({
        ...field,
        most: longestName,
        isOptional: true,
        ...(initial && { initial: nameIn(initial.names, language) }),
      }),
    ]
  const options = organisations.map(({ id, names }) => option(id, nameIn(names, language)))
  return [choiceInput({ ...field, options, isOptional: true, ...(initial && { initial: initial.id }) })]
}
