// "Show a message…" below what the next run would say.
import type { App } from '../../src/app.ts'
import { action } from '../../src/contract/action.ts'
import type { Caller } from '../../src/contract/caller.ts'
import { UserError } from '../../src/contract/errors.ts'
import { ephemeral, type Message } from '../../src/contract/reply.ts'
import { nameIn } from '../../src/domain/language/rules.ts'
import { texts } from '../../src/texts/texts.ts'
import { momentInWords } from '../../src/views/dates.ts'
import { groupName } from '../../src/views/group-name.ts'
import { messageAhead } from '../../src/views/message-ahead.ts'
import { brief } from '../../src/views/mrkdwn.ts'
import { plainMessage } from '../../src/views/plain-message.ts'
import { type RunPress, showMessageId } from '../../src/views/run-value.ts'
import { shownMessage } from '../../src/views/shown-message.ts'
import { skippedInWords } from '../../src/views/skipped-words.ts'
import { channelMark } from '../../src/views/unreached-words.ts'
import { runPressed } from './run-pressed.ts'

export const showMessage = action({
  id: showMessageId,
  value: runPressed,
  who: 'chair-or-secretariat',
  run: async (app, caller, pressed) =>
    ephemeral(
      pressed.what === 'asks' ? await toMember(app, caller, pressed) : await toGroup(app, caller, pressed),
    ),
})

async function toGroup(app: App, { language }: Caller, { kind, on, who }: RunPress): Promise<Message> {
  const found = await app.runs.toGroup(kind, who, on)
  if (found === undefined) throw new UserError('ahead.gone')
  const { ahead, told } = found
  const name = groupName(ahead.group, language)
  if (ahead.say && told !== undefined)
    return shownMessage(
      messageAhead(told, { on: ahead.slot.on, at: ahead.slot.at, zone: ahead.group.zone }),
      texts(language)('ahead.shown-group', { name: brief(name, 100), channel: channelMark(ahead.group) }),
    )
  const why = ahead.say ? '' : skippedInWords(ahead.why, language)
  return plainMessage('ahead.shown-nothing', { name, why }, language)
}

async function toMember(app: App, { language }: Caller, { on, who }: RunPress): Promise<Message> {
  const member = (await app.members.all()).find(({ id }) => id === who)
  const ahead = member && (await app.runs.toMember(member, on))
  if (member === undefined || ahead === undefined) throw new UserError('ahead.gone')
  const { facts, at, zone } = ahead
  const say = texts(language)
  const name = nameIn(member.names, language)
  if (facts.say)
    return shownMessage(
      messageAhead(facts.told, { on, at, zone: facts.zone }),
      say(ahead.isLater === true ? 'ahead.shown-member-later' : 'ahead.shown-member', {
        name: brief(name, 100),
        at: momentInWords(at, zone, language),
      }),
    )
  const why = {
    cap: say('ahead.unasked-cap'),
    snoozed: say('ahead.unasked-snoozed'),
    'not-in-slack': say('ahead.unasked-not-in-slack'),
    'day-off': say('ahead.unasked-quiet-until-day-off'),
  }[facts.why]
  return plainMessage('ahead.shown-nothing', { name, why: why ?? say('ahead.settled') }, language)
}
