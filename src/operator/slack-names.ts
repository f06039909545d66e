import type { App } from '../app.ts'
import { nameIn } from '../domain/language/rules.ts'

/** What a terminal shows in place of Slack's ids: the channels and members that have been found in Slack. */
export async function slackNames(app: App): Promise<ReadonlyMap<string, string>> {
  const language = (await app.committees.get())?.languages[0] ?? 'en'
  const channels = (await app.groups.all()).map(({ channel, channelId }) => [channelId, channel])
  const people = (await app.members.all()).map((member) => [
    member.slackId,
    nameIn(member.names, member.language ?? language),
  ])
  return new Map(
    [...channels, ...people].flatMap(([id, name]): [string, string][] =>
      id === undefined || name === undefined ? [] : [[id, name]],
    ),
  )
}
