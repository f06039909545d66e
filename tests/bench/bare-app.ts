// A Bolt app that acknowledges every command and does nothing else, on the receiver that Rapporteur itself uses. With
// READY=1 it acknowledges with an answer as long as a card that lies ready: what Bolt itself takes for that.
import process from 'node:process'
import { App as Bolt } from '@slack/bolt'
import { logger } from '../../src/runtime/logger.ts'
import { listenHttp } from '../../src/slack/listen-http.ts'
import { slackLogger } from '../../src/slack/slack-logger.ts'

const log = logger({ level: 'warn' })
const words = '数据安全技术 Data security technology, public comment stage (30) since 1 July'
const section = { type: 'section' as const, text: { type: 'mrkdwn' as const, text: words.repeat(6) } }
const ready = { response_type: 'ephemeral' as const, text: words, blocks: Array(5).fill(section) }
const answer = process.env.READY === '1' ? ready : undefined
const { httpPort } = await listenHttp({
  settings: { signingSecret: process.env.SLACK_SIGNING_SECRET ?? '', host: '127.0.0.1', port: 0 },
  pages: [],
  prepare(receiver) {
    const bolt = new Bolt({
      receiver,
      logger: slackLogger(log),
      authorize: async () => ({ botToken: 'xoxb-bench' }),
    })
    bolt.command(/^\//, ({ ack }) => ack(answer))
  },
  now: () => new Date(),
  log,
})
process.on('disconnect', () => process.exit(0))
process.send?.(httpPort)
