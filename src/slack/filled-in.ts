import type { FilledIn } from '../contract/submission.ts'

/** What Slack sends of one element; which of these is there depends on its type. */
type Element = {
  value?: string | null
  selected_option?: { value?: string } | null
  selected_options?: readonly { value?: string }[]
  selected_date?: string | null
  selected_time?: string | null
  selected_date_time?: number | null
  selected_user?: string | null
  selected_users?: readonly string[]
  selected_channel?: string | null
  selected_channels?: readonly string[]
  selected_conversation?: string | null
  selected_conversations?: readonly string[]
}

/** Slack's `view.state.values`: by block id, then by action id. */
export type ViewValues = Readonly<Record<string, Readonly<Record<string, Element>>>>

/** What was filled in by block id alone: an input block has one element. */
export function filledIn(values: ViewValues): FilledIn {
  return Object.fromEntries(
    Object.entries(values).map(([block, elements]) => {
      const [element = {}] = Object.values(elements)
      return [block, entered(element)]
    }),
  )
}

function entered(element: Element): FilledIn[string] {
  const one =
    element.value ??
    element.selected_option?.value ??
    element.selected_date ??
    element.selected_time ??
    element.selected_date_time ??
    element.selected_user ??
    element.selected_channel ??
    element.selected_conversation
  if (one !== undefined && one !== null) return String(one)
  return (
    element.selected_options?.flatMap(({ value }) => value ?? []) ??
    element.selected_users ??
    element.selected_channels ??
    element.selected_conversations
  )
}
