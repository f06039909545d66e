import type { App } from '../../src/app.ts'
import type { Caller } from '../../src/contract/caller.ts'
import type { Message } from '../../src/contract/reply.ts'
import { dayIn } from '../../src/domain/calendar/day.ts'
import { pageSize } from '../../src/domain/finding/found.ts'
import { linksIn } from '../../src/domain/standard/links.ts'
import { standardCard } from '../../src/views/standard-card.ts'
import { standardGuesses, standardList } from '../../src/views/standard-list.ts'
import { standardPage } from '../../src/views/standard-page.ts'
import { understandFilters } from './standard-filters.ts'
import { parseStandardWords, type StandardWords } from './standard-words.ts'

/** What `/standard` answers to a query, from the hit at `from` on where there are several; a card is of one standard. */
export async function findAnswer(
  app: App,
  { zone, language }: Caller,
  query: string,
  from = 0,
): Promise<{ message: Message; isCard: boolean }> {
  const today = dayIn(zone, app.now())
  const links = linksIn(query)
  for (const link of links) {
    const card = await app.standards.byLink(link, today)
    if (card !== undefined) return { message: standardCard(card, today, language), isCard: true }
  }
  // The words of an address would be taken for those of a title.
  if (links[0] === query) return { message: standardGuesses(query, [], language), isCard: false }
  const finding = await app.standards.find(query, { today, from })
  switch (finding.kind) {
    case 'one':
      return { message: standardCard(finding.card, today, language), isCard: true }
    case 'many':
      return { message: standardList(query, { ...finding, size: pageSize }, language), isCard: false }
    case 'none':
      return { message: standardGuesses(query, finding.guesses, language), isCard: false }
  }
}

/** What `/standard list` answers; `text` is what was typed behind it. */
export async function listPage(
  app: App,
  caller: Caller,
  text: string,
  words: StandardWords = parseStandardWords(text),
  from = 0,
): Promise<Message> {
  const today = dayIn(caller.zone, app.now())
  const query = await understandFilters(app, caller, words)
  const page = await app.standards.list(query, today, from)
  const shown = { ...page, size: pageSize, allRecords: words.allRecords }
  return standardPage(text, shown, today, caller.language)
}
