import type { App } from '../../src/app.ts'
import type { Caller } from '../../src/contract/caller.ts'
import { UserError } from '../../src/contract/errors.ts'
import type { Owner } from '../../src/domain/assignment/rules.ts'
import type { Day } from '../../src/domain/calendar/day.ts'
import { editDistance } from '../../src/domain/finding/edit-distance.ts'
import { type Language, nameIn } from '../../src/domain/language/rules.ts'
import { hasLeft, isObserver, type Member, rolesOn } from '../../src/domain/member/rules.ts'
import { texts } from '../../src/texts/texts.ts'

/** How somebody says that they mean themselves. */
export const oneself = /^(?:me|myself|我|本人|自己)$/iu

/**
 * The group, the member or the organisation that a person means, themselves included.
 * @throws UserError where nobody is called so, several are, or who is has left
 */
export async function partyCalled(
  app: App,
  { language, member: caller }: Caller,
  text: string,
): Promise<Owner> {
  if (caller !== undefined && oneself.test(text)) return memberAsOwner(caller)
  const group = await app.groups.called(text)
  if (group !== undefined) return { kind: 'group', id: group.code, names: group.names }
  const [member, ...others] = await app.members.called(text)
  if (others.length > 0) throw new UserError('assignments.two-of-that-name', { name: text })
  if (member !== undefined) {
    const refusal = mayNotOwe(member, await app.assignments.today(), language)
    if (refusal !== undefined) throw refusal
    return memberAsOwner(member)
  }
  const organisation = await app.members.organisationCalled(text)
  if (organisation === undefined) throw await unknownParty(app, text, language)
  return { kind: 'organisation', ...organisation }
}

/** More are not offered. */
const mostNear = 3

/** Nobody is called so: how somebody is named, and who comes near. */
async function unknownParty(app: App, text: string, language: Language): Promise<UserError> {
  const [members, organisations, groups, today] = await Promise.all([
    app.members.all(),
    app.members.organisations(),
    app.groups.active(),
    app.assignments.today(),
  ])
  const may = members.filter((one) => mayNotOwe(one, today, language) === undefined)
  const called = [
    ...[...may, ...organisations].map(({ id, names }) => ({
      shown: nameIn(names, language),
      names: [id, names.en, names.zh],
    })),
    ...groups.map(({ code, names }) => ({ shown: code, names: [code, names.en, names.zh] })),
  ]
  const near = called
    .filter(({ names }) => names.some((name) => name !== undefined && isNear(text, name)))
    .map(({ shown }) => shown)
  const [first, ...others] = [...new Set(near)].slice(0, mostNear)
  if (first === undefined) return new UserError('party.unknown', { name: text })
  const listed = [first, ...others].join(texts(language)('list.comma'))
  return new UserError('party.unknown-but', { name: text, near: listed })
}

/** Whether a word is part of a name, or a slip of it or of one of its words. */
function isNear(text: string, name: string): boolean {
  const wanted = text
    .replace(/^[@＠]/u, '')
    .trim()
    .toLowerCase()
  const whole = name.toLowerCase()
  const isHan = /\p{Script=Han}/u.test(wanted)
  if (wanted.length < (isHan ? 2 : 3)) return false
  if (whole.includes(wanted)) return true
  const most = isHan ? 1 : Math.floor(wanted.length / 4)
  if (isHan && wanted.length < 3) return false
  return [whole, ...whole.split(/[\s-]+/u)].some((word) => editDistance(wanted, word, most) <= most)
}

/** A member as somebody who owes something. */
export function memberAsOwner({ id, names, slackId }: Member): Owner {
  return { kind: 'member', id, names, ...(slackId !== undefined && { slackId }) }
}

/** Why nothing can be given to a member: they have left, or are an observer. Undefined where it can. */
export function mayNotOwe(member: Member, today: Day, language: Language): UserError | undefined {
  const name = nameIn(member.names, language)
  if (hasLeft(member, today)) return new UserError('owner.left', { name })
  return isObserver(rolesOn(member, today)) ? new UserError('owner.observer', { name }) : undefined
}
