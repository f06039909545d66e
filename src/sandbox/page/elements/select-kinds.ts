import type { FieldValue } from '../blocks/field-values.ts'
import type { Element, Option, OptionGroup } from '../blocks/shapes.ts'
import { peopleFirst } from '../client/people-first.ts'
import type { Seat } from '../client/seat.tsx'

/** One line of a select's list. */
export type Pick = {
  id: string
  label: string
  detail?: string | undefined
  group?: string | undefined
  option?: Option
}

/** The field of Slack's payload that a select fills, and whether it takes many. */
export function selectField(type: string): { key: string; many: boolean } {
  const many = type.startsWith('multi_')
  const kind = type.replace('multi_', '').replace('_select', '')
  const name =
    kind === 'users'
      ? 'user'
      : kind === 'channels'
        ? 'channel'
        : kind === 'conversations'
          ? 'conversation'
          : 'option'
  return { key: `selected_${name}${many ? 's' : ''}`, many }
}

/** What is chosen now, as lines of the list. */
export function chosenPicks(element: Element, value: FieldValue, seat: Seat): Pick[] {
  const { key } = selectField(element.type)
  const held = value[key]
  const all = Array.isArray(held) ? held : held ? [held] : []
  return all.map((one: string | Option) => {
    if (typeof one !== 'string') return optionPick(one)
    const name = seat.user(one)?.name ?? seat.channel(one)?.name ?? one
    return { id: one, label: seat.channel(one)?.kind === 'channel' ? `#${name}` : name }
  })
}

/** The payload for a choice. */
export function pickedValue(element: Element, picks: readonly Pick[]): FieldValue {
  const { key, many } = selectField(element.type)
  const values = picks.map(({ id, option }) => option ?? id)
  return { [key]: many ? values : (values[0] ?? null) }
}

/** Everything a select offers that doesn't have to ask the bot. */
export function offeredPicks(element: Element, seat: Seat): Pick[] {
  const kind = element.type.replace('multi_', '')
  if (kind === 'users_select')
    return peopleFirst(seat.page.users).map(({ id, name, title }) => ({ id, label: name, detail: title }))
  if (kind === 'channels_select') return channelPicks(seat, ['channel'])
  if (kind === 'conversations_select') {
    const include = element.filter?.include ?? ['public', 'private', 'im', 'mpim']
    const kinds = [
      ...(include.some((one) => one !== 'im' && one !== 'mpim') ? ['channel'] : []),
      ...(include.includes('im') && !element.filter?.exclude_bot_users ? ['direct'] : []),
    ]
    return channelPicks(seat, kinds)
  }
  return optionPicks(element)
}

function channelPicks(seat: Seat, kinds: string[]): Pick[] {
  return seat.page.channels
    .filter((channel) => kinds.includes(channel.kind))
    .map((channel) =>
      channel.kind === 'channel'
        ? { id: channel.id, label: `#${channel.name}`, detail: channel.topic }
        : { id: channel.id, label: seat.page.bot.name },
    )
}

/** Options, or groups of them, as lines. */
export function optionPicks(from: { options?: Option[]; option_groups?: OptionGroup[] }): Pick[] {
  const grouped = (from.option_groups ?? []).flatMap((group) =>
    group.options.map((option) => ({ ...optionPick(option), group: group.label.text })),
  )
  return [...(from.options ?? []).map(optionPick), ...grouped]
}

function optionPick(option: Option): Pick {
  return { id: option.value, label: option.text.text, detail: option.description?.text, option }
}
