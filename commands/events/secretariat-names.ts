import type { App } from '../../src/app.ts'
import type { Caller } from '../../src/contract/caller.ts'
import { nameIn } from '../../src/domain/language/rules.ts'
import { isSecretariat, rolesOn } from '../../src/domain/member/rules.ts'
import { texts } from '../../src/texts/texts.ts'

/** The names of those who may put lists and plans on record. */
export async function secretariatNames(app: App, { language }: Caller): Promise<string> {
  const today = await app.assignments.today()
  return (await app.members.all())
    .filter((member) => isSecretariat(rolesOn(member, today)))
    .map(({ names }) => nameIn(names, language))
    .join(texts(language)('list.comma'))
}
