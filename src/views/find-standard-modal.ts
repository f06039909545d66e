import type { KnownBlock, ModalView } from '@slack/types'
import type { Language } from '../domain/language/rules.ts'
import { texts } from '../texts/texts.ts'

/** The menu that completes standards; the value of what is chosen is the standard's id. */
export const chooseStandardId = 'standard.choose'

/** Asks which standard is meant, completing it, and shows below what was chosen: the blocks of its card. */
export function findStandardModal(language: Language, chosen: readonly KnownBlock[] = []): ModalView {
  const say = texts(language)
  return {
    type: 'modal',
    title: { type: 'plain_text', text: say('find.title') },
    close: { type: 'plain_text', text: say('find.close') },
    blocks: [
      {
        type: 'section',
        // The same in every update: what was chosen stays in sight.
        block_id: 'standard',
        text: { type: 'mrkdwn', text: say('find.what') },
        accessory: {
          type: 'external_select',
          action_id: chooseStandardId,
          min_query_length: 1,
          placeholder: { type: 'plain_text', text: say('find.placeholder') },
          focus_on_load: chosen.length === 0,
        },
      },
      ...(chosen.length === 0 ? [] : [{ type: 'divider' as const }, ...chosen]),
    ],
  }
}
