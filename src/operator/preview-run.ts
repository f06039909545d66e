import type { App } from '../app.ts'
import type { Message } from '../contract/reply.ts'
import { type Day, dayIn } from '../domain/calendar/day.ts'
import { nameIn } from '../domain/language/rules.ts'
import type { Member } from '../domain/member/rules.ts'
import type { GroupAhead, PeopleAhead, RunAhead } from '../domain/run/ahead.ts'
import { momentInWords, timeInWords } from '../views/dates.ts'
import { messageAhead } from '../views/message-ahead.ts'
import { plainText } from '../views/plain-text.ts'
import { asksInWords } from '../views/run-ahead-message.ts'
import { OperatorError } from './operator-error.ts'
import { silenceReasons } from './preview.ts'
import { memberMeant } from './who.ts'

/**
 * What one person would be asked on a day, or why nothing. `at`: when they hear it; `later`: their quiet hours keep it from them
 * until then.
 */
export type AskLine = { member: string; name: string; on: Day; held?: true } & (
  | { say: true; at: string; zone: string; later?: true; about: string; message?: Message }
  | { say: false; why: string }
)

const reasons: Record<string, string> = {
  cap: 'they have heard as much this week as anybody may',
  snoozed: 'they have put it off',
  away: 'they are away without a stand-in',
  'not-in-slack': 'they are not in Slack, as far as is known',
  settled: 'nothing is to be asked',
  'quiet-until-day-off': 'their quiet hours last until a day off; they are asked on the next working day',
}

/**
 * Whom the committee would ask in person on the day of `at`, or on the next day on which it asks; `who`: one member alone,
 * with the message as it would read.
 * @throws OperatorError without a committee, and where the member is not known
 */
export async function previewAsks(app: App, { at, who }: { at?: Date; who?: string }): Promise<AskLine[]> {
  const day = await askingDay(app, at)
  const run = await runOf(app, day)
  const lines = run.people === undefined ? [] : linesOf(run.people, day)
  if (who === undefined) return lines
  const member = await memberMeant(app, who)
  const line = lines.find((one) => one.member === member.id)
  if (line === undefined) return [{ ...named(member, day), say: false, why: 'settled' }]
  const ahead = line.say ? await app.runs.toMember(member, day) : undefined
  if (!line.say || ahead?.facts.say !== true) return [line]
  const { facts, at: heardAt } = ahead
  return [{ ...line, message: messageAhead(facts.told, { on: day, at: heardAt, zone: facts.zone }) }]
}

function linesOf({ asked, unasked, zone }: PeopleAhead, on: Day): AskLine[] {
  return [
    ...asked.map(
      ({ member, asks, held, at, isLater }): AskLine => ({
        ...named(member, on),
        say: true,
        at: at.toISOString(),
        zone,
        ...(isLater === true && { later: true }),
        about: asksInWords(asks, 'en'),
        ...(held !== undefined && { held: true }),
      }),
    ),
    ...unasked.map(({ member, why }): AskLine => ({ ...named(member, on), say: false, why })),
  ]
}

function named({ id, names }: Pick<Member, 'id' | 'names'>, on: Day) {
  return { member: id, name: nameIn(names, 'en'), on }
}

/** The same as an operator reads it. */
export function previewAsksText(lines: readonly AskLine[], names?: ReadonlyMap<string, string>): string {
  if (lines.length === 0) return 'nobody would be asked in person'
  return lines
    .map((line) => {
      const who = `${line.name} (${line.member})`
      if (!line.say) return `${who} on ${line.on}: nothing, because ${reasons[line.why] ?? line.why}`
      const head = `${who} on ${whenHeard({ ...line, at: new Date(line.at) })}`
      const held = line.held === true ? ', but the secretariat holds it' : ''
      const message = line.message && indent(plainText(line.message, names))
      return `${head}: ${line.about}${held}${message === undefined ? '' : `\n${message}`}`
    })
    .join('\n')
}

/** The day and the time on the committee's clock. */
function whenHeard({ at, zone, later }: { at: Date; zone: string; later?: boolean }): string {
  const when = `${dayIn(zone, at)} at ${timeInWords(at, zone, 'en')}`
  return later === true ? `${when}, after their quiet hours` : when
}

/** All that the next run would say, or the one of the day of `at`. @throws OperatorError without a committee */
export async function previewMonday(app: App, at?: Date): Promise<RunAhead> {
  return runOf(app, at === undefined ? undefined : await askingDay(app, at))
}

