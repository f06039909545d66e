import type { DocumentLine } from './document-line.ts'
import { isBullet } from './read-label.ts'

/** Whether nothing makes a line an item or a heading. */
export function isBare({ label, heading }: DocumentLine): boolean {
  return label === undefined && heading === undefined
}

/** Whether a line is the first item of a list below the one above it. Areas in Chinese numerals stand below no such line. */
export function startsList({ label, heading }: DocumentLine, above: DocumentLine): boolean {
  if (label === undefined || heading !== undefined || above.heading !== undefined) return false
  return (
    isBullet(label) ||
    label.number === undefined ||
    (label.number === 1 && !/^(?:一、|第|word)/.test(label.style))
  )
}
