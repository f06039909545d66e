/** Why a file can't be read as a table or a document at all; what to do about it is said by the words for it. */
export type FileRefusal =
  | { kind: 'empty' }
  /** `most` and `size` in bytes. */
  | { kind: 'too-large'; size: number; most: number }
  | { kind: 'too-many-rows'; rows: number; most: number }
  | { kind: 'too-many-columns'; columns: number; most: number }
  /** The name's ending tells of no kind of file that is read. */
  | { kind: 'unknown-kind' }
  /** A program's own file: an old workbook or document, a PDF, a picture, an archive. */
  | {
      kind: 'other-kind'
      what: 'xls' | 'doc' | 'rtf' | 'pdf' | 'image' | 'gzip' | 'zip' | 'ods' | 'odt' | 'locked'
    }
  /** Bytes that are no text in any encoding that is read; `line` where they stand. */
  | { kind: 'not-text'; line?: number }
  /** An archive that would unfold to far more than it holds. */
  | { kind: 'bomb'; why: 'entries' | 'size' | 'ratio' }
  /** An archive or a text that is cut off or damaged. */
  | { kind: 'damaged'; line?: number; what?: string }
  /** None of the tables has a heading row that is known; the headings that come nearest. */
  | { kind: 'no-headings'; sheets: string[]; near: { heading: string; meant: string }[] }

/** A file's content, or why there is none. */
export type FileReading<T> = { ok: true; value: T } | { ok: false; refusal: FileRefusal }

/** The reading of a file that is refused. */
export function refusal(why: FileRefusal): { ok: false; refusal: FileRefusal } {
  return { ok: false, refusal: why }
}
