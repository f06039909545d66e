import { channelOf } from '../committee.ts'
import { standingAt } from '../diary.ts'
import type { Facts } from '../facts.ts'
import type { Said } from '../said.ts'
import { daysAfter, wallClock } from '../work-days.ts'
import type { Check } from './check.ts'

type Step = 'convenor' | 'deputies' | 'secretariat'
/** Somebody was told that a group does not acknowledge. */
type Word = { step: Step; group: string; at: Date; day: string; to: string }
type Reminder = { notice: string; at: Date; names: string[] }

/** Working days of the group's from the first reminder to each step at the earliest. */
const distances: Record<Step, number> = { convenor: 2, deputies: 4, secretariat: 6 }
/** So many working days later than its time a step may come. */
const borneDays = 4

/** Convenor before deputies before secretariat, each once, at its distance, and none about what was answered or is over. */
export function checkOrder(facts: Facts): Check {
  const broken: string[] = []
  const words = wordsIn(facts)
  const counts: Record<string, number> = {}
  for (const word of words) {
    counts[`to the ${word.step}`] = (counts[`to the ${word.step}`] ?? 0) + 1
    const why = wrongOf(word, words, facts)
    if (why !== undefined)
      broken.push(`${word.group}, ${word.step} (${word.to}) at ${word.at.toISOString()}: ${why}`)
  }
  return { id: 'order', what: 'escalations out of order', looked: words.length, broken, beside: counts }
}

/** A chain without an answer goes on to whoever is next, unless those are away, have put off or reached their cap. */
export function checkGoesOn(facts: Facts): Check {
  const { committee, groupDays, moment, isUp, dayOf } = facts
  const broken: string[] = []
  let heldBack = 0
  let looked = 0
  const words = wordsIn(facts)
  for (const { code } of committee.groups) {
    const calendar = groupDays(code)
    const reported = new Set<string>()
    let down = 0
    /** Since when something that the chain names is open. */
    let openSince: string | undefined
    for (let day = committee.from; day < committee.until; day = daysAfter(day, 1)) {
      if (!facts.days.isWorked(day)) continue
      down = isUp(day) ? Math.max(0, down - 1) : borneDays
      const at = moment(day, '23:59')
      const chain = chainAt(code, at, facts)
      const [first] = chain
      if (first === undefined || !isOpen(chain.at(-1), at, facts)) {
        openSince = undefined
        continue
      }
      openSince ??= day
      const told = words.filter((word) => word.group === code && word.at >= first.at && word.at <= at)
      if (told.some(({ step }) => step === 'secretariat')) continue
      looked += 1
      const since = [told.at(-1)?.day ?? dayOf(first.at), openSince].sort().at(-1) ?? day
      if (down > 0 || calendar.between(since, day) < 2 + borneDays || reported.has(first.notice)) continue
      const next = nextHearers(code, told, day, facts)
      const isHeld = next.every(
        (one) => facts.isPutOff(one, day, `group ${code}`) || facts.heardInWeek(one, day) >= facts.capOf(one),
      )
      if (next.length > 0 && isHeld) {
        heldBack += 1
        continue
      }
      reported.add(first.notice)
      broken.push(`${code}: nobody was told since ${since}, on ${day}, next ${next.join(', ')}`)
    }
  }
  return {
    id: 'goes-on',
    what: 'unanswered reminders that went on to nobody',
    looked,
    broken,
    beside: { 'held back by cap or put off, in days': heldBack },
  }
}

function nextHearers(
  group: string,
  told: readonly Word[],
  day: string,
  { leads, hearerFor }: Facts,
): string[] {
  const has = (step: Step) => told.some((word) => word.step === step)
  const reachable = (as: 'convenor' | 'deputy') =>
    leads(group, day, as).flatMap((one) => hearerFor(one, day) ?? [])
  if (!has('convenor') && !has('deputies')) {
    const convenors = reachable('convenor')
    if (convenors.length > 0) return convenors
  }
  return has('deputies') ? [] : reachable('deputy')
}

