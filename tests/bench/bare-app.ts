// A Bolt app that acknowledges every command and does nothing else, on the receiver that Rapporteur itself uses.
import process from 'node:process'
import { App as Bolt } from '@slack/bolt'
import { logger } from '../../src/runtime/logger.ts'
import { listenHttp } from '../../src/slack/listen-http.ts'
import { slackLogger } from '../../src/slack/slack-logger.ts'

const log = logger({ level: 'warn' })
const { httpPort } = await listenHttp({
  settings: { signingSecret: process.env.SLACK_SIGNING_SECRET ?? '', host: '127.0.0.1', port: 0 },
  pages: [],
  prepare(receiver) {
    const bolt = new Bolt({
      receiver,
      logger: slackLogger(log),
      authorize: async () => ({ botToken: 'xoxb-bench' }),
    })
    bolt.command(/^\//, ({ ack }) => ack())
  },
  now: () => new Date(),
  log,
})
process.on('disconnect', () => process.exit(0))
process.send?.(httpPort)
