import type { App } from '../../src/app.ts'
import type { Caller } from '../../src/contract/caller.ts'
import { type MessagePart, messageParts, withoutMarks } from '../../src/contract/message-parts.ts'
import { nameIn } from '../../src/domain/language/rules.ts'
import type { Member } from '../../src/domain/member/rules.ts'
import { texts } from '../../src/texts/texts.ts'

/** Somebody of the committee whom a message mentions, with the id by which it does. */
export type Mentioned = { member: Member; slackId: string }

/** Longer messages are not read to their end, nor more mentions: what one asks for stands at its beginning. */
const mostRead = 3_000
const mostMentioned = 10

/** A message in plain words, with the names of those whom it mentions, and who of the committee they are. */
export async function messageSaid(
  app: App,
  caller: Caller,
  text: string,
): Promise<{ words: string; mentioned: Mentioned[] }> {
  const parts = messageParts(text)
  const ids = parts.flatMap((part) => (part.kind === 'person' ? [part.id] : []))
  const mentioned = await Promise.all(
    [...new Set(ids)].slice(0, mostMentioned).map(async (slackId): Promise<Mentioned[]> => {
      const [member] = await app.members.called(`<@${slackId}>`)
      return member === undefined ? [] : [{ member, slackId }]
    }),
  ).then((found) => found.flat())
  const channels = parts.some(({ kind }) => kind === 'channel') ? await channelNames(app) : new Map()
  const names = new Map(
    mentioned.map(({ member, slackId }) => [slackId, nameIn(member.names, caller.language)]),
  )
  const words = parts.map((part) => partInWords(part, { names, channels }, caller)).join('')
  return { words: withoutMarks(words.slice(0, mostRead)), mentioned }
}

function partInWords(
  part: MessagePart,
  { names, channels }: Record<'names' | 'channels', ReadonlyMap<string, string>>,
  { language }: Caller,
): string {
  const say = texts(language)
  if (part.kind === 'words') return part.text
  const { id, label } = part
  switch (part.kind) {
    case 'person':
      return names.get(id) ?? label ?? say('message.somebody')
    case 'channel':
      return label === undefined ? (channels.get(id) ?? say('message.channel')) : `#${label}`
    case 'people':
      return label ?? say('message.people')
  }
}

/** The channels of the groups by their ids, as the committee's file calls them. */
async function channelNames(app: App): Promise<Map<string, string>> {
  const groups = (await app.groups.all()).filter(({ isHidden }) => isHidden !== true)
  return new Map(
    groups.flatMap(({ channelId, channel, code }) =>
      channelId === undefined ? [] : [[channelId, channel ?? code]],
    ),
  )
}