/** The same as a document for programs. Instants are ISO 8601 in UTC. */
export function mondayDocument({ on, groups, others, unscheduled, people, heldWhole }: RunAhead) {
  return {
    on,
    groups: groups.map((one) => ({
      group: one.group.code,
      ...(one.group.channel !== undefined && { channel: one.group.channel }),
      slot: { at: one.slot.at.toISOString(), on: one.slot.on, zone: one.group.zone },
      ...(one.held !== undefined && { held: true }),
      ...(one.isBack === true && { back: true }),
      ...(one.say
        ? { say: true, message: messageOf(one) }
        : { say: false, why: one.why, ...(one.until !== undefined && { until: one.until }) }),
    })),
    others,
    unscheduled,
    heldWhole: heldWhole.map(({ kind }) => kind),
    ...(people !== undefined && {
      asks: {
        when: people.when,
        hour: people.hour,
        people: linesOf(people, on),
        waiting: people.waiting.map(({ member, at }) => ({ member: member.id, at: at.toISOString() })),
      },
      unanswered: people.unanswered.map(({ group, since }) => ({ group: group.code, since })),
    }),
  }
}

function messageOf({ group, slot, content }: Extract<GroupAhead, { say: true }>): Message {
  return messageAhead({ to: 'group', group, content }, { on: slot.on, at: slot.at, zone: group.zone })
}

/** The same as an operator reads it: each message as its hearer would, and why the others hear nothing. */
export function previewMondayText(run: RunAhead, names?: ReadonlyMap<string, string>): string {
  const groups = run.groups.map((one) => {
    const { group, slot } = one
    const head = `${group.code} · ${momentInWords(slot.at, group.zone, 'en')} (${group.zone}) → ${group.channel ?? 'no channel'}`
    if (!one.say) {
      const later = one.why === 'moved' ? `; it comes on ${slot.on}` : ''
      const until = one.until === undefined ? '' : ` until ${one.until}`
      return `${head}: nothing, because ${one.why === 'moved' ? 'that is a day off' : silenceReasons[one.why]}${later}${until}`
    }
    const held = one.held === undefined ? '' : ' (held by the secretariat)'
    const back = one.isBack === true ? ' (put off until then)' : ''
    return `${head}${held}${back}\n${indent(plainText(messageOf(one), names))}`
  })
  const { people } = run
  const asked = people === undefined ? '' : peopleText(people, run.on)
  const left = people?.unanswered.map(({ group }) => group.code) ?? []
  return [
    `The reminders of ${run.on}`,
    ...groups,
    ...(run.others > 0 ? [`${run.others} more groups are due on other days`] : []),
    ...(run.unscheduled > 0 ? [`${run.unscheduled} groups have none scheduled`] : []),
    asked,
    ...(left.length > 0
      ? [`the secretariat hears of groups that acknowledge nothing: ${left.join(', ')}`]
      : []),
  ]
    .filter((text) => text !== '')
    .join('\n\n')
}

function peopleText(people: PeopleAhead, on: Day): string {
  if (people.when === 'day-off') return 'nobody is asked in person: it is a day off'
  if (people.when === 'over')
    return [
      'the day’s messages in person are out already',
      ...people.waiting.map(({ member: { id, names }, at }) => {
        const when = whenHeard({ at, zone: people.zone, later: true })
        return `${nameIn(names, 'en')} (${id}) hears it on ${when}`
      }),
    ].join('\n')
  const later = people.asked.filter(({ isLater }) => isLater).length
  const some = later === 0 ? '' : `; ${later} of ${people.asked.length} later, after their quiet hours`
  return `Asked in person at ${people.hour}${some}\n${indent(previewAsksText(linesOf(people, on)))}`
}

function indent(text: string): string {
  return text.replaceAll(/^(?=.)/gm, '    ')
}

async function runOf(app: App, day: Day | undefined): Promise<RunAhead> {
  const run = await app.runs.ahead('reminder', day)
  if (run === undefined) throw new OperatorError('no committee is on record')
  return run
}

/** The day of `at` on the committee's calendar; without it, the next day on which people are asked. */
async function askingDay(app: App, at: Date | undefined): Promise<Day> {
  if (at === undefined) return app.runs.nextAskingDay()
  return dayIn((await app.committees.get())?.zone ?? 'UTC', at)
}
