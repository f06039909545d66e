import type { App } from '../app.ts'
import type { Message } from '../contract/reply.ts'
import { dayIn } from '../domain/calendar/day.ts'
import type { Silence } from '../domain/notice/planning.ts'
import type { ScheduleKind, Slot } from '../domain/schedule/rules.ts'
import { dayInWords, momentInWords } from '../views/dates.ts'
import { noticeMessage } from '../views/notice-message.ts'
import { plainText } from '../views/plain-text.ts'
import { OperatorError } from './operator-error.ts'
import { groupMeant } from './who.ts'

/** What one group would hear, or why nothing. Instants are ISO 8601 in UTC. */
export type PreviewLine = {
  group: string
  kind: ScheduleKind
  channel?: string
  /** `movedFrom`: the day off that the schedule names. */
  slot?: { at: string; on: string; zone: string; movedFrom?: string }
} & ({ say: true; message: Message } | { say: false; why: Silence })

/** @throws OperatorError where the group is not known, or does not exist at that moment */
export async function preview(
  app: App,
  kind: ScheduleKind,
  wanted: { wg?: string; at?: Date },
): Promise<PreviewLine[]> {
  const group = wanted.wg === undefined ? undefined : await groupMeant(app, wanted.wg)
  const at = wanted.at ?? app.now()
  const found = await app.notices.preview(kind, {
    ...(group !== undefined && { group: group.code }),
    ...(wanted.at !== undefined && { at: wanted.at }),
  })
  if (found.length === 0)
    throw new OperatorError(
      `${group === undefined ? 'no group exists' : `${group.code} does not exist`} at that time`,
    )
  return found.map((one) => {
    const { group, slot } = one
    const line = {
      group: group.code,
      kind,
      ...(group.channel !== undefined && { channel: group.channel }),
      ...(slot !== undefined && { slot: slotLine(slot, group.zone) }),
    }
    if (!one.say || slot === undefined) return { ...line, say: false, why: one.say ? 'not-due' : one.why }
    const saidOn = dayIn(group.zone, slot.at > at ? slot.at : at)
    return {
      ...line,
      say: true,
      message: noticeMessage({ to: 'group', group, content: one.content }, { slotOn: slot.on, saidOn }),
    }
  })
}

function slotLine({ at, on, nominalOn }: Slot, zone: string) {
  return { at: at.toISOString(), on, zone, ...(nominalOn !== on && { movedFrom: nominalOn }) }
}

/** The preview as an operator reads it; `names` stand for Slack's ids. */
export function previewText(lines: readonly PreviewLine[], names?: ReadonlyMap<string, string>): string {
  return lines
    .map((line) => {
      const when =
        line.slot === undefined
          ? ''
          : ` · ${momentInWords(new Date(line.slot.at), line.slot.zone, 'en')} (${line.slot.zone}${
              line.slot.movedFrom === undefined
                ? ''
                : `; ${dayInWords(line.slot.movedFrom, 'en')} is a day off`
            })`
      const head = `${line.group} ${line.kind}${when} → ${line.channel ?? 'no channel'}`
      return line.say
        ? `${head}\n${indent(plainText(line.message, names))}`
        : `${head}: nothing, because ${silenceReasons[line.why]}`
    })
    .join('\n\n')
}

/** Why a group hears nothing, as an operator reads it. */
export const silenceReasons: Record<Silence, string> = {
  'no-channel': 'the group has no channel on record',
  'no-schedule': 'the group has no schedule for it',
  'switched-off': 'the group has switched it off',
  'not-due': 'it is not due by then',
  'already-said': 'it has been said already',
  'no-open-assignments': 'the group has no open assignments',
  'nothing-due': 'nothing is overdue or due within two weeks',
  snoozed: 'its convenor has put the reminder off beyond that day',
  held: 'the secretariat holds it on that day',
  'nothing-to-report': 'nothing moved, is late or lies ahead',
}

function indent(text: string): string {
  return text.replaceAll(/^(?=.)/gm, '    ')
}
