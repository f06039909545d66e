import type { Context } from '../context.ts'
import { createFinder, type Finder } from '../finding/finder.ts'
import type { Organisation } from '../member/rules.ts'
import { stageSystem } from '../stage/system.ts'
import type { WorkingGroup } from '../working-group/rules.ts'
import { type Completer, completer } from './completion.ts'
import { type LinkFinder, linkFinder, linkMeaning } from './links.ts'
import type { Standard, TwinRelation } from './rules.ts'

export type Standards = ReturnType<typeof standards>

/** All that the status card tells. */
export type StandardCard = {
  standard: Standard
  group?: WorkingGroup
  lead?: Organisation
  /** `standard` where the twin is on record too. */
  twins: { designation: string; relation: TwinRelation; standard?: Standard }[]
  /** The designations on record that replace it. */
  replacedBy: string[]
  /** The person asked by another name than its present one: a former one, or that of an edition it replaced. */
  askedByFormerName: boolean
}

export type Finding =
  | { kind: 'one'; card: StandardCard }
  /** The likeliest of `total` that match. */
  | { kind: 'many'; standards: Standard[]; total: number }
  | { kind: 'none'; guesses: Standard[] }

/** Standards and projects as people ask for them: by any name they bear or bore, or by words of the title. */
export function standards({ store }: Pick<Context, 'store'>) {
  let lookups: { version: number; byLink: LinkFinder; complete: Completer } | undefined
  let index: { version: number; finder: Finder; byId: Map<string, Standard> } | undefined

  /** Built again only when a standard has changed: a member waits for the answer. */
  async function current() {
    const version = await store.standards.version()
    if (index?.version === version) return index
    const all = await store.standards.all()
    const present = new Set(all.map(({ designation }) => designation))
    const finder = createFinder(
      all.map((standard) => ({
        id: standard.id,
        // An edition that is not on record itself leads to the one that replaced it.
        names: [
          standard.designation,
          ...standard.otherNames,
          ...standard.replaces.filter((name) => !present.has(name)),
        ],
        titles: [standard.titles.zh, standard.titles.en].filter((title) => title !== undefined),
        stageRank: stageSystem(standard.stages).rank(standard.stage),
      })),
    )
    index = { version, finder, byId: new Map(all.map((standard) => [standard.id, standard])) }
    return index
  }

  /** Built when first needed, since most questions do without. */
  async function looking() {
    const { version, byId } = await current()
    if (lookups?.version === version) return lookups
    lookups = { version, byLink: linkFinder(byId.values()), complete: completer(byId.values()) }
    return lookups
  }

  async function card(standard: Standard, askedByFormerName: boolean): Promise<StandardCard> {
    const { finder, byId } = await current()
    const group = (await store.groups.all()).find(({ code }) => code === standard.group)
    const lead = (await store.organisations.all()).find(({ id }) => id === standard.lead)
    const twins = standard.twins.map(({ designation, relation }) => {
      const found = finder.find(designation)
      const twin = found.kind === 'one' ? byId.get(found.id) : undefined
      return { designation, relation, ...(twin !== undefined && { standard: twin }) }
    })
    const replacedBy = [...byId.values()].flatMap(({ designation, replaces }) =>
      replaces.includes(standard.designation) ? [designation] : [],
    )
    return { standard, ...(group && { group }), ...(lead && { lead }), twins, replacedBy, askedByFormerName }
  }

  return {
    all: () => store.standards.all(),

    /** What a person means by a designation in any spelling, or by words of a title. */
    async find(query: string): Promise<Finding> {
      const { finder, byId } = await current()
      const known = (ids: readonly string[]) => ids.flatMap((id) => byId.get(id) ?? [])
      const found = finder.find(query)
      if (found.kind === 'many') return { kind: 'many', standards: known(found.ids), total: found.total }
      if (found.kind === 'none') return { kind: 'none', guesses: known(found.guesses) }
      const standard = byId.get(found.id)
      if (standard === undefined) return { kind: 'none', guesses: [] }
      return { kind: 'one', card: await card(standard, found.asked === 'former-name') }
    },

    /** The card of the text that the page behind a link is about; undefined where it is none on record. */
    async byLink(link: string): Promise<StandardCard | undefined> {
      const meaning = linkMeaning(link)
      if (meaning?.kind !== 'name') {
        const standard = meaning && (await looking()).byLink(meaning)
        return standard && card(standard, false)
      }
      const { finder, byId } = await current()
      const found = finder.find(meaning.name)
      // Words of a title prove nothing about a page.
      if (found.kind !== 'one' || found.asked === 'title') return undefined
      const standard = byId.get(found.id)
      return standard && card(standard, found.asked === 'former-name')
    },

    /** What somebody may mean who has typed so much of a name, a number or a title; the likeliest of them first. */
    async complete(typed: string, most: number): Promise<Standard[]> {
      const begun = (await looking()).complete(typed, most)
      if (begun.length >= most) return begun
      const { finder, byId } = await current()
      const found = finder.find(typed)
      const ids =
        found.kind === 'one'
          ? [found.id]
          : found.kind === 'many'
            ? found.ids
            : begun.length > 0
              ? []
              : found.guesses
      return [...new Set([...begun, ...ids.flatMap((id) => byId.get(id) ?? [])])].slice(0, most)
    },

    /** The card of the standard with this id; undefined where it is gone. */
    async card(id: string): Promise<StandardCard | undefined> {
      const standard = await store.standards.byId(id)
      return standard === undefined ? undefined : card(standard, false)
    },
  }
}
