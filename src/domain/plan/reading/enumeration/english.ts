import { overlap, type Span } from '../printed-text.ts'
import { elementsOf, trimmed } from './elements.ts'

/** What comes before a list of subjects. */
const marker =
  /\b(?:including(?: but not limited to)?|such as|namely)[ :]+|\b(?:areas?|fields?|topics?|subjects?|domains?)(?: (?:are|include|includes|covered|concerned))?: *|\b(?:areas|fields|topics|subjects|domains) include |\bin the (?:areas|fields) of |\b(?:areas|fields|domains|topics) (?=\()/gi
/** A heading of its own, where what follows is said to be a part of more: `Data security: a, b, etc.` */
const heading = /^[^.,;:()]{2,60}(?:\([^()]*\))?: (?=.*,.*\betc\b)/i
/** Before the marker: these are no subjects but ways of work, or people. */
const noSubjects =
  /\b(?:channels?|measures?|forms?|ways?|means|methods?|members?|organi[sz]ations?|bodies|stakeholders?|regulators?|partners?|participants?|parties|events?|activities|departments|countries|languages|experts?)\b[^,.;:]{0,30},? ?$/i

const mostWords = 8
const leading =
  /^(?:[\s"'“”(,]+|(?:and|or|as well as|also|the|a|an|both|those|other|in particular|especially|the areas? of|the fields? of)\b ?)/i
const trailing = /(?:[\s"'“”),:]+|\betc\.?|\band so on|\band others|\b(?:standards?|areas?|fields?))$/i
/** A list ends where the sentence goes on with its verb; a clause of its own ends an element alone. */
const mainVerb =
  /(?:^|\s)(?:should|shall|will|would|must|may|might|can|could|are|is|be|were|was|has|have|to)(?:\s|$)/i
const ownClause = /(?:^|\s)(?:that|which|who|whose|where|when|so|in order|through|via|by)\s/i

const verbFirst =
  /^(?:\w+ing (?:the|a|an|of|more|new|our|all)\b|(?:accelerat|adopt|build|carry|complet|conduct|coordinat|creat|deepen|develop|draft|enhanc|ensur|establish|expand|formulat|giv|hold|host|implement|improv|increas|intensif|keep|launch|maintain|mak|optimi[sz]|organi[sz]|participat|prepar|promot|propos|provid|publish|recruit|revis|set|strengthen|submit|support|tak|upgrad|us)(?:e|ing|y|ying|es|s|ed)?\b)/i
/** People, wrappings of work and parts of documents, which no work is about. */
const noTopic =
  /\b(?:members?|enterprises?|compan(?:y|ies)|universit(?:y|ies)|institut(?:e|es|ions?)|experts?|regulators?|authorit(?:y|ies)|stakeholders?|ministr(?:y|ies)|academia|governments?|agenc(?:y|ies)|departments?|associations?|colleges?|others?|channels?|measures?|formats?|it|this|these|them|more|standards?|reports?|articles?|posters?|lectures?|videos?|meetings?|conferences?|events?|activities|annex(?:es)?|appendi(?:x|ces)|templates?|minutes)$/i

/** The elements of the lists of subjects in an English text; a list of works, like trainings, has none. */
export function englishLists(folded: string, whole: readonly Span[], works: readonly Span[]): Span[] {
  const head = heading.exec(folded)
  const markers = [...folded.matchAll(marker), ...(head === null ? [] : [head])]
  return markers.flatMap(({ 0: words, index }) => {
    const isExample = /^(?:including|such|namely)/i.test(words)
    if (isExample && noSubjects.test(folded.slice(Math.max(0, index - 60), index))) return []
    const subjects = listFrom(folded, index + words.length, whole)
    return subjects.some((subject) => works.some((work) => overlap(subject, work))) ? [] : subjects
  })
}

function listFrom(folded: string, from: number, whole: readonly Span[]): Span[] {
  const rest = folded.slice(from)
  const end = rest.startsWith('(') ? rest.search(/\)|$/) : rest.search(/[.!?](?=\s|$)|[。；]|$/)
  const list = { from, to: from + end }
  const elements = lastWithAnd(folded, elementsOf(folded, list, /[,;、]/g, whole))
  const last = elements.pop()
  if (last !== undefined) elements.push(...elementsOf(folded, last, / (?:and|or|as well as) /gi, whole))
  const subjects: Span[] = []
  for (const element of elements) {
    const words = folded.slice(element.from, element.to)
    const clause = words.search(ownClause)
    const verb = words.search(mainVerb)
    const cuts = [clause, verb].filter((at) => at >= 0)
    const to = element.from + Math.min(words.length, ...cuts)
    const subject = trimmed(folded, { from: element.from, to }, leading, trailing)
    if (isNounPhrase(folded.slice(subject.from, subject.to))) subjects.push(subject)
    if (verb >= 0 && (clause < 0 || verb < clause)) break
  }
  return subjects
}

/** Behind its `and` or `etc.` a list is over, and the sentence goes on. */
function lastWithAnd(folded: string, elements: readonly Span[]): Span[] {
  const last = elements.findLastIndex(({ from, to }) =>
    /(?:^| )(?:and|or|as well as|etc)(?: |$|\.)/i.test(folded.slice(from, to)),
  )
  return elements.slice(0, last < 0 ? elements.length : last + 1)
}

function isNounPhrase(words: string): boolean {
  if (!/^[\p{Script=Latin}\p{N}][\p{Script=Latin}\p{N} '/&-]*$/u.test(words)) return false
  if (!/\p{L}{2}/u.test(words) || words.split(' ').length > mostWords) return false
  return !verbFirst.test(words) && !noTopic.test(words)
}
