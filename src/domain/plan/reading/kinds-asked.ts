import type { WorkKind } from '../../work/kind.ts'
import { isAttributeOf, isOneName } from './attributes.ts'
import { gapsOf, type Lookup, lookup, type Match, matchesIn, spanOf, surestOf } from './phrases.ts'
import { overlap, type PrintedText, type Span } from './printed-text.ts'
import { standardsMade } from './standards-made.ts'
import { standardsNamed, titlesOfOthers } from './standards-named.ts'

/** Words that ask for a kind of work, or that only sound like it. */
type Sound = { kind: WorkKind; isAsked: boolean }

/** Made ready once for each list of kinds, since a plan's points are read one by one. */
const ready = new WeakMap<readonly WorkKind[], Lookup<Sound>>()

/** Work of a kind, where a text asks for it. */
export type KindAsked = Match<WorkKind>

/** The kinds of work that a text asks for, each where it does so, in the order of the text. */
export function kindsAsked(text: PrintedText, kinds: readonly WorkKind[]): KindAsked[] {
  const named = standardsNamed(text.folded)
  // The title of a standard says what that is about, even where it is to be written.
  const cited = [...titlesCited(text.folded), ...named.filter(({ from }) => text.folded[from] === '《')]
  const others = titlesOfOthers(text.folded)
  const sounds = matchesIn(text, lookupOf(kinds)).filter(
    ({ value: { kind }, parts }) =>
      !parts.some(
        (part) =>
          cited.some((title) => overlap(part, title)) ||
          (kind.makesStandard === true && others.some((title) => overlap(part, title))),
      ),
  )
  const onlySound = sounds.filter(({ value }) => !value.isAsked)
  const asked = sounds
    .filter((match) => match.value.isAsked && !onlySound.some((other) => holds(other, match)))
    .map(({ value, parts }) => ({ value: value.kind, parts }))
  const made = standardsMade(text.folded, named)
  for (const kind of kinds)
    if (kind.makesStandard) asked.push(...made.map((parts) => ({ value: kind, parts })))
  const chosen = surestOf(
    asked.filter((match) => !isCutBack(text.folded, match)),
    (match, others) => !crosses(text.folded, match, others),
  )
  return chosen.filter((match) => !chosen.some((head) => isAttributeOf(text.folded, match, head)))
}

function lookupOf(kinds: readonly WorkKind[]): Lookup<Sound> {
  const known = ready.get(kinds)
  if (known !== undefined) return known
  const made = lookup<Sound>(
    kinds.flatMap((kind) => [
      [{ kind, isAsked: true }, kind.words] as const,
      ...(kind.notWords === undefined ? [] : [[{ kind, isAsked: false }, kind.notWords] as const]),
    ]),
  )
  ready.set(kinds, made)
  return made
}

/** Whether words are a part of longer ones that do not ask for this kind: `media` in `storage media`. */
function holds(onlySounds: Match<Sound>, match: Match<Sound>): boolean {
  if (onlySounds.value.kind !== match.value.kind) return false
  return match.parts.some((part) =>
    onlySounds.parts.some((other) => overlap(other, part) && other.to - other.from >= part.to - part.from),
  )
}

/**
 * Words that stand around work of another kind belong to that (`develop a roadmap for standards`), unless it is no more
 * than the name of what is made.
 */
function crosses(folded: string, match: KindAsked, others: readonly KindAsked[]): boolean {
  if (isOneName(folded, match)) return false
  return gapsOf(match).some((gap) =>
    others.some(({ value, parts }) => value !== match.value && parts.some((part) => overlap(part, gap))),
  )
}

const cutBack =
  /(?:减少|取消|停止|停办|暂停|压减|精简|避免|不再|不得(?!少于|低于)|不准|不许|严禁|禁止|杜绝|无需|不急于|不宜)[^,，。;；:：]{0,12}$|\b(?:reduc(?:e|ing)|cancel(?:l?ing)?|stop(?:ping)?|discontinu(?:e|ing)|avoid(?:ing)?|abolish(?:ing)?|no longer|(?:do|does|shall|should|must|will|may|is to|are to|need) not(?! (?:only|just|forget|fail|neglect|hesitate|delay|postpone)\b)|refrain(?:ing)? from|(?<!\b(?:no|not) )(?:fewer|less)(?! than))(?: (?!and\b)[^\s,.;:]+){0,6} $/i

/** Whether a sentence wants less of it, or none: `减少培训次数`, `严禁…培训`, `Cancel the printed white paper`. */
function isCutBack(folded: string, match: KindAsked): boolean {
  return cutBack.test(folded.slice(Math.max(0, spanOf(match).from - 60), spanOf(match).from))
}

const writing =
  /(?:编制|编写|编印|撰写|起草|制定|制订|修订|制修订|研制|发布|出版|印发|形成|完成|推出|出台|研究)(?:了|并)?$/

/** The titles of documents that are only named; one that is to be written may well say what is asked for. */
function titlesCited(folded: string): Span[] {
  return [...folded.matchAll(/《[^《》]*》/g)]
    .filter(({ index }) => !writing.test(folded.slice(Math.max(0, index - 6), index)))
    .map(({ 0: title, index }) => ({ from: index, to: index + title.length }))
}
