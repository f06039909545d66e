import { typed } from '../submissions/given.ts'
import { looksNamed } from './assignments-query.ts'

/** The short name that a text begins with, those that are joined to it before any other word, and what follows them. */
export type NamesBehind = { first: string; further: string[]; rest: string }

/** How a name is joined to the one before it. */
type Joined = 'listing' | 'joined' | 'loose'

const name = looksNamed.source.slice(1)
/** Words and marks that make a list, whatever is said of it, and a span from one name to another. */
const listing = String.raw`(?:\s*[,，;；]?\s*(?:and|plus|as\s+well\s+as|以及|或|to|through|thru)\s+|\s*(?:[、&＆+＋/／~～–—]|以?及)\s*|\s*[至到]\s*(?=${name}))`
/** Between two names a list; but `与wg8-03重复` is said of the first alone. */
const joined = String.raw`\s*[与和跟同]\s*`
/** A blank, a line's end or a mark: the name may begin a sentence. */
const loose = String.raw`\s*[,，;；]\s*|\s+`
const link = new RegExp(`^(?<listing>${listing})|^(?<joined>${joined})|^(?<loose>${loose})`, 'iu')
const whole = new RegExp(`^${name}`, 'iu')
/** `wg8-01, 03`: the end of a name like the one before it; a number before another word is one of something. */
const shortened = /^0\d{1,3}(?=\s*(?:$|[,，、;；&+/]|and(?!\p{L})|because(?!\p{L})|因|https?:))/iu

/** Chinese goes on without a blank: what follows is said of that name, unless it is said of them all. */
const saidOfOne = /^\p{Script=Han}/u
const saidOfAll =
  /^(?:都|均|皆|也|全部|一起|一并|同时|两[项个]|三[项个]|因|由于|理由|原因|给|至|到|于|从|等|被)/u
/** A verb of one alone, or an auxiliary: with that the name begins a sentence, of which it is the subject. */
const tellsOfOne =
  /^(?:already\s+|now\s+|still\s+|never\s+|only\s+|also\s+)?(?:is|isn['’]t|was|wasn['’]t|has|hasn['’]t|had|does|doesn['’]t|did|didn['’]t|will|won['’]t|would|can|can['’]?t|cannot|could|may|might|must|should|came|comes|got|took|made|needs?|(?!(?:minutes|comments|notes|results|reports|slides|tables|documents|files|texts|drafts|versions|parts)(?![a-z]))[a-z]+[^s\W]s)(?![\p{L}\d:])/iu

/**
 * The short names right behind the first: `wg8-01 and wg8-08`, `wg8-08、wg8-02`, `wg8-04, wg8-03 because …`. A name in a
 * sentence of its own is none of them: `wg8-01 waits for wg8-03`, `wg8-04 wg8-03 covers it`, `wg8-04 与wg8-03重复`. Whether
 * there are assignments of these names is not known here.
 */
export function namesBehind(text: string): NamesBehind {
  const plain = typed(text).normalize('NFKC')
  const first = whole.exec(plain)?.[0]
  if (first === undefined) return { first: '', further: [], rest: plain }
  const found: { name: string; how: Joined; from: string }[] = []
  let rest = plain.slice(first.length)
  for (;;) {
    const join = link.exec(rest)
    if (join === null) break
    const behind = rest.slice(join[0].length)
    const next = whole.exec(behind)?.[0] ?? shortened.exec(behind)?.[0]
    if (next === undefined) break
    const { listing, joined } = join.groups ?? {}
    const how = listing !== undefined ? 'listing' : joined !== undefined ? 'joined' : 'loose'
    found.push({ name: inFull(next, first), how, from: rest })
    rest = behind.slice(next.length)
  }
  const last = found.at(-1)
  if (last !== undefined && isMentioned(last.how, rest)) {
    found.pop()
    rest = last.from
  }
  return { first, further: found.map(({ name }) => name), rest: rest.replace(/^[\s,，、;；:：]+/u, '') }
}

/** Whether the last name is said of the one before it, or something of that name alone. */
function isMentioned(how: Joined, rest: string): boolean {
  if (how === 'listing') return false
  if (saidOfOne.test(rest)) return !saidOfAll.test(rest)
  return how === 'loose' && tellsOfOne.test(rest.trimStart())
}

/** `wg8-03` for the `03` behind `wg8-01`. */
function inFull(name: string, first: string): string {
  return /^\d/u.test(name) ? first.replace(/\d+$/u, name) : name
}
