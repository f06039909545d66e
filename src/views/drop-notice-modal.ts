import type { ModalView } from '@slack/types'
import type { Day } from '../domain/calendar/day.ts'
import { longestWhy } from '../domain/decision/rules.ts'
import type { Language } from '../domain/language/rules.ts'
import type { Notice } from '../domain/notice/rules.ts'
import { texts } from '../texts/texts.ts'
import { section } from './blocks.ts'
import { noticeInWords } from './question-message.ts'

/** The modal that asks why a notice is let go; its private metadata is `{ notice }` as JSON. */
export const dropNoticeId = 'notice.drop'
/** The block whose input is the reason. */
export const dropWhyBlock = 'why' as const

/** Asks for the reason, which stands on record beside the decision. */
export function dropNoticeModal(notice: Notice, today: Day, language: Language): ModalView {
  const say = texts(language)
  return {
    type: 'modal',
    callback_id: dropNoticeId,
    private_metadata: JSON.stringify({ notice: notice.id }),
    title: { type: 'plain_text', text: say('drop.title') },
    submit: { type: 'plain_text', text: say('drop.submit') },
    close: { type: 'plain_text', text: say('drop.close') },
    blocks: [
      section(`*${noticeInWords(notice, notice.group, today, language)}*\n${say('drop.what')}`),
      {
        type: 'input',
        block_id: dropWhyBlock,
        label: { type: 'plain_text', text: say('drop.why') },
        element: {
          type: 'plain_text_input',
          multiline: true,
          max_length: longestWhy,
        },
      },
    ],
  }
}
