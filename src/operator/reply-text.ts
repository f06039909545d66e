import type { Reply } from '../contract/reply.ts'
import { plainText } from '../views/plain-text.ts'

/** The reply as Slack would be sent it. */
export function replyPayload(reply: Reply): object {
  switch (reply.kind) {
    case 'ephemeral':
      return { response_type: 'ephemeral', ...reply.message }
    case 'replace':
      return { response_type: 'ephemeral', replace_original: true, ...reply.message }
    case 'modal':
    case 'update':
    case 'home':
      return { view: reply.view }
    case 'unfurl':
      return { unfurls: reply.cards }
    case 'nothing':
      return {}
  }
}

/** The reply as an operator reads it; `names` stand for Slack's ids. */
export function replyText(reply: Reply, names?: ReadonlyMap<string, string>): string {
  if ('message' in reply) return plainText(reply.message, names)
  return 'view' in reply ? '(a view opens in Slack; --json prints it)' : '(nothing is answered)'
}
