import { type Designation, designationInText, type Parsed, parseDesignation } from '../designation/rules.ts'
import { catalogue } from './catalogue.ts'
import { type Asked, type FinderEntry, type Found, mostGuessed, mostOffered } from './entry.ts'
import { compactTitle, foldTitle } from './fold-title.ts'
import { nameIndex } from './name-index.ts'
import { draftMark, type NamedText } from './named-text.ts'
import { nearNames } from './near-names.ts'
import { titleFinder } from './title-finder.ts'

export type { Asked, FinderEntry, Found } from './entry.ts'

export type Finder = { find(query: string): Found }

/**
 * A finder over these entries. It is built once for a list and does not change; `find` takes whatever a person typed:
 * a designation in any spelling, dated or not, a number, a title, or words of one in Chinese or English, misspelt too.
 * It never throws.
 */
export function createFinder(entries: readonly FinderEntry[]): Finder {
  const all = catalogue(entries)
  const names = nameIndex(all.texts)
  const titles = titleFinder(all, names)

  function byWholeName(query: string): Found | undefined {
    const bearers = all.worded(compactTitle(foldTitle(query)))
    const present = bearers.some((one) => one.present)
    const named = bearers.filter((one) => one.present === present).map(({ entry }) => entry)
    if (named.length > 0) return answer(all.withoutOlder(named), present ? 'present-name' : 'former-name')
    const titled = titles.whole(query)
    return titled.length > 0 ? answer(titled, 'title') : undefined
  }

  function byDesignation(parsed: Exclude<Parsed, { kind: 'words' }>): Found {
    const asked = parsed.kind === 'designation' ? parsed.designation : undefined
    const found = asked === undefined && parsed.kind === 'ambiguous' ? names.resolveAmbiguous(parsed) : []
    if (asked !== undefined) found.push(...names.resolve(asked))
    if (found.length > 0) return answerNames(found, asked)
    const titled = parsed.rest === '' ? [] : titles.byWords(parsed.rest).found
    return none([...titled, ...near(asked ?? (parsed.kind === 'ambiguous' ? parsed.readings[0] : undefined))])
  }

  function byWords(query: string): Found {
    const mentioned = designationInText(query)
    const asked = mentioned?.kind === 'designation' ? mentioned.designation : undefined
    const meant = asked === undefined ? [] : names.resolve(asked)
    if (meant.length > 0) return answerNames(meant, asked)
    const { found, near: similar } = titles.byWords(query)
    return found.length > 0 ? answer(found, 'title') : none([...near(asked), ...similar])
  }

  function near(asked: Designation | undefined): FinderEntry[] {
    return asked === undefined ? [] : nearNames(all.texts, asked).map(({ entry }) => entry)
  }

  return {
    find(query) {
      if (foldTitle(query) === '') return none([])
      const whole = byWholeName(query)
      if (whole !== undefined) return whole
      const parsed = parseDesignation(query)
      return parsed.kind === 'words' ? byWords(query) : byDesignation(parsed)
    },
  }
}

/** An older draft's name is a former name, even where nobody has recorded it. */
function answerNames(found: readonly NamedText[], asked: Designation | undefined): Found {
  const [first] = found
  const mark = asked === undefined ? '' : draftMark(asked)
  const isPresent = first?.present && (mark === '' || mark === draftMark(first.designation))
  return answer([...new Set(found.map(({ entry }) => entry))], isPresent ? 'present-name' : 'former-name')
}

function answer(found: readonly FinderEntry[], asked: Asked): Found {
  const [first] = found
  if (first === undefined) return none([])
  if (found.length === 1) return { kind: 'one', id: first.id, asked }
  return { kind: 'many', ids: found.slice(0, mostOffered).map(({ id }) => id), total: found.length }
}

function none(guesses: readonly FinderEntry[]): Found {
  return { kind: 'none', guesses: [...new Set(guesses)].slice(0, mostGuessed).map(({ id }) => id) }
}
