import type { Core } from '../core.ts'
import { interactionBase, slackView } from '../delivery/payloads.ts'
import type { CloseRequest, PageAnswer, SubmitRequest } from '../protocol.ts'
import { showStack } from '../stage.ts'
import type { StoredView } from '../state/changes.ts'
import { SlackError } from '../web-api/method.ts'
import { changedView, newView, readView } from '../web-api/views.ts'
import { allBlocks, elementsOf } from './find-element.ts'
import { missingInputs } from './missing-inputs.ts'
import { knownState } from './press.ts'

type Json = Record<string, unknown>

/** The submit button of a modal: `view_submission`, and what its answer asks for. */
export async function submitView(core: Core, request: SubmitRequest): Promise<PageAnswer> {
  const found = core.modals.find(request.viewId)
  if (found === undefined || found.user !== request.as) return { ok: false, error: 'view_gone' }
  const { errors: _, ...clean } = found
  const values = knownState({ in: 'view', view: found, blocks: found.body.blocks }, request.state)
  const view: StoredView = { ...clean, values }
  core.modals.replace(view)
  const missing = missingInputs(view, core.workspace.users.get(request.as)?.locale ?? 'en-US')
  if (Object.keys(missing).length > 0) return refuse(core, view, missing)

  const payload = {
    type: 'view_submission',
    ...interactionBase(core, request.as),
    trigger_id: core.triggers.give(request.as, view.id),
    view: slackView(core, view),
    response_urls: responseUrlsOf(core, view),
  }
  const ack = await core.deliver.gesture('interactive', payload, true)
  if (!ack.ok) return ack
  try {
    return follow(core, view, ack.body)
  } catch (error) {
    if (!(error instanceof SlackError)) throw error
    core.log(`the answer to a submission was refused: ${error.code} ${error.messages.join('; ')}`)
    return { ok: false, error: 'bot_error' }
  }
}

/** The modal was closed: `view_closed`, where its view asked to be told. */
export async function closeView(core: Core, request: CloseRequest): Promise<PageAnswer> {
  const view = core.modals.find(request.viewId)
  if (view === undefined || view.user !== request.as) return { ok: false, error: 'view_gone' }
  const all = view.body.clear_on_close === true
  const gone = all ? core.modals.clear(request.as) : core.modals.remove(view.id)
  showStack(core, request.as)
  for (const each of gone) {
    if (each.body.notify_on_close !== true) continue
    const payload = {
      type: 'view_closed',
      ...interactionBase(core, request.as),
      view: slackView(core, each),
      is_cleared: all,
    }
    await core.deliver.gesture('interactive', payload, false)
  }
  return { ok: true }
}

/** Does what `response_action` says. The view may have been changed by an API call meanwhile. */
function follow(core: Core, sent: StoredView, answer: Json): PageAnswer {
  const view = core.modals.find(sent.id)
  const action = answer.response_action
  if (view === undefined) return { ok: true }
  if (action === 'errors') return refuse(core, view, readErrors(view, answer.errors))
  if (action === 'update')
    core.modals.replace(changedView(view, readView(core, answer.view, 'modal', [view])))
  else if (action === 'push') {
    if (!core.modals.push(newView(view.user, readView(core, answer.view, 'modal'), view)))
      throw new SlackError('push_limit_reached')
  } else if (action === 'clear') core.modals.clear(view.user)
  else if (action === undefined) core.modals.remove(view.id)
  else throw new SlackError('invalid_arguments', [`unsupported response_action: ${String(action)}`])
  showStack(core, view.user)
  return { ok: true }
}

function refuse(core: Core, view: StoredView, errors: Record<string, string>): PageAnswer {
  core.modals.replace({ ...view, errors })
  showStack(core, view.user)
  return { ok: true }
}

/** Errors must name input blocks of the view; Slack shows nothing but a failure otherwise. */
function readErrors(view: StoredView, given: unknown): Record<string, string> {
  if (typeof given !== 'object' || given === null || Object.keys(given).length === 0)
    throw new SlackError('invalid_arguments', ['errors must name at least one block'])
  const read: Record<string, string> = {}
  for (const [blockId, text] of Object.entries(given)) {
    const isInput = view.body.blocks.some((block) => block.block_id === blockId && block.type === 'input')
    if (!isInput) throw new SlackError('invalid_arguments', [`no input block has the id ${blockId}`])
    if (typeof text !== 'string') throw new SlackError('invalid_arguments', [`the error of ${blockId}`])
    read[blockId] = text
  }
  return read
}

/** For every select with `response_url_enabled`: a response URL to the channel that was chosen. */
function responseUrlsOf(core: Core, view: StoredView): Json[] {
  return allBlocks(view.body.blocks).flatMap((block) =>
    elementsOf(block).flatMap((element) => {
      if (element.response_url_enabled !== true) return []
      const value = view.values[String(block.block_id)]?.[String(element.action_id)]
      const chosen = typeof value === 'object' && value !== null ? (value as Json) : {}
      const channel = chosen.selected_conversation ?? chosen.selected_channel
      if (typeof channel !== 'string') return []
      return [
        {
          block_id: block.block_id,
          action_id: element.action_id,
          channel_id: channel,
          response_url: core.responseUrls.give({ channel, user: view.user }),
        },
      ]
    }),
  )
}
