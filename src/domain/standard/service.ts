import { type Day, dayIn } from '../calendar/day.ts'
import { clocks, type Running, runningOf } from '../clock/service.ts'
import type { Committee } from '../committee/rules.ts'
import type { Context } from '../context.ts'
import { designationInText, printDesignation } from '../designation/rules.ts'
import { type Asked, type Found, pageSize } from '../finding/found.ts'
import { type Relations, relationsOf } from '../finding/relations.ts'
import type { Names } from '../language/rules.ts'
import type { Member, Organisation } from '../member/rules.ts'
import type { Twin } from '../twin/links.ts'
import type { WorkingGroup } from '../working-group/rules.ts'
import { type Current, indexOfStandards } from './index-of-standards.ts'
import { kept } from './kept.ts'
import { linkMeaning } from './links.ts'
import { type ListPage, listStandards, topicsOf } from './list.ts'
import type { ListQuery } from './list-query.ts'
import { lookupsOf } from './lookups.ts'
import type { Standard } from './rules.ts'

export type Standards = ReturnType<typeof standards>

/** All that the status card tells. */
export type StandardCard = {
  standard: Standard
  group?: WorkingGroup
  lead?: Organisation
  /** The names of the member who recorded it last, where its source is one on record. */
  recordedBy?: Names
  /** What it rests on and what rests on it, at home and abroad. */
  twins: readonly Twin[]
  relations: Relations
  /** By what the person asked, where it is not its present name. */
  asked?: { how: Exclude<Asked, 'present-name' | 'title'>; name: string }
  /** Its clocks and its outlook today; absent where the card is made of the record alone. */
  running?: Running
}

/** What a person may mean; `unknown` are the names among several that are not on record. */
export type Finding =
  | { kind: 'one'; card: StandardCard; unknown: readonly string[] }
  /** One page of `total`; `from` of them are on the pages before it. */
  | { kind: 'many'; standards: Standard[]; total: number; from: number; unknown: readonly string[] }
  | { kind: 'none'; guesses: Standard[] }

/** `today` decides which edition is in force, `from` where a page begins. */
export type FindingOptions = { today?: Day; from?: number }

