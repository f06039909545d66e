/** Whether a payload has what Bolt and our own listeners reach into. */
export function isSlackBody(body: unknown): boolean {
  if (!isObject(body)) return false
  const { type, event, user, view, actions, channel, message } = body
  if (type === 'event_callback') return isObject(event)
  if (type === 'view_submission') return isObject(user) && isObject(view)
  if (type === 'block_actions') return isObject(user) && Array.isArray(actions) && actions.every(isObject)
  if (type === 'message_action') return isObject(user) && isObject(channel) && isObject(message)
  if (type === 'shortcut' || type === 'block_suggestion') return isObject(user)
  return true
}

/** The same of a request's body as it came, by its content type; one that can't be read is none. */
export function isSlackRequest(contentType: string, rawBody: string): boolean {
  if (contentType.includes('application/json')) return isSlackBody(parsed(rawBody))
  const payload = new URLSearchParams(rawBody).get('payload')
  return payload === null || isSlackBody(parsed(payload))
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
