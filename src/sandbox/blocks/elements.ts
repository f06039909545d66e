import {
  exactlyOne,
  type Field,
  flag,
  isObject,
  list,
  matching,
  may,
  need,
  number,
  object,
  oneOf,
  type Rule,
  string,
  url,
} from './rule.ts'
import { anyText, plain } from './texts.ts'

/** Slack's limits on what stands inside blocks, one entry a kind. */

const kind = need(string(100))
const ids = { type: kind, action_id: may(string(255, 1)) }
const colour = may(oneOf('primary', 'danger'))
const confirm = may(
  object({
    title: may(plain(100)),
    text: need(anyText(300)),
    confirm: may(plain(30)),
    deny: may(plain(30)),
    style: colour,
  }),
)
const focus = { focus_on_load: may(flag) }
const hint = { placeholder: may(plain(150)) }
const dispatch = {
  dispatch_action_config: may(
    object({
      trigger_actions_on: need(list(oneOf('on_enter_pressed', 'on_character_entered'), 2)),
    }),
  ),
}

const option = (text: Rule, withUrl = false): Rule =>
  object({
    text: need(text),
    value: need(string(150, 1)),
    description: may(anyText(75)),
    ...(withUrl ? { url: may(url) } : {}),
  })
const choice = option(plain(75))
const richChoice = option(anyText(75))
const uniqueValues: Rule = (value, at, report) => {
  if (!Array.isArray(value)) return
  const values = value.map((each) => (isObject(each) ? each.value : undefined))
  if (new Set(values).size < values.length) report('options must have unique values', at)
}
const choices =
  (item: Rule, most: number, least = 1): Rule =>
  (value, at, report) => {
    list(item, most, least)(value, at, report)
    uniqueValues(value, at, report)
  }
const groups = list(object({ label: need(plain(75)), options: need(choices(choice, 100)) }), 100)
/** What an app answers a menu that asks what it offers; nothing at all is an answer too. */
export const offered: Rule = object(
  {
    options: may(choices(choice, 100, 0)),
    option_groups: may(
      list(object({ label: need(plain(75)), options: need(choices(choice, 100, 0)) }), 100, 0),
    ),
  },
  exactlyOne('options', 'option_groups'),
)
const staticOptions = { options: may(choices(choice, 100)), option_groups: may(groups) }
const filter = may(
  object({
    include: may(list(oneOf('im', 'mpim', 'private', 'public'), 4)),
    exclude_external_shared_channels: may(flag),
    exclude_bot_users: may(flag),
  }),
)
const id = string(100, 1)
const many = { max_selected_items: may(number(1, 1000)) }
const select = (fields: Record<string, Field>, also?: Rule): Rule =>
  object({ ...ids, ...hint, ...focus, confirm, ...fields }, also)
const eitherOptions = exactlyOne('options', 'option_groups')
const date = matching(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, 'date (YYYY-MM-DD)')
const time = matching(/^([01]\d|2[0-3]):[0-5]\d$/, 'time (HH:mm)')
const respondable = { response_url_enabled: may(flag), default_to_current_conversation: may(flag) }
const label = { accessibility_label: may(string(75)) }
const feedback = need(object({ text: need(plain(75)), value: need(string(2000)), ...label }))
const workflow = object({
  trigger: need(
    object({
      url: need(url),
      customizable_input_parameters: may(
        list(object({ name: need(string(255)), value: need(string(3000)) }), 100, 0),
      ),
    }),
  ),
})

export const image = object(
  {
    type: kind,
    image_url: may(url),
    slack_file: may(object({ id: may(id), url: may(url) }, exactlyOne('id', 'url'))),
    alt_text: need(string(2000, 1)),
  },
  exactlyOne('image_url', 'slack_file'),
)

