// "Which standards?" in a message's menu
import type { App } from '../../src/app.ts'
import { ephemeral } from '../../src/contract/reply.ts'
import { shortcut } from '../../src/contract/shortcut.ts'
import { plainWords } from '../../src/contract/spoken.ts'
import { type Day, dayIn } from '../../src/domain/calendar/day.ts'
import { designationsInText } from '../../src/domain/designation/rules.ts'
import { linksIn } from '../../src/domain/standard/links.ts'
import type { Standard } from '../../src/domain/standard/rules.ts'
import { standardsSpotted } from '../../src/views/standards-spotted.ts'
import { cardFor } from '../slash/standard-card-for.ts'

export const spotStandards = shortcut({
  id: 'standards.spot',
  type: 'message',
  name: 'shortcut.spot',
  summary: 'shortcut.spot-what',
  who: 'anyone',
  async run(app, caller, text) {
    const today = dayIn(caller.zone, app.now())
    const { standards, unknown } = await namedIn(app, plainWords(text), today)
    const [only] = standards
    const card =
      standards.length === 1 && unknown.length === 0 && only
        ? await app.standards.card(only.id, today)
        : undefined
    return ephemeral(
      card === undefined
        ? standardsSpotted(standards, unknown, caller.language)
        : await cardFor(app, caller, card),
    )
  },
})

/** The standards on record that the words name or link to, each once, and the names of those that are not. */
async function namedIn(
  app: App,
  words: string,
  today: Day,
): Promise<{ standards: Standard[]; unknown: string[] }> {
  const found = new Map<string, Standard>()
  const unknown: string[] = []
  for (const link of linksIn(words)) {
    const card = await app.standards.byLink(link, today)
    if (card !== undefined) found.set(card.standard.id, card.standard)
  }
  for (const name of designationsInText(words)) {
    const finding = await app.standards.find(name, { today })
    if (finding.kind === 'one') found.set(finding.card.standard.id, finding.card.standard)
    else if (finding.kind === 'many') for (const one of finding.standards) found.set(one.id, one)
    else unknown.push(name)
  }
  return { standards: [...found.values()], unknown }
}
