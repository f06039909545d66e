import type { Message } from '../contract/reply.ts'
import { type Day, daysBetween } from '../domain/calendar/day.ts'
import type { Language } from '../domain/language/rules.ts'
import type { ListPage } from '../domain/standard/list.ts'
import { texts } from '../texts/texts.ts'
import { context, section } from './blocks.ts'
import { shortDay } from './dates.ts'
import { escapeMrkdwn } from './mrkdwn.ts'
import { pageButtons } from './page-buttons.ts'
import { stageInWords } from './stage-words.ts'
import { standardRow } from './standard-list.ts'

/** One page of `/standard list`: `text` is what was typed, so that the next page can be asked for. */
export function standardPage(
  text: string,
  page: ListPage & { size: number; allRecords: boolean },
  today: Day,
  language: Language,
): Message {
  const say = texts(language)
  const { rows, from, total, stages, size, allRecords } = page
  const title = say(allRecords ? 'standard-list.records' : 'standard-list.title', { count: total })
  if (total === 0) return { text: title, blocks: [section(`*${title}*\n${say('standard-list.none')}`)] }
  const counts = stages.map(({ code, count }) => say('standard-list.stage', { code, count })).join(' · ')
  return {
    text: title,
    blocks: [
      section(`*${title}*`),
      ...(stages.length > 1 ? [context(say('standard-list.stages', { stages: counts }))] : []),
      ...rows.map((row) => standardRow(row.standard, stageAndDue(row, today, language), language)),
      ...pageButtons({ of: 'list', text, from, shown: rows.length, total, size }, language),
    ],
  }
}

function stageAndDue({ standard, dueOn }: ListPage['rows'][number], today: Day, language: Language): string {
  const say = texts(language)
  const stage = escapeMrkdwn(stageInWords(standard.stages, standard.stage, language))
  if (dueOn === undefined) return stage
  const on = shortDay(dueOn, today, language)
  const late = daysBetween(dueOn, today)
  const due = late > 0 ? say('standard-list.overdue', { on, days: late }) : say('standard-list.due', { on })
  return `${stage} · ${due}`
}
