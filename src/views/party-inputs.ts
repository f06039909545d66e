import type { InputBlock } from '@slack/types'
import { type Language, nameIn } from '../domain/language/rules.ts'
import type { Organisation } from '../domain/member/rules.ts'
import type { WorkingGroup } from '../domain/working-group/rules.ts'
import { texts } from '../texts/texts.ts'
import { choiceInput, option, personInput } from './inputs.ts'
import { organisationInput, ownerBlock, ownerOrganisationBlock } from './owner-inputs.ts'

/** The group that is meant as a whole, beside the person and the organisation of `owner-inputs`. */
export const partyGroupBlock = 'owner-group' as const

/** Whom a modal may name. */
export type Parties = { organisations: readonly Organisation[]; groups: readonly WorkingGroup[] }

/** Asks for one of a person, an organisation and a whole group. */
export function partyInputs(
  label: string,
  { organisations, groups }: Parties,
  language: Language,
): InputBlock[] {
  const say = texts(language)
  return [
    personInput({ block: ownerBlock, label, isOptional: true }),
    ...organisationInput(
      { block: ownerOrganisationBlock, label: say('owner.organisation') },
      organisations,
      language,
    ),
    ...(groups.length === 0
      ? []
      : [
          choiceInput({
            block: partyGroupBlock,
            label: say('owner.group'),
            options: groups.map(({ code, names }) => option(code, `${code} ${nameIn(names, language)}`)),
            isOptional: true,
          }),
        ]),
  ]
}
