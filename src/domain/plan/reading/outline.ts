import type { Day } from '../../calendar/day.ts'

/** Where something stands in a file, as a person finds it: the line of a text, the paragraph of a document, the row of a sheet. */
export type Place = { unit: 'line' | 'paragraph' | 'row'; number: number; sheet?: string }

/** One paragraph, on one line, with blanks evened. */
export type Paragraph = {
  /** As it is printed, without what `item.label` tells. */
  text: string
  place: Place
  /** Where the file tells it for a heading: its level, 1 for the highest. */
  heading?: number
  /**
   * Where the file itself makes it an item of a list: how deep, from 1, and its label as it is printed (`一、`, `（一）`,
   * `1.`, `•`). A label that was typed stands in `text`.
   */
  item?: { depth: number; label: string }
  /** The whole of it is printed bold. */
  isBold?: true
  /** The whole of it is struck out, and so deleted: it is told, and not read. */
  isStruck?: true
  /** It stands in a table that is no plan's, and belongs to no sentence of the text around that. */
  isCell?: true
  /** It is a row of a plan's table, whole: no text around the table goes on with it. */
  row?: Beside
}

/** What stands beside a point in its row, as it is printed there: who does it, and by when. */
export type Beside = { owner?: string; due?: string }

/** A document as it is laid out, whatever kind of file it came in. */
export type Outline = {
  paragraphs: readonly Paragraph[]
  /** What the file's own properties call it. */
  title?: string
  /** Headings of the columns of its tables that tell nothing of a point. */
  leftColumns?: readonly string[]
}

/** The words of a text on which a reading rests, as they are printed in it. */
export type Found<Value extends string = string> = {
  value: Value
  words: readonly string[]
  /** The words stand in the heading above the point, which itself says nothing of it. */
  isOfHeading?: true
}

/** What one point of a plan asks for, as far as its words tell: proposals, each with the words it rests on. */
export type PointReading = {
  /** Ids of kinds of work, in the order in which they are named. */
  kinds: readonly Found[]
  /** Ids of known topics; what is enumerated and not known, in its own words. */
  topics: readonly Found[]
  /** Codes of the groups whose scope it touches. */
  groups: readonly Found[]
  dates: readonly Found<Day>[]
  /** The words that say it is urgent; none where nothing says so. */
  urgent: readonly string[]
  /** The heading says so, and the point itself does not. */
  isUrgentByHeading?: true
  /** A person has said so: it is not read anew. */
  isCorrected?: true
}
