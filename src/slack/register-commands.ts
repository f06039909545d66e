import type { AnyMiddlewareArgs, App as Bolt, SlackCommandMiddlewareArgs } from '@slack/bolt'
import type { Caller } from '../contract/caller.ts'
import type { Log } from '../contract/log.ts'
import type { Reply } from '../contract/reply.ts'
import { unescaped } from '../contract/unescaped.ts'
import { promptAnswer } from './acknowledgement.ts'
import { replyOf } from './funnel.ts'
import type { Gesture } from './gesture.ts'
import type { InFlight } from './in-flight.ts'
import { turns } from './turns.ts'

type Parts = {
  now: () => Date
  flight: InFlight
  owed: InFlight
  log: Log
  answer(caller: Caller, typed: { command: string; text: string }): Promise<Reply>
  act(gesture: Gesture): Promise<void>
}

/**
 * Answers what is typed. A command is acknowledged with its answer, or without where that takes long, since an answer
 * shows whether it was heard. All commands are taken here, before Bolt asks each of its listeners whether it is meant.
 */
export function registerCommands(bolt: Bolt, { now, flight, owed, log, answer, act }: Parts): void {
  const turn = turns(now)
  bolt.use(async (args) => {
    if (!isCommand(args)) return args.next()
    const { ack, body, respond } = args
    const { command, text, user_id: slackId, channel_id: channelId, trigger_id: triggerId } = body
    const typed = { command, text: unescaped(text ?? '') }
    const isBusy = turn.isLong()
    const prompt = promptAnswer(ack, command, log)
    if (isBusy) await prompt.give()
    owed.track(command, prompt.settled)
    const work = act({
      what: command,
      slackId,
      request: triggerId,
      channelId,
      channelName: body.channel_name,
      respond,
      triggerId,
      async answer(caller) {
        if (isBusy) await turn.next()
        return answer(caller, typed)
      },
      async acknowledge(outcome, language) {
        const reply = replyOf(outcome, language)
        if (reply.kind === 'ephemeral') return prompt.give({ response_type: 'ephemeral', ...reply.message })
        await prompt.give()
        return false
      },
    })
    flight.track(command, work)
  })
}

function isCommand<Args extends AnyMiddlewareArgs>(args: Args): args is Args & SlackCommandMiddlewareArgs {
  return 'command' in args
}
