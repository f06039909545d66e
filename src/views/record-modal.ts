import type { ModalView, PlainTextOption } from '@slack/types'
import type { Day } from '../domain/calendar/day.ts'
import type { Language } from '../domain/language/rules.ts'
import { decideMove } from '../domain/stage/move.ts'
import { stageSystem } from '../domain/stage/system.ts'
import type { Standard } from '../domain/standard/rules.ts'
import { texts } from '../texts/texts.ts'
import { section } from './blocks.ts'
import { brief, escapeMrkdwn, shorten } from './mrkdwn.ts'
import { stageInWords } from './stage-words.ts'

/** The modal that asks for a stage; its private metadata is `{ standard, seen }` as JSON. */
export const recordStageId = 'stage.record'
/** Its inputs: the stage, the day, and the reason. */
export const recordStageBlock = 'stage' as const
export const recordDayBlock = 'day' as const
export const recordWhyBlock = 'why' as const

/** Longer reasons are not kept. */
export const longestReason = 500

/**
 * Asks which stage a standard has reached, on which day, and why. What was shown goes along, so that whoever comes
 * second is told. `proposes`: the answer waits for the secretariat.
 */
export function recordModal(
  standard: Standard,
  { today, proposes, on, why }: { today: Day; proposes: boolean; on?: Day; why?: string },
  language: Language,
): ModalView {
  const say = texts(language)
  const { codes, next } = stageSystem(standard.stages)
  const open = codes.filter((code) => decideMove(standard.stage, code, standard).ok)
  // A menu must offer something; where nothing follows, whoever chooses is told so.
  const options = (open.length > 0 ? open : codes).map((code) => option(standard, code, language))
  const [likely] = next(standard.stage)
  const initial = options.find(({ value }) => value === likely)
  const present = escapeMrkdwn(stageInWords(standard.stages, standard.stage, language))
  return {
    type: 'modal',
    callback_id: recordStageId,
    private_metadata: JSON.stringify({ standard: standard.id, seen: standard.stage }),
    title: { type: 'plain_text', text: say('record.title') },
    submit: { type: 'plain_text', text: say(proposes ? 'record.submit-proposal' : 'record.submit') },
    close: { type: 'plain_text', text: say('record.close') },
    blocks: [
      section(`*${brief(standard.designation, 80)}*\n${say('standard.stage')} · ${present}`),
      {
        type: 'input',
        block_id: recordStageBlock,
        label: { type: 'plain_text', text: say('record.stage') },
        element: {
          type: 'static_select',
          options,
          ...(initial !== undefined && { initial_option: initial }),
        },
      },
      {
        type: 'input',
        block_id: recordDayBlock,
        label: { type: 'plain_text', text: say('record.day') },
        element: { type: 'datepicker', initial_date: on ?? today },
      },
      {
        type: 'input',
        block_id: recordWhyBlock,
        optional: true,
        label: { type: 'plain_text', text: say('record.why') },
        element: {
          type: 'plain_text_input',
          multiline: true,
          max_length: longestReason,
          ...(why !== undefined && { initial_value: shorten(why, longestReason) }),
        },
      },
    ],
  }
}

/** With its code first, as people look for it. */
function option({ stages }: Standard, code: string, language: Language): PlainTextOption {
  const name = stageSystem(stages).step(code, language)
  return { value: code, text: { type: 'plain_text', text: shorten(`${code} ${name}`, 75) } }
}