function wordsIn({ asks, said, dayOf }: Facts): Word[] {
  const inPerson = asks.flatMap(({ at, day, toAcknowledge, person }) =>
    toAcknowledge.map(({ step, group }): Word => ({ step, group, at, day, to: person.member.id })),
  )
  const toSecretariat = said
    .filter(({ kind }) => kind === 'unanswered')
    .flatMap(({ at, names }) =>
      names.map((group): Word => ({ step: 'secretariat', group, at, day: dayOf(at), to: 'secretariat' })),
    )
  return [...inPerson, ...toSecretariat].sort((a, b) => a.at.getTime() - b.at.getTime())
}

function wrongOf(word: Word, words: readonly Word[], facts: Facts): string | undefined {
  const { group, step, at, day } = word
  const chain = chainAt(group, at, facts)
  const [first] = chain
  if (first === undefined) return 'it was answered'
  if (!isOpen(chain.at(-1), at, facts)) return 'nothing that it names is open'
  const earlier = words.filter((one) => one.group === group && one.at >= first.at && one.at < at)
  if (earlier.some((one) => one.step === step && one.day !== day)) return 'told before'
  const has = (one: Step) => earlier.some((other) => other.step === one)
  const isReachable = (as: 'convenor' | 'deputy') =>
    facts.leads(group, day, as).some((lead) => {
      const hearer = facts.hearerFor(lead, day)
      // Whoever has put off what they are asked, or has heard all they want to in that week, holds nobody else up.
      const isFull = hearer !== undefined && facts.heardInWeek(hearer, day) >= facts.capOf(hearer)
      return hearer !== undefined && !isFull && !facts.isPutOff(hearer, day, `group ${group}`)
    })
  if (step !== 'convenor' && !has('convenor') && isReachable('convenor')) return 'the convenor was not told'
  if (step === 'secretariat' && !has('deputies') && isReachable('deputy')) return 'the deputies were not told'
  const passed = facts.groupDays(group).between(groupDay(group, first.at, facts), groupDay(group, at, facts))
  const least = earlier.length === 0 ? distances.convenor : distances[step] - 2
  return passed < least ? `${passed} working days after the reminder` : undefined
}

/** The group's reminders since the last that was answered, up to a moment. */
function chainAt(group: string, at: Date, facts: Facts): Reminder[] {
  const known = remindersOf(group, facts).filter((one) => one.at <= at)
  const answered = known.findLastIndex((one) => isAnswered(one, group, at, facts))
  return known.slice(answered + 1)
}

function isAnswered({ notice, at: saidAt, names }: Reminder, group: string, at: Date, facts: Facts): boolean {
  const { diary, leads, dayOf } = facts
  if (diary.answers.some((one) => one.notice === notice && one.at <= at)) return true
  const leading = new Set(leads(group, dayOf(at), 'any'))
  const named = new Set(names)
  return diary.deeds.some(
    (deed) => named.has(deed.assignment) && deed.at > saidAt && deed.at <= at && leading.has(deed.by),
  )
}

function isOpen(reminder: Reminder | undefined, at: Date, { histories }: Facts): boolean {
  return reminder?.names.some((id) => standingAt(histories.get(id), at)?.state === 'open') === true
}

const cached = new WeakMap<Facts, Map<string, Reminder[]>>()

function remindersOf(group: string, facts: Facts): Reminder[] {
  const known = cached.get(facts) ?? readReminders(facts)
  cached.set(facts, known)
  return known.get(group) ?? []
}

function readReminders({ said, histories, committee }: Facts): Map<string, Reminder[]> {
  const ids = new Map([...histories].map(([id, [first]]) => [first?.title.slice(0, 5), id]))
  const of = ({ at, names, buttons }: Said): Reminder => ({
    at,
    notice: buttons.find(({ actionId }) => actionId === 'reminder.acknowledge')?.value ?? '',
    names: names.flatMap((title) => ids.get(title) ?? []),
  })
  return new Map(
    committee.groups.map(({ code }) => [
      code,
      said.filter(({ kind, to }) => kind === 'reminder' && to === channelOf(code)).map(of),
    ]),
  )
}

/** A day on the clock of the group. */
function groupDay(group: string, at: Date, { committee, dayOf }: Facts): string {
  const zone = committee.groups.find(({ code }) => code === group)?.zone
  return zone === undefined ? dayOf(at) : wallClock(zone, at).day
}
