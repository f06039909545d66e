import { createHash } from 'node:crypto'
import path from 'node:path'
import type { App } from '../app.ts'
import { type Language, nameIn } from '../domain/language/rules.ts'
import type { Member, RoleName } from '../domain/member/rules.ts'
import { linkDomains } from '../domain/standard/links.ts'
import { FolderTaken, type Sandbox, type SandboxSeed, startSandbox } from '../sandbox/index.ts'
import { type Listed, offeredCommands, offeredShortcuts } from '../slack/manifest.ts'
import { texts } from '../texts/texts.ts'
import { notLinkedElsewhere } from './linked-elsewhere.ts'
import { PlaceTaken, placeTaken } from './place-taken.ts'

/**
 * Starts the practice workspace: the committee's people and channels as its users and channels.
 * @throws PlaceTaken where another process has its port or its folder; LinkedElsewhere where the committee serves in
 *   another Slack
 */
export async function startPractice(
  app: App,
  listed: Listed,
  settings: { dataDir: string; port: number; log: (line: string) => void },
): Promise<Sandbox> {
  await notLinkedElsewhere(app, (channel) => slackId('C', channel))
  return startSandbox({
    port: settings.port,
    dir: path.join(settings.dataDir, 'sandbox'),
    seed: await seedFrom(app, listed),
    now: app.now,
    log: settings.log,
  }).catch((error: unknown) => {
    if (!(error instanceof FolderTaken)) throw placeTaken(error, 'SANDBOX_PORT', settings.port)
    const told = `RAPPORTEUR_DATA: another Rapporteur is running in ${settings.dataDir}; end it, or name another folder`
    throw new PlaceTaken(told, { cause: error })
  })
}

async function seedFrom(app: App, { slashCommands, shortcuts, events }: Listed): Promise<SandboxSeed> {
  const committee = await app.committees.get()
  const groups = await app.groups.active()
  const members = (await app.members.all()).sort(byRank)
  const languages = new Map(groups.map((group) => [group.code, group.language]))
  const isOfAll = ({ roles }: Member) => roles.some(({ group }) => group === undefined)
  const inGroup = (code: string) =>
    members.filter((one) => isOfAll(one) || one.roles.some(({ group }) => group === code))
  const channel = (name: string, topic: string, people: readonly Member[]) => ({
    id: slackId('C', name),
    name: name.replace(/^#/, ''),
    topic,
    members: people.map(userId),
    bot: true,
  })
  const own =
    committee?.channel === undefined
      ? []
      : [channel(committee.channel, nameIn(committee.names, 'zh-CN'), members.filter(isOfAll))]
  return {
    team: {
      id: 'T0PRACTICE',
      name: nameIn(committee?.shortNames ?? committee?.names ?? {}, 'en') || 'Practice',
      domain: 'practice',
    },
    users: members.map((member) => ({
      id: userId(member),
      handle: member.id,
      name: nameIn(member.names, member.language ?? committee?.languages[0] ?? 'en'),
      title: titleOf(member),
      email: member.email ?? '',
      locale: localeOf(member.language ?? committee?.languages[0] ?? 'en'),
      zone: member.zone ?? committee?.zone ?? 'UTC',
    })),
    channels: [
      ...own,
      ...groups.flatMap((group) =>
        group.channel === undefined
          ? []
          : [
              channel(
                group.channel,
                nameIn(group.names, languages.get(group.code) ?? 'en'),
                inGroup(group.code),
              ),
            ],
      ),
    ],
    commands: offeredCommands(slashCommands).map((command) => ({ ...command, shouldEscape: true })),
    shortcuts: offeredShortcuts(shortcuts),
    events: events.map(({ type }) => type),
    linkDomains,
    bot: { userId: 'U0RAPPORTEUR', botId: 'B0RAPPORTEUR', appId: 'A0RAPPORTEUR', name: 'Rapporteur' },
  }
}

/** Their roles in both languages and their other name: whoever tries the sample out may read only one. */
function titleOf({ roles, names, language = 'zh-CN' }: Member): string {
  const told = roles.map(({ role, group }) => {
    const words = [texts('en')(`role.${role}`), texts('zh-CN')(`role.${role}`)].join(' ')
    return group === undefined ? words : `${words} ${group}`
  })
  const otherName = nameIn(names, language === 'en' ? 'zh-CN' : 'en')
  return [...told, ...(otherName === nameIn(names, language) ? [] : [otherName])].join(' · ')
}

/** The secretariat first, then who leads the committee and its groups. */
const rank: readonly RoleName[] = [
  'secretariat',
  'secretary-general',
  'chair',
  'vice-chair',
  'convenor',
  'deputy',
  'representative',
  'member',
  'observer',
]

function byRank(a: Member, b: Member): number {
  const place = ({ roles: [first] }: Member) =>
    `${first ? rank.indexOf(first.role) : 9} ${first?.group ?? ''}`
  return place(a).localeCompare(place(b), 'en', { numeric: true })
}

function userId(member: Member): string {
  return member.slackId ?? slackId('U', member.id)
}

/** The same name has the same id at every start, and the shape of Slack's. */
function slackId(letter: 'C' | 'U', name: string): string {
  return letter + createHash('sha256').update(name).digest('hex').slice(0, 10).toUpperCase()
}

function localeOf(language: Language): string {
  return language === 'en' ? 'en-US' : language
}
