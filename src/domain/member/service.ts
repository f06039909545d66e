import type { Day } from '../calendar/day.ts'
import { dayIn } from '../calendar/day.ts'
import type { Context } from '../context.ts'
import type { Store } from '../store.ts'
import type { Member, Organisation, Role, SlackUser } from './rules.ts'
import { type Standing, type StandingFacts, standingOn } from './standing.ts'

export type Members = ReturnType<typeof members>

/** Everybody on the list, and who is away on the day or later. */
export async function standingFacts(
  store: Pick<Store, 'members' | 'absences'>,
  day: Day,
): Promise<StandingFacts> {
  const [all, absences] = await Promise.all([store.members.all(), store.absences.since(day)])
  return { members: all, absences }
}

/** What a member is on a day: their own roles, and what they hold for whoever is away. */
export async function standing(
  store: Pick<Store, 'members' | 'absences'>,
  member: Member,
  day: Day,
): Promise<Standing> {
  return standingOn(member, await standingFacts(store, day), day)
}

/** The people and organisations of the committee, and who of Slack's users is whom. */
export function members({ store, now, userOf }: Pick<Context, 'store' | 'now' | 'userOf'>) {
  async function behind({ slackId, email }: SlackUser): Promise<Member | undefined> {
    const known = await store.members.bySlackId(slackId)
    if (known !== undefined || email === undefined) return known
    const found = await store.members.byEmail(email)
    if (found === undefined) return undefined
    // A member who is already linked is that user and no other; another gesture may just have linked this one.
    if (found.slackId !== undefined) return found.slackId === slackId ? found : undefined
    await store.members.linkSlack(found.id, slackId)
    return { ...found, slackId }
  }

  async function standingToday(member: Member): Promise<Standing> {
    const committee = await store.committee.get()
    return standing(store, member, dayIn(committee?.zone ?? 'UTC', now()))
  }

  /** Somebody who was mentioned before they were linked is looked up in Slack. */
  async function mentioned(slackId: string): Promise<Member[]> {
    const known = await store.members.bySlackId(slackId)
    const user = known === undefined ? await userOf(slackId) : undefined
    const member = known ?? (user && (await behind(user)))
    return member === undefined ? [] : [member]
  }

  return {
    /** The member behind a Slack user, found by id, or by e-mail and then remembered. */
    behind,

    all: () => store.members.all(),
    organisations: () => store.organisations.all(),

    /** What the member is today, on the calendar of the committee. */
    standingToday,

    /** The roles that the member holds today, for whoever is away included. */
    async rolesToday(member: Member): Promise<readonly Role[]> {
      return (await standingToday(member)).roles
    },

    /**
     * Those whom a person means by `text`: a Slack mention (`<@U…|name>`), an id, an e-mail address, or a
     * name in either language, with or without "@".
     */
    async called(text: string): Promise<Member[]> {
      const mention = /^<@([A-Z0-9]+)(?:\|[^>]*)?>\s*(.*)$/u.exec(text.trim())
      if (mention !== null) {
        const found = await mentioned(mention[1] ?? '')
        // "@Jasmine Sample", typed out, arrives as a mention of @jasmine and the rest of the name.
        const rest = plain(mention[2] ?? '')
        return found.filter((member) => namesOf(member).some((name) => plain(name).includes(rest)))
      }
      const wanted = plain(text.trim().replace(/^[@＠]/u, ''))
      return (await store.members.all()).filter((member) =>
        namesOf(member).some((name) => plain(name) === wanted),
      )
    },

    /** The organisation that a person means by its name or id. */
    async organisationCalled(text: string): Promise<Organisation | undefined> {
      const wanted = plain(text)
      return (await store.organisations.all()).find(({ id, names }) =>
        [id, names.zh, names.en].some((name) => name !== undefined && plain(name) === wanted),
      )
    },

    /** Remembers who of Slack's users is whom, by e-mail, and in which zone they live by Slack. */
    async linkUsers(users: readonly SlackUser[]): Promise<void> {
      const all = await store.members.all()
      const taken = new Set(all.map((member) => member.slackId))
      for (const { slackId, email, zone } of users) {
        const linked = all.find((candidate) => candidate.slackId === slackId)
        const known = linked ?? all.find((candidate) => email !== undefined && same(candidate.email, email))
        if (
          known === undefined ||
          (linked === undefined && (known.slackId !== undefined || taken.has(slackId)))
        )
          continue
        if (linked === undefined) await store.members.linkSlack(known.id, slackId)
        if (zone !== undefined && zone !== known.slackZone) await store.members.setSlackZone(known.id, zone)
      }
    },
  }
}

function namesOf(member: Member): string[] {
  const { names, id, email, slackId } = member
  return [names.zh, names.en, id, email, slackId].filter((name) => name !== undefined)
}

function plain(name: string): string {
  return name
    .normalize('NFKC')
    .replace(/[\s·•.’'-]+/gu, '')
    .toLowerCase()
}

function same(a: string | undefined, b: string): boolean {
  return a !== undefined && a.toLowerCase() === b.toLowerCase()
}
