import type { PlanReading } from '../../../../src/domain/plan/reading/document.ts'
import type { Outline, Paragraph } from '../../../../src/domain/plan/reading/outline.ts'
import { readPlan } from '../../../../src/domain/plan/reading/read-plan.ts'

/**
 * A document, a line for each paragraph. `## ` is a heading of the second level, `[1 •] ` and `[2 a)] ` are items that
 * the file itself lists, with their depth and label, `| ` is a cell of a table; all else is typed.
 */
export function outlineOf(text: string, title?: string): Outline {
  const paragraphs = text.split('\n').map((line, at): Paragraph => {
    const place = { unit: 'paragraph' as const, number: at + 1 }
    const [, marks, headed] = /^(#+) (.*)$/.exec(line) ?? []
    if (marks !== undefined && headed !== undefined) return { text: headed, place, heading: marks.length }
    const [, depth, label, listed] = /^\[(\d) ([^\]]*)\] (.*)$/.exec(line) ?? []
    if (label !== undefined && listed !== undefined)
      return { text: listed, place, item: { depth: Number(depth), label } }
    if (line.startsWith('| ')) return { text: line.slice(2), place, isCell: true }
    return { text: line, place }
  })
  return { paragraphs, ...(title !== undefined && { title }) }
}

/** What a reading gives, a line for each area and point: `1 Area`, `1.1 （一） text`, `1.2.1 (heading) text`. */
export function treeRead(reading: PlanReading): string {
  if (!reading.ok) return reading.refusal.kind
  return reading.plan.areas
    .flatMap(({ number, title, points }) => [
      `${number} ${title}`,
      ...points.map(({ number: own, label, under, text }) =>
        [
          own,
          ...(label === undefined ? [] : [label]),
          ...(under === undefined ? [] : [`<${under}>`]),
          text,
        ].join(' '),
      ),
    ])
    .join('\n')
}

/** The tree of a document in the notation of `outlineOf`. */
export function treeOfText(text: string, title?: string): string {
  return treeRead(readPlan(outlineOf(text, title), {}))
}
