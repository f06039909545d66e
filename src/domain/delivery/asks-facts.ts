import type { Committee } from '../committee/rules.ts'
import type { Notice } from '../notice/rules.ts'
import { type Asked, askedOf, askedStill } from '../reminder/asked.ts'
import { askFacts } from '../reminder/facts.ts'
import { type Ask, planAsks, type Unheard } from '../reminder/plan-asks.ts'
import type { Store } from '../store.ts'

/** What is asked now, or why nothing is: it was settled, or put off, or the week has had its messages. */
export type AskedNow = { say: true; asked: Asked[]; about: Ask[] } | { say: false; why: 'settled' | Unheard }

/** What a member is asked, decided anew when it is said; a message that stands shows what has become of it. */
export async function askedOfMember(
  store: Store,
  committee: Committee,
  notice: Notice,
  now: Date,
): Promise<AskedNow> {
  const { about = [], sentAt, member } = notice
  if (sentAt !== undefined) return { say: true, asked: await askedStill(store, about, sentAt), about }
  const facts = await askFacts(store, committee, now, notice)
  const { say, unheard } = planAsks(facts)
  const isTheirs = ({ member: { id } }: { member: { id: string } }) => id === member
  const own = say.find(isTheirs)
  if (own === undefined) return { say: false, why: unheard.find(isTheirs)?.why ?? 'settled' }
  return {
    say: true,
    asked: askedOf(own.asks, { ...facts, members: facts.people.members }),
    about: own.asks,
  }
}

/** What the secretariat is told of groups that acknowledge nothing. */
export async function askedOfSecretariat(
  store: Store,
  committee: Committee,
  notice: Notice,
  now: Date,
): Promise<AskedNow> {
  const { about = [], sentAt } = notice
  if (sentAt !== undefined) return { say: true, asked: await askedStill(store, about, sentAt), about }
  const facts = await askFacts(store, committee, now, notice)
  const left = new Set(planAsks(facts).unanswered.map(({ group }) => group.code))
  const still = about.filter((ask) => ask.kind === 'acknowledge' && left.has(ask.group))
  if (still.length === 0) return { say: false, why: 'settled' }
  return {
    say: true,
    asked: askedOf(still, { ...facts, members: facts.people.members }),
    about: still,
  }
}
