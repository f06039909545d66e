import { sign } from '../../src/sandbox/delivery/http-line.ts'
import type { RunningBot } from './running-bot.ts'

let count = 0

/** Tells the bot of an event, signed as Slack would sign it; the status of its answer. */
export async function tellOf(bot: RunningBot, event: Record<string, unknown>): Promise<number> {
  const body = JSON.stringify({
    type: 'event_callback',
    event_id: `Ev-signed-${++count}`,
    team_id: 'T0PRACTICE',
    api_app_id: 'A0BOT',
    authorizations: [{ team_id: 'T0PRACTICE', user_id: 'U0BOT', is_bot: true }],
    event,
  })
  const timestamp = String(Math.floor(Date.now() / 1_000))
  const headers = {
    'content-type': 'application/json',
    'x-slack-request-timestamp': timestamp,
    'x-slack-signature': sign(bot.sandbox.signingSecret, timestamp, body),
  }
  const answer = await fetch(bot.requestUrl, { method: 'POST', headers, body })
  await answer.text()
  return answer.status
}
