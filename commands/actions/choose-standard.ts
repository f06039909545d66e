// A standard was chosen from the menu that completes it.
import { z } from 'zod'
import { action } from '../../src/contract/action.ts'
import { dayIn } from '../../src/domain/calendar/day.ts'
import { chooseStandardId, findStandardModal } from '../../src/views/find-standard-modal.ts'
import { plainMessage } from '../../src/views/plain-message.ts'
import { standardCard } from '../../src/views/standard-card.ts'

export const chooseStandard = action({
  id: chooseStandardId,
  value: z.string().regex(/^[\w.-]{1,64}$/),
  who: 'anyone',
  async run(app, { zone, language }, id) {
    const today = dayIn(zone, app.now())
    const card = await app.standards.card(id, today)
    // What is gone is told where the person looks.
    const { blocks } =
      card === undefined ? plainMessage('standard.gone', {}, language) : standardCard(card, today, language)
    return { kind: 'update', view: findStandardModal(language, blocks) }
  },
})
