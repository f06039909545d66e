import { createHash } from 'node:crypto'
import { isNews, type WorkListing } from '../domain/work/listing.ts'

/** What a list of work would put on record, in short: another text wherever that is another. */
export function workSeen({ works }: WorkListing): string {
  const news = works.filter(isNews).map(({ known, given, owed }) => [known?.id, given, owed])
  return createHash('sha256').update(JSON.stringify(news)).digest('hex').slice(0, 16)
}