/** Standards and projects as people ask for them: by any name they bear or bore, or by words of the title. */
export function standards({
  store,
  now,
  breathe,
  twins,
}: Pick<Context, 'store' | 'now' | 'breathe' | 'twins'>) {
  const founds = kept<Found>()
  const cards = kept<StandardCard>()
  const running = clocks({ store, now, breathe })
  const current = indexOfStandards({ store, breathe })
  const lookups = lookupsOf(current, breathe)

  /** People ask for the same few again and again. */
  async function find({ finder, version }: Current, query: string, today: Day, from = 0): Promise<Found> {
    const committee = await store.committee.get()
    return founds.get(`${today} ${from} ${query}`, [version, committee], () =>
      finder.find(query, { today, from, committeeNames: namesOf(committee) }),
    )
  }

  async function card(
    { finder, version }: Current,
    standard: Standard,
    today: Day,
    asked?: StandardCard['asked'],
  ): Promise<StandardCard> {
    const all = () => finder.catalogue.all().map((record) => record.standard)
    const group = standard.group === undefined ? undefined : await store.groups.byCode(standard.group)
    const lead = (await store.organisations.all()).find(({ id }) => id === standard.lead)
    const recordedBy = memberCalled(standard.source, await store.members.all())
    const links = await twins.current(store)
    const reading = await running.reading(group, { version, standards: all })
    const facts = [standard, version, today, group, lead, recordedBy, links, ...Object.values(reading)]
    const card = cards.get(`${standard.id} ${today}`, facts, () => {
      const record = finder.catalogue.byId(standard.id)
      return {
        standard,
        ...(group && { group }),
        ...(lead && { lead }),
        ...(recordedBy && { recordedBy }),
        twins: links.of(standard.id),
        relations: record === undefined ? alone(standard) : relationsOf(finder.catalogue, record, today),
        running: runningOf(standard, reading),
      }
    })
    return asked === undefined ? card : { ...card, asked }
  }

  return {
    all: () => store.standards.all(),

    /** What a person means by a designation in any spelling, or by words of a title. */
    async find(query: string, options: FindingOptions = {}): Promise<Finding> {
      const { today = dayIn('UTC', now()), from = 0 } = options
      const at = await current()
      const { finder } = at
      const found = await find(at, query, today, from)
      const known = (ids: readonly string[]) => ids.flatMap((id) => finder.catalogue.byId(id)?.standard ?? [])
      if (found.kind === 'many')
        return {
          kind: 'many',
          standards: known(found.ids),
          total: found.total,
          from,
          unknown: found.unknown ?? [],
        }
      if (found.kind === 'none') return { kind: 'none', guesses: known(found.guesses) }
      const [standard] = known([found.id])
      if (standard === undefined) return { kind: 'none', guesses: [] }
      const how = found.asked
      const asked =
        how === 'present-name' || how === 'title' ? undefined : { how, name: found.name ?? nameAsked(query) }
      return { kind: 'one', card: await card(at, standard, today, asked), unknown: found.unknown ?? [] }
    },

    /** The card of the text that the page behind a link is about; undefined where it is none on record. */
    async byLink(link: string, today: Day = dayIn('UTC', now())): Promise<StandardCard | undefined> {
      const meaning = linkMeaning(link)
      if (meaning?.kind !== 'name') {
        const standard = meaning && (await lookups()).byLink(meaning)
        return standard && card(await current(), standard, today)
      }
      const at = await current()
      const found = await find(at, meaning.name, today)
      // Words of a title prove nothing about a page.
      if (found.kind !== 'one' || found.asked === 'title') return undefined
      const standard = at.finder.catalogue.byId(found.id)?.standard
      return standard && card(at, standard, today)
    },

    /** What somebody may mean who has typed so much of a name, a number or a title; the likeliest of them first. */
    async complete(typed: string, most: number): Promise<Standard[]> {
      const begun = (await lookups()).complete(typed, most)
      if (begun.length >= most) return begun
      const at = await current()
      const { finder } = at
      const found = await find(at, typed, dayIn('UTC', now()))
      const guessed = found.kind === 'none' && begun.length === 0 ? found.guesses : []
      const ids = found.kind === 'one' ? [found.id] : found.kind === 'many' ? found.ids : guessed
      const meant = ids.flatMap((id) => finder.catalogue.byId(id)?.standard ?? [])
      return [...new Set([...begun, ...meant])].slice(0, most)
    },

    /** The card of the standard with this id; undefined where it is gone. */
    async card(id: string, today: Day = dayIn('UTC', now())): Promise<StandardCard | undefined> {
      const at = await current()
      const standard = at.finder.catalogue.byId(id)?.standard
      return standard === undefined ? undefined : card(at, standard, today)
    },

    /** Tells of some ids' projects the records that speak for them now, each once; ids that are not on record are left out. */
    async presentRecords(): Promise<(ids: readonly string[]) => Standard[]> {
      const { catalogue } = (await current()).finder
      return (ids) => {
        const records = ids.flatMap((id) => catalogue.byId(id) ?? [])
        return [...new Set(records.map((record) => catalogue.projectOf(record).current.standard))]
      }
    },

    /** One page of the standards that a query is about, with how they spread over the stages. */
    async list(query: ListQuery, today: Day, from = 0): Promise<ListPage> {
      const { finder } = await current()
      return listStandards(finder, query, {
        today,
        from,
        most: pageSize,
        committeeNames: namesOf(await store.committee.get()),
      })
    },

    /** Reads what is on record before the first question comes, which would have to wait for it: seconds, at 100,000. */
    async warm(): Promise<void> {
      await Promise.all([current(), twins.current(store)])
    },

    /** The topics of what is on record. */
    async topics(): Promise<string[]> {
      return topicsOf((await current()).finder)
    },
  }
}

/** Who is called so in either language; nobody where several are, for their other names may differ. */
function memberCalled(name: string, members: readonly Member[]): Names | undefined {
  const [found, ...others] = members.filter(({ names }) => names.zh === name || names.en === name)
  return others.length === 0 ? found?.names : undefined
}

/** All that a committee is and was called. */
function namesOf(committee: Committee | undefined): string[] {
  if (committee === undefined) return []
  const { names, shortNames, formerNames } = committee
  return [names.zh, names.en, shortNames?.zh, shortNames?.en, ...formerNames].filter(
    (name) => name !== undefined,
  )
}

/** What is tied to a record that the index has not taken in yet. */
function alone({ otherNames, replaces }: Standard): Relations {
  return {
    otherNames,
    replaces,
    editions: [],
    supersededBy: [],
    toBeSupersededBy: [],
    supplements: [],
    parts: undefined,
  }
}

/** The name in what a person typed, as it is printed. */
function nameAsked(query: string): string {
  const mentioned = designationInText(query)
  return mentioned?.kind === 'designation' ? printDesignation(mentioned.designation) : query
}
