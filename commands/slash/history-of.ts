import type { App } from '../../src/app.ts'
import { UserError } from '../../src/contract/errors.ts'
import type { Running } from '../../src/domain/clock/service.ts'
import type { Journal } from '../../src/domain/standard/recording-journal.ts'

/** All that is on record of a standard, and what runs for it. @throws UserError where it is gone */
export async function historyOf(app: App, id: string): Promise<{ journal: Journal; running?: Running }> {
  const journal = await app.recordings.journal(id)
  if (journal === undefined) throw new UserError('standard.gone')
  const running = (await app.standards.card(id))?.running
  return { journal, ...(running !== undefined && { running }) }
}
