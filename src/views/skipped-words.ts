import type { Language } from '../domain/language/rules.ts'
import { type TextKey, texts } from '../texts/texts.ts'
import { brief } from './mrkdwn.ts'

const skipped: Record<string, TextKey> = {
  'already-said': 'skipped.already-said',
  'no-channel': 'skipped.no-channel',
  'no-open-assignments': 'skipped.no-open-assignments',
  'nothing-due': 'skipped.nothing-due',
  snoozed: 'skipped.snoozed',
  'nothing-to-report': 'skipped.nothing-to-report',
  superseded: 'skipped.superseded',
  dropped: 'skipped.dropped',
  held: 'skipped.held',
}

/** Why a group hears nothing, for the secretariat; the reason itself where nothing better is known. */
export function skippedInWords(why: string, language: Language): string {
  const key = skipped[why]
  return key === undefined ? brief(why, 80) : texts(language)(key)
}
