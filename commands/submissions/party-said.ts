import type { App } from '../../src/app.ts'
import type { Caller } from '../../src/contract/caller.ts'
import { FieldErrors, UserError } from '../../src/contract/errors.ts'
import type { Owner } from '../../src/domain/assignment/rules.ts'
import { ownerBlock, ownerOrganisationBlock } from '../../src/views/owner-inputs.ts'
import { partyGroupBlock } from '../../src/views/party-inputs.ts'
import { maybeText } from './given.ts'
import { memberSaid, organisationSaid, wholeGroup } from './owner-said.ts'

/** Where a modal asks for a person, an organisation or a group. */
export const partyFields = {
  [ownerBlock]: maybeText(40),
  [ownerOrganisationBlock]: maybeText(200),
  [partyGroupBlock]: maybeText(40),
}

type PartySaid = { [block in keyof typeof partyFields]?: string | undefined }

/** The one that is named; undefined for none. @throws FieldErrors for two, and for whom the committee does not know */
export async function partySaid(
  app: App,
  { language }: Caller,
  fields: PartySaid,
): Promise<Owner | undefined> {
  const { [ownerBlock]: person, [ownerOrganisationBlock]: organisation, [partyGroupBlock]: group } = fields
  const [, second] = [person, organisation, group].filter((said) => said !== undefined)
  if (second !== undefined) {
    const block = group === undefined ? ownerOrganisationBlock : partyGroupBlock
    throw new FieldErrors({ [block]: new UserError('owner.several') })
  }
  if (person !== undefined) return memberSaid(app, person, language)
  if (group !== undefined) return wholeGroup(app, group)
  if (organisation === undefined) return undefined
  const found = await organisationSaid(app, organisation, ownerOrganisationBlock)
  return { kind: 'organisation', ...found }
}
