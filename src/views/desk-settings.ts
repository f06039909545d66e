import type { KnownBlock } from '@slack/types'
import type { AbsencesOf } from '../domain/absence/service.ts'
import type { Heard } from '../domain/hearing/rules.ts'
import type { Language } from '../domain/language/rules.ts'
import { texts } from '../texts/texts.ts'
import { absenceRow, askAbsenceId, standingInWords } from './absence-list.ts'
import { context, section } from './blocks.ts'
import type { DeskReader } from './desk-reader.ts'
import { askHearingId } from './hearing-message.ts'
import { movesInWords, perWeekInWords, quietInWords } from './hearing-words.ts'
import { planButton } from './plan-buttons.ts'

const mostAbsences = 4

/** How the reader wants to be told of things, and when they are away, with the buttons that change it. */
export function deskSettings(
  { heard, absences }: { heard: Heard; absences: AbsencesOf },
  reader: DeskReader,
  language: Language,
): KnownBlock[] {
  const say = texts(language)
  const { own, standingIn } = absences
  const line = (label: string, value: string) => say('plan.labelled', { label, value })
  const left = own.length - mostAbsences
  return [
    section(
      [
        `*${say('settings.title')}*`,
        line(say('settings.quiet'), quietInWords(heard, reader.zone, language)),
        line(say('settings.per-week'), perWeekInWords(heard, language)),
        line(say('settings.moves'), movesInWords(heard, language)),
        line(say('settings.language'), say('settings.speaks')),
        ...(own.length === 0 ? [line(say('settings.away'), say('settings.not-away'))] : []),
      ].join('\n'),
    ),
    ...own
      .slice(0, mostAbsences)
      .map((one) => absenceRow(one, reader, language, (words) => line(say('settings.away'), words))),
    ...(left > 0 ? [context(say('settings.more-absences', { count: left }))] : []),
    ...standingIn
      .slice(0, mostAbsences)
      .map((one) => context(standingInWords(one, { ...reader, own }, language))),
    {
      type: 'actions',
      elements: [
        planButton(askAbsenceId, 'new', say('absence.press-new')),
        planButton(askHearingId, 'mine', say('hearing.press')),
      ],
    },
  ]
}
