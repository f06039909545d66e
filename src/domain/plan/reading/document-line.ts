import { isFurniture } from './furniture.ts'
import { labelRun } from './label-run.ts'
import { looksLikeTitle } from './looks-like-title.ts'
import { withNumbersBeforeDigits } from './numbers-before-digits.ts'
import type { Beside, Outline, Paragraph, Place } from './outline.ts'
import { countingStyles, type Label, mendLetters, readGivenLabel, readLabel } from './read-label.ts'
import { runningHeads } from './running-heads.ts'
import { typedContents } from './typed-contents.ts'

/** A paragraph with its label told from its text. */
export type DocumentLine = {
  /** Without its label. */
  text: string
  place: Place
  heading?: number
  label?: Label
  /** The whole of it is printed bold. */
  isBold?: true
  /** It is a row of a table, whole. */
  row?: Beside
}

/** The paragraphs of a document that say something. */
export function documentLines({ paragraphs }: Outline): { lines: DocumentLine[]; left: Place[] } {
  const filled = paragraphs.filter(({ text }) => text.trim() !== '')
  const contents = typedContents(filled)
  const heads = runningHeads(filled)
  const isStray = (paragraph: Paragraph) =>
    paragraph.isStruck === true ||
    contents.has(paragraph) ||
    heads.has(paragraph) ||
    (paragraph.heading === undefined && paragraph.item === undefined && isFurniture(paragraph.text.trim()))
  const merged = withTextsBelow(filled.filter((paragraph) => !isStray(paragraph)))
  const kept = merged.filter(({ text }) => saysSomething(text))
  const typed = withNumbersBeforeDigits(
    kept.map(({ text }) => text),
    kept.map(({ text }) => readLabel(text)),
  )
  const mended = mendLetters(typed.map((read) => read?.label))
  const counting = countingStyles(
    mended.filter((label) => label !== undefined).filter(({ isDoubtful }) => isDoubtful),
  )
  const given = givenLabels(kept)
  const lines = kept.map(({ text, place, heading, row, isBold }, at): DocumentLine => {
    const own = mended[at]
    const rest = typed[at]?.rest ?? ''
    const isTyped =
      own !== undefined &&
      (rest !== '' || isNamed(own)) &&
      (!own.isDoubtful || counting.has(own.style)) &&
      !(row !== undefined && given[at]?.number !== undefined && labelRun(text)?.lead === '')
    const label = isTyped ? beside(own, given[at]) : given[at]
    return {
      text: isTyped && rest !== '' ? rest : text,
      place,
      ...(heading !== undefined && { heading }),
      ...(label !== undefined && { label }),
      ...(row !== undefined && { row }),
      ...(isBold !== undefined && { isBold }),
    }
  })
  return {
    lines,
    left: [
      ...filled.filter(isStray).map(({ place }) => place),
      ...merged.filter(({ text }) => !saysSomething(text)).map(({ place }) => place),
    ],
  }
}

function saysSomething(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text)
}

/** A label alone on its line (`第一部分`, `•`) has its text on the next. */
function withTextsBelow(paragraphs: readonly Paragraph[]): Paragraph[] {
  const result: Paragraph[] = []
  for (const paragraph of paragraphs) {
    const text = paragraph.text.trim()
    const above = result.at(-1)
    const read = above && above.item === undefined ? readLabel(above.text) : undefined
    const isBelow =
      above !== undefined &&
      read?.rest === '' &&
      !read.label.isDoubtful &&
      paragraph.item === undefined &&
      (paragraph.heading === undefined || paragraph.heading === above.heading) &&
      readLabel(text) === undefined &&
      (!isNamed(read.label) || looksLikeTitle(text))
    if (isBelow)
      result[result.length - 1] = { ...above, place: paragraph.place, text: `${above.text} ${text}` }
    else result.push({ ...paragraph, text })
  }
  return result
}

/** Whether the label is a title itself where it stands alone: `Part I`, `第一部分`. */
function isNamed({ style }: Label): boolean {
  return style === 'word' || style.startsWith('第')
}

/** Bullets, and numbers that a list and the lists within it share, differ by how deep they stand. */
function givenLabels(paragraphs: readonly Paragraph[]): (Label | undefined)[] {
  const labels = paragraphs.map(({ item }) => item && readGivenLabel(item.label, item.depth))
  const least = new Map<string, number>()
  labels.forEach((label, at) => {
    const depth = paragraphs[at]?.item?.depth
    if (label && depth !== undefined) least.set(label.style, Math.min(depth, least.get(label.style) ?? depth))
  })
  return labels.map((label, at) => {
    const depth = paragraphs[at]?.item?.depth
    if (label === undefined || depth === undefined || depth === least.get(label.style)) return label
    return { ...label, style: `${label.style} ${depth}` }
  })
}

/** A typed label tells more than the one that the file sets before it. */
function beside(typed: Label, given: Label | undefined): Label {
  const isBare = given === undefined || given.number === undefined
  return isBare ? typed : { ...typed, printed: `${given.printed} ${typed.printed}` }
}
