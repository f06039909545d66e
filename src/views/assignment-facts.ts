import {
  type DecisionNews,
  decisionNews,
  type Fact,
  type Life,
  type OwnerRef,
  partDoneNews,
  whyGiven,
} from '../domain/assignment/life.ts'
import type { Assignment } from '../domain/assignment/rules.ts'
import { type Language, type Names, nameIn } from '../domain/language/rules.ts'
import { type TextKey, texts } from '../texts/texts.ts'
import { momentForEachReader, partialDayInWords } from './dates.ts'
import { brief } from './mrkdwn.ts'

/** How members, organisations and groups are called; undefined for who is not on record any more. */
export type Called = (ref: OwnerRef) => Names | undefined

const longestName = 80
const longestQuote = 400

/** A person, an organisation or a whole group by name, made harmless; by id, where the name is gone. */
export function partyInWords(ref: OwnerRef, called: Called, language: Language): string {
  if (ref.kind === 'group') return texts(language)('assignment.whole-group', { group: brief(ref.id, 40) })
  const names = called(ref)
  return brief(names === undefined ? ref.id : nameIn(names, language), longestName)
}

/** Who did it, and for whom: `Lotus Sample for CESI`. */
export function whoInWords(
  { by, behalf }: Pick<Fact, 'by' | 'behalf'>,
  called: Called,
  language: Language,
): string {
  const say = texts(language)
  if (by === undefined) return say('changes.by-file')
  const who = partyInWords({ kind: 'member', id: by }, called, language)
  if (behalf === undefined) return who
  return say('assignment.for', { who, behalf: partyInWords(behalf, called, language) })
}

/** How an assignment stands, in a few words. */
export function stateInWords(
  { state, life }: Pick<Assignment, 'state' | 'life'>,
  language: Language,
): string {
  return texts(language)(stateKey(state, life))
}

/** What made an open assignment stand as it does; its reason is with it where one was given. */
export function standingFact(life: Life): (Fact & { why?: string }) | undefined {
  const { declined, blocked, dueAsked, doing, accepted, seen } = life
  return declined ?? blocked ?? dueAsked ?? doing ?? accepted ?? seen
}

function stateKey(state: Assignment['state'], life: Life): TextKey {
  if (state === 'done') return 'work.state-done'
  if (state === 'withdrawn') return 'assignment.state-withdrawn'
  if (life.declined !== undefined) return 'assignment.state-declined'
  if (life.blocked !== undefined) return 'assignment.state-blocked'
  if (life.dueAsked !== undefined) return 'assignment.state-due-asked'
  if (life.doing !== undefined) return 'work.state-open'
  if (life.accepted !== undefined) return 'assignment.state-accepted'
  return life.seen === undefined ? 'assignment.state-unseen' : 'assignment.state-seen'
}

/** What was decided, in a few words. */
export function decisionInWords({ kind, on }: DecisionNews, language: Language): string {
  const say = texts(language)
  if (kind === 'reopened') return say('audit.reopen')
  if (on === undefined) return say('assignment.decided-undated')
  return say(decisionKeys[kind], { on: partialDayInWords(on, language) })
}

const decisionKeys = {
  granted: 'assignment.decided-granted',
  refused: 'assignment.decided-refused',
  'set-due': 'assignment.decided-due',
} as const satisfies Record<Exclude<DecisionNews['kind'], 'reopened'>, TextKey>

/** What has become of an assignment, a line for each fact that is there, in the order in which they come about. */
export function factLines(
  { life, state }: Pick<Assignment, 'state' | 'life'>,
  { called, zone }: { called: Called; zone: string },
  language: Language,
): string[] {
  const say = texts(language)
  const line = (what: string, fact: Fact | undefined, ...more: string[]) =>
    fact === undefined
      ? []
      : [
          [
            `*${what}* · ${whoInWords(fact, called, language)} · ${momentForEachReader(fact.at, zone, language)}`,
            ...more,
          ].join('\n'),
        ]
  const quote = (text: string) => `> ${brief(text, longestQuote)}`
  const { given, seen, accepted, declined, doing, latest, blocked, dueAsked, done, decided } = life
  const news = decisionNews(life)
  const reason = (why: string | undefined) => (why === undefined ? [] : [quote(why)])
  const isSameWord = doing !== undefined && latest !== undefined && doing.at.getTime() === latest.at.getTime()
  return [
    ...line(say('assignment.given'), given, ...reason(whyGiven(life))),
    ...line(say('assignment.seen'), seen),
    ...line(say('assignment.accepted'), accepted),
    ...(isSameWord ? [] : line(say('assignment.doing'), doing)),
    ...(latest === undefined
      ? []
      : line(say(isSameWord ? 'assignment.doing' : 'assignment.latest'), latest, quote(latest.text))),
    ...(blocked === undefined
      ? []
      : line(
          say('assignment.blocked'),
          blocked,
          quote(blocked.why),
          ...(blocked.waitsFor === undefined
            ? []
            : [say('assignment.waits-for', { whom: partyInWords(blocked.waitsFor, called, language) })]),
        )),
    ...(state === 'open' ? line(say('assignment.part-done'), partDoneNews(life)) : []),
    ...(dueAsked === undefined
      ? []
      : line(
          say('assignment.due-asked', { on: partialDayInWords(dueAsked.on, language) }),
          dueAsked,
          quote(dueAsked.why),
        )),
    ...(declined === undefined ? [] : line(say('assignment.declined'), declined, quote(declined.why))),
    ...line(say('assignment.done'), done),
    ...(state === 'withdrawn' ? line(say('assignment.withdrawn'), decided, ...reason(decided?.why)) : []),
    ...(news === undefined ? [] : line(decisionInWords(news, language), news, ...reason(news.why))),
  ]
}
