import type { App } from '../../src/app.ts'
import type { Caller } from '../../src/contract/caller.ts'
import type { Message } from '../../src/contract/reply.ts'
import { dayIn } from '../../src/domain/calendar/day.ts'
import { pageSize } from '../../src/domain/finding/found.ts'
import { linksIn } from '../../src/domain/standard/links.ts'
import { standardGuesses, standardList, withUnknown } from '../../src/views/standard-list.ts'
import { standardPage } from '../../src/views/standard-page.ts'
import { cardAnswer } from './standard-card-for.ts'
import { understandFilters } from './standard-filters.ts'
import { parseStandardWords, type StandardWords } from './standard-words.ts'

/** An answer to the caller, and what of it helps everybody where it is asked for aloud: a card without the caller's own part. */
export type Answer = { message: Message; aloud?: Message }

/** What `/standard` answers to a query, from the hit at `from` on where there are several. */
export async function findAnswer(app: App, caller: Caller, query: string, from = 0): Promise<Answer> {
  const { zone, language } = caller
  const today = dayIn(zone, app.now())
  const links = linksIn(query)
  for (const link of links) {
    const card = await app.standards.byLink(link, today)
    if (card !== undefined) return cardAnswer(app, caller, card)
  }
  // The words of an address would be taken for those of a title.
  if (links[0] === query) return { message: standardGuesses(query, [], language) }
  const finding = await app.standards.find(query, { today, from })
  switch (finding.kind) {
    case 'one': {
      const { message, aloud } = await cardAnswer(app, caller, finding.card)
      const told = (one: Message) => withUnknown(one, finding.unknown, language)
      return { message: told(message), aloud: told(aloud) }
    }
    case 'many': {
      const list = standardList(query, { ...finding, size: pageSize }, language)
      return { message: withUnknown(list, finding.unknown, language) }
    }
    case 'none':
      return { message: standardGuesses(query, finding.guesses, language) }
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
