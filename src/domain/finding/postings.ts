/** The places at which terms stand. Adding and taking away cost no more than the length of one list. */
export type Postings = {
  /** Whether the term is new. */
  add(term: string, place: number): boolean
  remove(term: string, place: number): void
  count(term: string): number
  /** Calls with each place, in no order. */
  each(term: string, visit: (place: number) => void): void
}

type List = { places: Uint32Array; length: number }

const firstLength = 4

/** Empty postings. */
export function createPostings(): Postings {
  const lists = new Map<string, List>()
  return {
    add(term, place) {
      const list = lists.get(term)
      if (list === undefined) {
        const places = new Uint32Array(firstLength)
        places[0] = place
        lists.set(term, { places, length: 1 })
        return true
      }
      if (list.length === list.places.length) {
        const longer = new Uint32Array(list.length * 2)
        longer.set(list.places)
        list.places = longer
      }
      list.places[list.length++] = place
      return false
    },
    remove(term, place) {
      const list = lists.get(term)
      const at = list?.places.indexOf(place) ?? -1
      if (list === undefined || at < 0 || at >= list.length) return
      list.length--
      list.places[at] = list.places[list.length] ?? 0
    },
    count: (term) => lists.get(term)?.length ?? 0,
    each(term, visit) {
      const list = lists.get(term)
      if (list === undefined) return
      for (let at = 0; at < list.length; at++) visit(list.places[at] ?? 0)
    },
  }
}
