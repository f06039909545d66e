import { continuesLast, goesOver, joined, leadsOn } from './continues-last.ts'
import { labelRun } from './label-run.ts'
import type { Place } from './outline.ts'
import { sentences, withoutStop } from './sentences.ts'

/** A paragraph, or a part of one. */
export type Prose = { text: string; place: Place }

/** A point that stands in a paragraph, with its label where it has one; or several below the words that lead to them. */
export type PointSaid =
  | (Prose & { label?: string })
  | { heading: string; points: (Prose & { label: string })[] }

/**
 * The points of paragraphs: one for each sentence, with those that only go on with it, and one for each of the labels
 * that count on inside a paragraph.
 */
export function pointsSaid(prose: readonly Prose[]): PointSaid[] {
  const found: PointSaid[] = []
  let line: Prose | undefined
  for (const paragraph of prose) {
    const isBroken = line !== undefined && goesOver(line, paragraph)
    sayParagraph(found, paragraph, isBroken)
    line = paragraph
  }
  return found
}

function sayParagraph(found: PointSaid[], { text, place }: Prose, isBroken: boolean): void {
  const run = labelRun(text)
  if (run === undefined) {
    for (const [at, sentence] of sentences(text).entries())
      saySentence(found, { text: sentence, place }, isBroken && at === 0)
    return
  }
  const above = sentences(run.lead)
  const heading = above.pop()
  for (const sentence of above) saySentence(found, { text: sentence, place }, false)
  const points = run.items.map((item) => ({ ...item, place }))
  const last = found.at(-1)
  if (heading !== undefined) found.push({ heading: withoutStop(heading.replace(/[，,]$/, '')), points })
  else if (last !== undefined && 'text' in last && leadsOn(last.text))
    found[found.length - 1] = { heading: withoutStop(last.text), points }
  else found.push(...points)
  if (run.rest !== '') sayParagraph(found, { text: run.rest, place }, false)
}

function saySentence(found: PointSaid[], said: Prose, isBroken: boolean): void {
  const last = found.at(-1)
  const goesOn =
    last !== undefined &&
    'text' in last &&
    (isBroken || ((continuesLast(said.text) || /[:：,，;；、]$/.test(last.text)) && last.label === undefined))
  if (goesOn) found[found.length - 1] = { ...last, text: joined(last.text, said.text, isBroken) }
  else found.push(said)
}