export const elements: Record<string, Rule> = {
  image,
  plain_text: anyText(3000),
  mrkdwn: anyText(3000),
  button: object({
    ...ids,
    text: need(plain(75)),
    value: may(string(2000)),
    url: may(url),
    style: colour,
    confirm,
    ...label,
  }),
  workflow_button: object({
    ...ids,
    text: need(plain(75)),
    workflow: need(workflow),
    style: colour,
    confirm,
    ...label,
  }),
  icon_button: object({
    ...ids,
    icon: need(oneOf('trash')),
    text: need(plain(75)),
    value: may(string(2000)),
    visible_to_user_ids: may(list(id, 1000)),
    confirm,
    ...label,
  }),
  feedback_buttons: object({ ...ids, positive_button: feedback, negative_button: feedback }),
  overflow: object({ ...ids, options: need(choices(option(plain(75), true), 5)), confirm }),
  static_select: select({ ...staticOptions, initial_option: may(choice) }, eitherOptions),
  multi_static_select: select(
    { ...staticOptions, ...many, initial_options: may(list(choice, 100)) },
    eitherOptions,
  ),
  external_select: select({ initial_option: may(choice), min_query_length: may(number(0, 1000)) }),
  multi_external_select: select({
    ...many,
    initial_options: may(list(choice, 100)),
    min_query_length: may(number(0, 1000)),
  }),
  users_select: select({ initial_user: may(id) }),
  multi_users_select: select({ ...many, initial_users: may(list(id, 1000)) }),
  conversations_select: select({ ...respondable, filter, initial_conversation: may(id) }),
  multi_conversations_select: select({
    ...many,
    filter,
    default_to_current_conversation: may(flag),
    initial_conversations: may(list(id, 1000)),
  }),
  channels_select: select({ response_url_enabled: may(flag), initial_channel: may(id) }),
  multi_channels_select: select({ ...many, initial_channels: may(list(id, 1000)) }),
  datepicker: select({ initial_date: may(date) }),
  timepicker: select({ initial_time: may(time), timezone: may(string(100)) }),
  datetimepicker: object({ ...ids, ...focus, confirm, initial_date_time: may(number(1e9, 9_999_999_999)) }),
  checkboxes: object({
    ...ids,
    ...focus,
    confirm,
    options: need(choices(richChoice, 10)),
    initial_options: may(list(richChoice, 10)),
  }),
  radio_buttons: object({
    ...ids,
    ...focus,
    confirm,
    options: need(choices(richChoice, 10)),
    initial_option: may(richChoice),
  }),
  plain_text_input: object({
    ...ids,
    ...hint,
    ...focus,
    ...dispatch,
    initial_value: may(string(3000)),
    multiline: may(flag),
    min_length: may(number(0, 3000)),
    max_length: may(number(1, 3000)),
  }),
  email_text_input: object({ ...ids, ...hint, ...focus, ...dispatch, initial_value: may(string(3000)) }),
  url_text_input: object({ ...ids, ...hint, ...focus, ...dispatch, initial_value: may(string(3000)) }),
  number_input: object({
    ...ids,
    ...hint,
    ...focus,
    ...dispatch,
    is_decimal_allowed: need(flag),
    initial_value: may(string(100)),
    min_value: may(string(100)),
    max_value: may(string(100)),
  }),
  rich_text_input: object({
    ...ids,
    ...hint,
    ...focus,
    ...dispatch,
    initial_value: may(object({ type: kind, elements: need(list(() => undefined, 1000, 0)) })),
    min_lines: may(number(1, 100)),
    max_lines: may(number(1, 100)),
  }),
  file_input: object({
    ...ids,
    filetypes: may(list(string(20), 100)),
    max_files: may(number(1, 10)),
  }),
}

const selects = ['static', 'external', 'users', 'conversations', 'channels'].flatMap((each) => [
  `${each}_select`,
  `multi_${each}_select`,
])
const pickers = ['checkboxes', 'radio_buttons', 'datepicker', 'timepicker']

/** Which elements may stand where. */
export const allowedIn = {
  actions: [
    'button',
    'workflow_button',
    'overflow',
    'rich_text_input',
    'datetimepicker',
    ...pickers,
    ...selects,
  ],
  section: ['button', 'workflow_button', 'overflow', 'image', ...pickers, ...selects],
  context: ['image', 'plain_text', 'mrkdwn'],
  contextActions: ['feedback_buttons', 'icon_button'],
  input: [
    'plain_text_input',
    'email_text_input',
    'url_text_input',
    'number_input',
    'rich_text_input',
    'file_input',
    'datetimepicker',
    ...pickers,
    ...selects,
  ],
}
