import { randomBytes } from 'node:crypto'
import { checkedView } from '../blocks/check-blocks.ts'
import type { Core } from '../core.ts'
import { slackId } from '../delivery/deliverer.ts'
import { slackView } from '../delivery/payloads.ts'
import { publishHome, showStack } from '../stage.ts'
import type { StoredView } from '../state/changes.ts'
import type { Args } from './args.ts'
import { findUser } from './find.ts'
import { type Method, SlackError } from './method.ts'

export const viewMethods: Record<string, Method> = {
  'views.open': { token: 'bot', tier: 4, run: open },
  'views.push': { token: 'bot', tier: 4, run: push },
  'views.update': { token: 'bot', tier: 4, run: update },
  'views.publish': { token: 'bot', tier: 4, run: publish },
}

const largestView = 250_000

/**
 * The view of a call or of a `response_action`, checked. `replaces`: the views that go away for it.
 * Throws `view_too_large`, `invalid_arguments` with the reasons, `duplicate_external_id`.
 */
export function readView(core: Core, given: unknown, type: 'modal' | 'home', replaces: StoredView[] = []) {
  if (typeof given !== 'object' || given === null)
    throw new SlackError('invalid_arguments', ['must provide an object [json-pointer:/view]'])
  if (JSON.stringify(given).length > largestView) throw new SlackError('view_too_large')
  const body = checkedView(given, type)
  const externalId = body.external_id
  if (typeof externalId === 'string' && externalId !== '') {
    const other = findByExternalId(core, externalId)
    if (other !== undefined && !replaces.some((view) => view.id === other.id))
      throw new SlackError('duplicate_external_id')
  }
  return body
}

/** A view that has never been shown. */
export function newView(user: string, body: StoredView['body'], below?: StoredView): StoredView {
  const id = slackId('V')
  return {
    id,
    hash: newHash(),
    type: body.type === 'home' ? 'home' : 'modal',
    user,
    body,
    rootId: below?.rootId ?? id,
    ...(below === undefined ? {} : { previousId: below.id }),
    values: {},
  }
}

/** The same view with another content: a new hash, no errors, and what was typed where the inputs remain. */
export function changedView(view: StoredView, body: StoredView['body']): StoredView {
  const { errors: _, ...kept } = view
  const ids = new Set(body.blocks.map((block) => block.block_id))
  const values = Object.fromEntries(Object.entries(view.values).filter(([block]) => ids.has(block)))
  return { ...kept, hash: newHash(), body, values }
}

function open(core: Core, call: Args) {
  const person = core.triggers.whose(call.text('trigger_id') ?? '')
  const body = readView(core, givenView(call), 'modal', core.modals.stack(person ?? ''))
  const trigger = takeTrigger(core, call)
  const view = newView(trigger.user, body)
  core.modals.open(view)
  showStack(core, trigger.user)
  return { view: slackView(core, view) }
}

function push(core: Core, call: Args) {
  const body = readView(core, givenView(call), 'modal')
  const trigger = takeTrigger(core, call)
  const top = core.modals.stack(trigger.user).at(-1)
  // Only a press or a submission inside a modal may push.
  if (trigger.viewId === undefined || top === undefined) throw new SlackError('invalid_trigger_id')
  const view = newView(trigger.user, body, top)
  if (!core.modals.push(view)) throw new SlackError('push_limit_reached')
  showStack(core, trigger.user)
  return { view: slackView(core, view) }
}

function update(core: Core, call: Args) {
  const externalId = call.text('external_id')
  const id = call.text('view_id')
  if (id === undefined && externalId === undefined)
    throw new SlackError('invalid_arguments', ['missing required field: view_id'])
  const before =
    externalId === undefined
      ? (core.modals.find(id ?? '') ?? [...core.workspace.homes.values()].find((view) => view.id === id))
      : findByExternalId(core, externalId)
  if (before === undefined) throw new SlackError('not_found')
  checkHash(call, before)
  const after = changedView(before, readView(core, givenView(call), before.type, [before]))
  if (after.type === 'home') publishHome(core, after)
  else {
    core.modals.replace(after)
    showStack(core, after.user)
  }
  return { view: slackView(core, after) }
}

function publish(core: Core, call: Args) {
  const user = findUser(core, call.need('user_id'))
  const before = core.workspace.homes.get(user.id)
  if (before !== undefined) checkHash(call, before)
  const body = readView(core, givenView(call), 'home', before === undefined ? [] : [before])
  const view = before === undefined ? newView(user.id, body) : changedView(before, body)
  publishHome(core, view)
  return { view: slackView(core, view) }
}

function givenView(call: Args): unknown {
  return call.json('view', 'invalid_arguments')
}

function checkHash(call: Args, view: StoredView): void {
  const hash = call.text('hash')
  if (hash !== undefined && hash !== '' && hash !== view.hash) throw new SlackError('hash_conflict')
}

function takeTrigger(core: Core, call: Args): { user: string; viewId?: string } {
  const id = call.need('trigger_id')
  const taken = core.triggers.take(id)
  if (taken === 'invalid') throw new SlackError('invalid_trigger_id')
  if (taken === 'expired') throw new SlackError('expired_trigger_id')
  if (taken === 'exchanged') throw new SlackError('exchanged_trigger_id')
  return taken
}

function findByExternalId(core: Core, externalId: string): StoredView | undefined {
  const open = [...core.workspace.users.keys()].flatMap((user) => core.modals.stack(user))
  return [...open, ...core.workspace.homes.values()].find((view) => view.body.external_id === externalId)
}

function newHash(): string {
  return `${Math.floor(Date.now() / 1000)}.${randomBytes(6).toString('hex')}`
}
