import type { App } from '../../src/app.ts'
import type { Caller } from '../../src/contract/caller.ts'
import { FieldErrors, UserError } from '../../src/contract/errors.ts'
import type { GestureKind, NotDone } from '../../src/domain/assignment/gestures.ts'
import type { Assignment } from '../../src/domain/assignment/rules.ts'
import { type Language, nameIn } from '../../src/domain/language/rules.ts'
import type { Member } from '../../src/domain/member/rules.ts'
import { type TextKey, type TextValues, texts } from '../../src/texts/texts.ts'
import { ownerName } from '../../src/views/assignment-line.ts'
import { partialDayInWords } from '../../src/views/dates.ts'

/** The blocks of a modal under which a refusal can be mended. */
export type GestureBlocks = { day?: string; which?: string; whom?: string }

const already: Partial<Record<GestureKind, TextKey>> = {
  accept: 'assignment.already-accepted',
  decline: 'assignment.already-declined',
  give: 'assignment.already-theirs',
  'ask-due': 'assignment.already-due',
  'set-due': 'assignment.already-due',
}

/** What the person is told, under the field that can mend it where the modal has one. */
export async function gestureRefusal(
  app: App,
  caller: Caller,
  kind: GestureKind,
  refusal: NotDone,
  blocks: GestureBlocks = {},
): Promise<Error> {
  const { language } = caller
  const under = (block: string | undefined, key: TextKey, values: TextValues = {}) => {
    const error = new UserError(key, values)
    return block === undefined ? error : new FieldErrors({ [block]: error })
  }
  switch (refusal.why) {
    case 'gone':
      return new UserError('done.gone')
    case 'not-yours':
      return notTheirs(app, caller, kind, refusal)
    case 'day-ahead':
      return under(blocks.day, 'day.ahead', { on: partialDayInWords(refusal.on, language) })
    case 'day-over':
      return under(blocks.day, 'day.over', { on: partialDayInWords(refusal.on, language) })
    case 'waits-for-owner':
      return under(blocks.whom, 'assignment.waits-for-owner', {
        owner: ownerName(refusal.assignment, language),
      })
    case 'not-open': {
      const { state, titles } = refusal.assignment
      return under(blocks.which, 'done.not-open', { state, title: nameIn(titles, language) })
    }
    case 'is-open':
      return new UserError('assignment.is-open', { title: nameIn(refusal.assignment.titles, language) })
    case 'already': {
      const { dueOn } = refusal.assignment
      const block = kind === 'give' ? blocks.whom : blocks.day
      return under(block, already[kind] ?? 'assignment.already-accepted', {
        owner: ownerName(refusal.assignment, language),
        on: dueOn === undefined ? '—' : partialDayInWords(dueOn, language),
      })
    }
    case 'not-blocked':
      return new UserError('assignment.not-blocked')
    case 'nothing-asked': {
      const asked = refusal.assignment.life.dueAsked
      if (asked === undefined) return new UserError('assignment.nothing-asked')
      return new UserError('assignment.asked-otherwise', { on: partialDayInWords(asked.on, language) })
    }
  }
}

/** Whose word it takes, by name. */
async function notTheirs(
  app: App,
  { language }: Caller,
  kind: GestureKind,
  { need, assignment }: { need: 'owner' | 'lead'; assignment: Assignment },
): Promise<UserError> {
  const { group } = assignment
  const isOwnersAlone = kind === 'see' || kind === 'accept' || kind === 'decline'
  // Those who lead the group are named anyhow, where it takes their word as well.
  const isNamedBelow = assignment.owner.kind === 'group' && assignment.owner.id === group && !isOwnersAlone
  const owner = isNamedBelow
    ? ownerName(assignment, language)
    : ownerSpokenFor(assignment, await app.assignments.spokesmen(assignment), language)
  if (isOwnersAlone) return new UserError('assignment.for-owner', { owner })
  const leads = await app.groups.leads(group)
  const names = namesOf(leads, language)
  if (need === 'lead')
    return leads.length === 0
      ? new UserError('refused.no-convenor', { group })
      : new UserError('refused.convenor-or-secretariat', { group, names })
  return leads.length === 0
    ? new UserError('assignment.for-owner-or-secretariat', { owner, group })
    : new UserError('assignment.for-owner-or-lead', { owner, group, names })
}

/** Who owes it, with those by whose word it goes. */
function ownerSpokenFor(assignment: Assignment, spokesmen: readonly Member[], language: Language): string {
  const owner = ownerName(assignment, language)
  if (spokesmen.length === 0) return owner
  const key = assignment.owner.kind === 'group' ? 'assignment.owner-led' : 'assignment.owner-represented'
  return texts(language)(key, { owner, names: namesOf(spokesmen, language) })
}

function namesOf(members: readonly Member[], language: Language): string {
  return members.map((one) => nameIn(one.names, language)).join(texts(language)('list.comma'))
}
