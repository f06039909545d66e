import { expect } from 'vitest'
import type { Outline, Paragraph } from '../../../src/domain/plan/reading/outline.ts'
import { readOutline } from '../../../src/files/outline/read-outline.ts'

/** What is read of a file that is not refused. */
export function outlined(content: string | Uint8Array, name: string): Outline {
  const read = readOutline(typeof content === 'string' ? Buffer.from(content) : content, name)
  expect(read).toMatchObject({ ok: true })
  return read.ok ? read.value : { paragraphs: [] }
}

/**
 * Its paragraphs, each on a line: `2 h1 [1 （一）] text` for the second, a heading and an item;
 * `~` stands before what is struck out, `|` before a cell, and behind a row what it tells beside the point: `<owner>`, `(due)`.
 */
export function shown({ paragraphs }: Outline): string[] {
  return paragraphs.map(line)
}

function line({ text, place, heading, item, isCell, isStruck, row }: Paragraph): string {
  return [
    place.number,
    ...(heading === undefined ? [] : [`h${heading}`]),
    ...(item === undefined ? [] : [`[${item.depth} ${item.label}]`]),
    ...(isCell === true ? ['|'] : []),
    ...(isStruck === true ? ['~'] : []),
    text,
    ...(row?.owner === undefined ? [] : [`<${row.owner}>`]),
    ...(row?.due === undefined ? [] : [`(${row.due})`]),
  ].join(' ')
}

/** Why a file is refused. */
export function refused(content: string | Uint8Array, name: string) {
  const read = readOutline(typeof content === 'string' ? Buffer.from(content) : content, name)
  return read.ok ? 'read' : read.refusal
}
