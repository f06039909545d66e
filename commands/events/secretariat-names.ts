import type { App } from '../../src/app.ts'
import type { Caller } from '../../src/contract/caller.ts'
import { nameIn } from '../../src/domain/language/rules.ts'
import { isSecretariat } from '../../src/domain/member/rules.ts'

/** The names of those who may put lists and plans on record. */
export async function secretariatNames(app: App, { language }: Caller): Promise<string> {
  const members = await app.members.all()
  const today = await Promise.all(
    members.map(async (member) => ({ member, isOfIt: isSecretariat(await app.members.rolesToday(member)) })),
  )
  return today
    .filter(({ isOfIt }) => isOfIt)
    .map(({ member }) => nameIn(member.names, language))
    .join(language === 'en' ? ', ' : '、')
}
