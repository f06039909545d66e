import { inflections } from '../../src/contract/inflections.ts'
import { editDistance } from '../../src/domain/finding/edit-distance.ts'
import { nearestOf } from '../../src/domain/finding/nearest.ts'

/** What is said not to be done, so far as it is known, and whether it can't be rather than isn't or won't be. */
export type Negated = { verb?: string; isUnable: boolean }

/** Whether a word turns a verb into its opposite: `not`, `don't`, `不`; of Chinese a part of it does. */
export function denies(word: string): boolean {
  return negation.test(word) || /[不未没沒无無别勿]/u.test(word)
}

/** Words that turn the verb behind them, or before them, into its opposite. `t` is what is left of `don't` without its mark. */
const negation =
  /^(?:not|never|no|cannot|unable|without|hardly|[a-z]+n['’]t|(?:do|ca|wo|is|ai|did|does|could|would|has|have)nt)$/iu
const inability =
  /(?:^|\s)(?:cannot|can\s+not|can['’]?t|could\s+not|couldn['’]?t|unable|not\s+able)(?!\p{L})/iu
/** What has not been so far may still be: nobody who says that it is not done yet refuses it. */
const soFar = /(?:^|\s)(?:yet|(?:is|are|was|has|have|had|did)\s*n(?:o|['’]?)t)(?!\p{L})/iu
/** A verb with one of these before it. */
const prefix = /^(?:un|dis|non-?|in|mis|not-?)(?=\p{L}{3})/iu

/** What denies a verb in Chinese, puts it off or makes it hard, before the verb or behind it (`完成不了`). */
const zhNegation = /[不未没沒无無别勿莫非难難拒待缓停]/gu
const zhInability = /无法|無法|没法|没办法|不能|难以|不了|不到|不成|没有能力/u
const zhSoFar = /[未没沒待](?![法办])/u

/**
 * What a text of a few words denies: `won't accept`, `not done`, `undone`, `不撤销`, `完成不了`. A word that is itself one of
 * `verbs` (`不同意`), or a slip of one that denies as much, denies nothing. Undefined for any such text.
 */
export function negatedVerb(text: string, verbs: readonly string[]): Negated | undefined {
  const words = text.toLowerCase().split(/\s+/u)
  const spelled = new Map(verbs.flatMap((verb) => [verb, ...inflections(verb)].map((form) => [form, verb])))
  if (spelled.has(words.join(' '))) return undefined
  return /\p{Script=Han}/u.test(text)
    ? negatedChinese(words.join(''), spelled)
    : negatedEnglish(words, spelled)
}

function negatedEnglish(words: readonly string[], spelled: ReadonlyMap<string, string>): Negated | undefined {
  const text = words.join(' ')
  const forms = [...spelled.keys()]
  const known = (word: string) => (word === 'do' ? 'done' : spelled.get(nearestOf(word, forms) ?? ''))
  if (words.some((word) => negation.test(word))) {
    const others = words.filter((word) => word.length > 3 || word === 'do')
    const found = others
      .filter((word) => !negation.test(word))
      .map((word) => spelled.get(word) ?? known(word))
    const verb = soFar.test(text) ? undefined : found.findLast((one) => one !== undefined)
    return { ...(verb !== undefined && { verb }), isUnable: inability.test(text) }
  }
  const [word = ''] = words
  const denied = prefix.exec(word)?.[0]
  if (words.length > 1 || denied === undefined) return undefined
  const rest = word.slice(denied.length)
  const most = Math.max(1, Math.floor(rest.length / 3))
  // The end of another word, as of `update`, is no verb.
  const form = spelled.has(rest) ? rest : forms.find((one) => editDistance(rest, one, most) <= most)
  const stem = form === undefined ? undefined : spelled.get(form)
  if (stem === undefined || nearestOf(word, forms)?.startsWith(denied)) return undefined
  return { ...(isPast(word) ? {} : { verb: stem }), isUnable: false }
}

function negatedChinese(word: string, spelled: ReadonlyMap<string, string>): Negated | undefined {
  const forms = [...spelled.keys()].filter((form) => /\p{Script=Han}/u.test(form))
  const denials = denialsOf(word)
  if (denials === '' || denialsOf(nearestOf(word, forms) ?? '') === denials) return undefined
  const form = forms.filter((one) => word.includes(one)).sort((a, b) => b.length - a.length)[0]
  const isUnable = zhInability.test(word)
  const verb = form === undefined || (zhSoFar.test(word) && !isUnable) ? undefined : spelled.get(form)
  return { ...(verb !== undefined && { verb }), isUnable }
}

function denialsOf(word: string): string {
  return (word.match(zhNegation) ?? []).join('')
}

/** `unaccepted` tells how something stands, and not what is wanted. */
function isPast(word: string): boolean {
  return word.endsWith('ed') || word.endsWith('done')
}
