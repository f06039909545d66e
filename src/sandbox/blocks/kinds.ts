import { allowedIn, elements, image } from './elements.ts'
import {
  exactlyOne,
  type Field,
  flag,
  isObject,
  list,
  may,
  need,
  number,
  object,
  oneOf,
  type Rule,
  schema,
  string,
  typed,
  url,
} from './rule.ts'
import { anyText, mrkdwn, plain } from './texts.ts'

/** Slack's limits on blocks, one entry a type. */

export type Surface = 'message' | 'modal' | 'home'

const block = (fields: Record<string, Field>, also?: Rule): Rule =>
  object({ type: need(string(100)), block_id: may(string(255)), ...fields }, also)

const richText: Rule = block({
  elements: need(
    list(
      typed({
        rich_text_section: richPart({}),
        rich_text_quote: richPart({ border: may(number(0, 1)) }),
        rich_text_preformatted: richPart({ border: may(number(0, 1)), language: may(string(100)) }),
        rich_text_list: richPart({
          style: need(oneOf('bullet', 'ordered')),
          indent: may(number(0, 8)),
          offset: may(number(0, 10_000)),
          border: may(number(0, 1)),
        }),
      }),
      1000,
      0,
    ),
  ),
})
const cell = typed({
  rich_text: richText,
  raw_text: object({ type: need(string(20)), text: need(string(3000)) }),
  raw_number: object({ type: need(string(20)), text: need(string(100)), value: need(anyNumber) }),
})
const taskCard = block({
  task_id: need(string(255, 1)),
  title: need(string(255, 1)),
  details: may(richText),
  output: may(richText),
  sources: may(list(object({ type: need(oneOf('url')), url: need(url), text: need(string(255)) }), 100, 0)),
  status: need(oneOf('pending', 'in_progress', 'complete', 'error')),
})
const card = block({
  hero_image: may(image),
  icon: may(image),
  title: may(mrkdwn(150)),
  subtitle: may(mrkdwn(150)),
  body: may(mrkdwn(200)),
  actions: may(list(typed(elements, ['button']), 3)),
})

const kinds: Record<string, Rule> = {
  section: block(
    {
      text: may(anyText(3000)),
      fields: may(list(anyText(2000), 10)),
      accessory: may(schema(typed(elements, allowedIn.section))),
      expand: may(flag),
    },
    (value, at, report) => {
      if (isObject(value) && value.text === undefined && value.fields === undefined)
        report('missing required field: text or fields', at)
    },
  ),
  header: block({ text: need(plain(150)), level: may(number(1, 4)) }),
  divider: block({}),
  image: block(
    {
      image_url: may(url),
      slack_file: may(object({ id: may(string(100)), url: may(url) }, exactlyOne('id', 'url'))),
      alt_text: need(string(2000, 1)),
      title: may(plain(2000)),
    },
    exactlyOne('image_url', 'slack_file'),
  ),
  actions: block({ elements: need(list(schema(typed(elements, allowedIn.actions)), 25)) }),
  context: block({ elements: need(list(schema(typed(elements, allowedIn.context)), 10)) }),
  context_actions: block({ elements: need(list(schema(typed(elements, allowedIn.contextActions)), 5)) }),
  input: block({
    label: need(plain(2000)),
    element: need(schema(typed(elements, allowedIn.input))),
    hint: may(plain(2000)),
    optional: may(flag),
    dispatch_action: may(flag),
  }),
  markdown: block({ text: need(string(12_000, 1)) }),
  rich_text: richText,
  table: block({
    rows: need(list(list(cell, 20), 100)),
    column_settings: may(
      list(object({ align: may(oneOf('left', 'center', 'right')), is_wrapped: may(flag) }), 20, 0),
    ),
  }),
  data_table: block({
    rows: need(list(list(cell, 20), 201)),
    caption: need(string(2000, 1)),
    page_size: may(number(1, 100)),
    row_header_column_index: may(number(0, 19)),
  }),
  video: block({
    video_url: need(url),
    thumbnail_url: need(url),
    alt_text: need(string(2000, 1)),
    title: need(plain(199)),
    title_url: may(url),
    author_name: may(string(49)),
    provider_name: may(string(100)),
    provider_icon_url: may(url),
    description: may(plain(199)),
  }),
  file: block({ source: need(oneOf('remote')), external_id: need(string(255, 1)) }),
  alert: block({
    text: need(anyText(3000)),
    level: may(oneOf('default', 'info', 'warning', 'error', 'success')),
  }),
  card,
  carousel: block({ elements: need(list(typed({ card }), 10)) }),
  task_card: taskCard,
  plan: block({ title: need(string(255, 1)), tasks: may(list(typed({ task_card: taskCard }), 50, 0)) }),
}

const inContainer = [
  'actions',
  'context',
  'divider',
  'file',
  'header',
  'image',
  'input',
  'rich_text',
  'section',
]
kinds.container = block({
  title: may(plain(150)),
  rich_text_title: may(richText),
  subtitle: may(anyText(150)),
  child_blocks: need(list(typed(kinds, [...inContainer, 'table', 'video']), 50)),
  width: may(oneOf('narrow', 'standard', 'wide', 'full')),
  icon: may(image),
  is_collapsible: may(flag),
  default_collapsed: may(flag),
  has_header_divider: may(flag),
})

const everywhere = [
  'section',
  'header',
  'divider',
  'image',
  'actions',
  'context',
  'input',
  'rich_text',
  'video',
]
const inMessages = ['markdown', 'file', 'table', 'data_table', 'context_actions', 'plan', 'task_card']

/** Which blocks may stand on which surface. */
export const blockRule: Record<Surface, Rule> = {
  message: typed(kinds, [...everywhere, ...inMessages, 'card', 'carousel', 'container']),
  modal: typed(kinds, [...everywhere, 'alert']),
  home: typed(kinds, everywhere),
}

function anyNumber(value: unknown, at: string, report: (message: string, at: string) => void): void {
  if (typeof value !== 'number' || !Number.isFinite(value)) report('must provide a number', at)
}

/** Slack's rich text nests too freely to be worth a table: its parts are objects with a type. */
function richPart(fields: Record<string, Field>): Rule {
  const part: Rule = (value, at, report) => {
    if (!isObject(value) || typeof value.type !== 'string') report('missing required field: type', at)
  }
  return object({ type: need(string(100)), elements: need(list(part, 3000, 0)), ...fields })
}
