import { randomBytes } from 'node:crypto'
import { fromApp } from '../markup.ts'
import type { Block } from '../protocol.ts'
import { SlackError } from '../web-api/method.ts'
import { blockRule, type Surface } from './kinds.ts'
import { flag, isObject, type Json, list, may, need, object, oneOf, type Report, string } from './rule.ts'
import { plain } from './texts.ts'

const mostBlocks: Record<Surface, number> = { message: 50, modal: 100, home: 100 }
/** Where Slack was seen to answer `msg_blocks_too_long`: all texts of a message together. */
const mostCharacters = 13_200
const mostMarkdown = 12_000

/** What Slack would refuse, each as `reason [json-pointer:/blocks/0/…]`; empty where it would take all. */
export function blockFaults(blocks: unknown, surface: Surface, at = '/blocks'): string[] {
  const faults: string[] = []
  const report: Report = (message, where) => faults.push(`${message} [json-pointer:${where}]`)
  list(blockRule[surface], mostBlocks[surface], 0)(blocks, at, report)
  if (!Array.isArray(blocks) || faults.length > 0) return faults
  uniqueIds(blocks, at, report)
  if (surface !== 'message') return faults
  if (blocks.filter((block) => block.type === 'table').length > 1) report('only one table is allowed', at)
  const markdown = blocks.filter((block) => block.type === 'markdown').map((block) => String(block.text))
  if (markdown.join('').length > mostMarkdown)
    report(`must be less than ${mostMarkdown + 1} characters in all markdown blocks`, at)
  return faults
}

/** The blocks with every missing id filled in. Throws `invalid_blocks` or `msg_blocks_too_long`. */
export function checkedBlocks(blocks: unknown[], surface: Surface): Block[] {
  const faults = blockFaults(blocks, surface)
  if (faults.length > 0) throw new SlackError('invalid_blocks', faults)
  if (surface === 'message' && characters(blocks) > mostCharacters)
    throw new SlackError('msg_blocks_too_long')
  return withIds(withMarkup(blocks) as Block[])
}

const viewFields = {
  type: need(oneOf('modal', 'home')),
  blocks: need(() => undefined),
  private_metadata: may(string(3000)),
  callback_id: may(string(255)),
  external_id: may(string(255)),
}
const modalRule = object({
  ...viewFields,
  title: need(plain(24)),
  submit: may(plain(24)),
  close: may(plain(24)),
  clear_on_close: may(flag),
  notify_on_close: may(flag),
  submit_disabled: may(flag),
})
const homeRule = object(viewFields)

/** The view with every missing block id filled in. Throws `invalid_arguments` with the reasons. */
export function checkedView(view: object, type: 'modal' | 'home'): { blocks: Block[] } & Json {
  const body: Json = { ...view }
  const faults: string[] = []
  const report: Report = (message, where) => faults.push(`${message} [json-pointer:${where}]`)
  ;(type === 'modal' ? modalRule : homeRule)(body, '/view', report)
  if (body.type !== type) report(`must be a view of type ${type}`, '/view/type')
  faults.push(...blockFaults(body.blocks, type, '/view/blocks'))
  const hasInput = Array.isArray(body.blocks) && body.blocks.some((each) => each?.type === 'input')
  if (type === 'modal' && hasInput && body.submit === undefined)
    report('`submit` is required when an `input` block is in the blocks array', '/view')
  if (faults.length > 0) throw new SlackError('invalid_arguments', faults)
  return { ...body, blocks: withIds(withMarkup(body.blocks) as Block[]) }
}

/** Block ids are unique in their message or view, action ids in their block. */
function uniqueIds(blocks: Json[], at: string, report: Report): void {
  const seen = new Set<unknown>()
  blocks.forEach((block, index) => {
    if (block.block_id !== undefined && block.block_id !== '') {
      if (seen.has(block.block_id)) report(`block_id ${block.block_id} already exists`, `${at}/${index}`)
      seen.add(block.block_id)
    }
    const actions = new Set<unknown>()
    for (const element of [block.elements, block.accessory, block.element].flat()) {
      if (!isObject(element) || element.action_id === undefined) continue
      if (actions.has(element.action_id))
        report(`action_id ${element.action_id} already exists`, `${at}/${index}`)
      actions.add(element.action_id)
    }
    if (Array.isArray(block.child_blocks))
      uniqueIds(block.child_blocks, `${at}/${index}/child_blocks`, report)
  })
}

/** Every mrkdwn text as Slack keeps it. */
function withMarkup(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withMarkup)
  if (!isObject(value)) return value
  if (value.type === 'mrkdwn' && typeof value.text === 'string')
    return { ...value, text: fromApp(value.text) }
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, withMarkup(each)]))
}

/** Slack names blocks and elements that bear no id. */
function withIds(blocks: Block[]): Block[] {
  return blocks.map((block) => {
    const named: Block = { ...block, block_id: block.block_id || newId() }
    for (const field of ['accessory', 'element']) {
      const element = named[field]
      if (isObject(element)) named[field] = withActionId(element)
    }
    if (block.type === 'actions' && Array.isArray(block.elements))
      named.elements = block.elements.map(withActionId)
    if (Array.isArray(block.child_blocks)) named.child_blocks = withIds(block.child_blocks)
    return named
  })
}

function withActionId(element: Json): Json {
  if (element.type === 'image' || element.action_id !== undefined) return element
  return { ...element, action_id: newId() }
}

function newId(): string {
  return randomBytes(4).toString('base64url').slice(0, 5)
}

/** The characters of every text in a value. */
function characters(value: unknown): number {
  if (Array.isArray(value)) return value.reduce((sum: number, each) => sum + characters(each), 0)
  if (!isObject(value)) return 0
  return Object.entries(value).reduce(
    (sum, [name, each]) =>
      sum + (name === 'text' && typeof each === 'string' ? each.length : characters(each)),
    0,
  )
}
