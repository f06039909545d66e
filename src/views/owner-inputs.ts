import type { InputBlock, SectionBlock } from '@slack/types'
import { type Language, nameIn } from '../domain/language/rules.ts'
import type { Organisation } from '../domain/member/rules.ts'
import { texts } from '../texts/texts.ts'
import { section } from './blocks.ts'
import { choiceInput, option, personInput, textInput } from './inputs.ts'
import { brief } from './mrkdwn.ts'

/** Who owes it: a person, an organisation, or, where neither is named, the whole group. */
export const ownerBlock = 'owner' as const
export const ownerOrganisationBlock = 'owner-organisation' as const

/** A menu of organisations takes no more; of more than these, one is named in words. */
const mostInMenu = 100
const longestName = 200

/** Who is likely meant: a person by their Slack id, or an organisation; or the names of several, of whom one is to be chosen. */
export type OwnerFilled = { person?: string; organisation?: Organisation; several?: string }

/** Asks who owes it, and says whom its reader named where that was more than one. */
export function ownerInputs(
  organisations: readonly Organisation[],
  language: Language,
  filled: OwnerFilled = {},
): (SectionBlock | InputBlock)[] {
  const say = texts(language)
  const organisation = {
    block: ownerOrganisationBlock,
    label: say('owner.organisation'),
    hint: say('owner.hint'),
    ...(filled.organisation !== undefined && { initial: filled.organisation }),
  }
  const person = filled.person === undefined ? {} : { initial: filled.person }
  const several = filled.several === undefined ? [] : [oneWanted(filled.several, language)]
  return [
    ...several,
    personInput({ block: ownerBlock, label: say('owner.person'), isOptional: true, ...person }),
    ...organisationInput(organisation, organisations, language),
  ]
}

function oneWanted(names: string, language: Language): SectionBlock {
  return section(`:warning: ${texts(language)('owner.one-wanted', { names: brief(names, 300) })}`)
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
