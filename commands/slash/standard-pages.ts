import type { App } from '../../src/app.ts'
import type { Caller } from '../../src/contract/caller.ts'
import type { Message } from '../../src/contract/reply.ts'
import { dayIn } from '../../src/domain/calendar/day.ts'
import { pageSize } from '../../src/domain/finding/found.ts'
import { standardGuesses, standardList } from '../../src/views/standard-list.ts'
import { standardPage } from '../../src/views/standard-page.ts'
import { cardFor } from './standard-card-for.ts'
import { understandFilters } from './standard-filters.ts'
import { parseStandardWords, type StandardWords } from './standard-words.ts'

/** What `/standard` answers to a query, from the hit at `from` on where there are several. */
export async function findPage(app: App, caller: Caller, query: string, from = 0): Promise<Message> {
  const today = dayIn(caller.zone, app.now())
  const finding = await app.standards.find(query, { today, from })
  switch (finding.kind) {
    case 'one':
      return cardFor(app, caller, finding.card)
    case 'many':
      return standardList(query, { ...finding, size: pageSize }, caller.language)
    case 'none':
      return standardGuesses(query, finding.guesses, caller.language)
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
