import type { InputBlock, ModalView } from '@slack/types'
import type { FilledIn } from '../../src/contract/submission.ts'

/** What stands in the fields of a modal where it opens, as Slack sends it on where nothing is changed. */
export function filledIn(view: ModalView | undefined): FilledIn {
  const inputs = (view?.blocks ?? []).filter((block): block is InputBlock => block.type === 'input')
  return Object.fromEntries(
    inputs.map(({ element, block_id: id = '' }): [string, string | string[] | undefined] => [
      id,
      initialOf(element),
    ]),
  )
}

function initialOf(element: InputBlock['element']): string | string[] | undefined {
  switch (element.type) {
    case 'plain_text_input':
      return element.initial_value
    case 'datepicker':
      return element.initial_date
    case 'users_select':
      return element.initial_user
    case 'radio_buttons':
    case 'static_select':
      return element.initial_option?.value
    case 'multi_static_select':
    case 'checkboxes':
      return element.initial_options?.map(({ value = '' }) => value)
    default:
      throw new Error(`a field of type ${element.type}`)
  }
}
