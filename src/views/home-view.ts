import type { HomeView, KnownBlock } from '@slack/types'
import type { PersonDesk } from '../domain/desk/service.ts'
import { type Language, type Names, nameIn } from '../domain/language/rules.ts'
import { texts } from '../texts/texts.ts'
import { context, header, section } from './blocks.ts'
import { deskDecide } from './desk-decide.ts'
import { deskOthers } from './desk-others.ts'
import { deskOwed } from './desk-owed.ts'
import type { DeskReader } from './desk-reader.ts'
import { deskSettings } from './desk-settings.ts'
import { deskWatched } from './desk-watched.ts'
import { escapeMrkdwn } from './mrkdwn.ts'

/** Slack's limit for a Home tab. */
const mostBlocks = 100

/** What lies on a member's own desk, and their settings. */
export type OwnDesk = {
  desk: PersonDesk
  settings: Parameters<typeof deskSettings>[0]
  reader: DeskReader
}

/**
 * What a person sees on the bot's Home tab: what waits for them, what they owe, wait for and watch, then `desks`, what they
 * answer for in the plan, and last their settings. `own` is absent for somebody whom the committee does not know.
 */
export function homeView(
  committee: Names,
  { own, desks }: { own?: OwnDesk; desks: readonly KnownBlock[][] },
  language: Language,
): HomeView {
  const say = texts(language)
  const first = own === undefined ? [[section(say('home.stranger'))]] : ownParts(own, language)
  const last = own === undefined ? [] : [deskSettings(own.settings, own.reader, language)]
  const around = 2 + [...first, ...last].reduce((sum, part) => sum + part.length + 1, 0)
  const room = mostBlocks - around
  const plans = joined(desks.filter((part) => part.length > 0))
  // A desk too long for the tab is told on by the plan's own command.
  const shown = plans.length <= room ? plans : [...plans.slice(0, room - 1), context(say('home.plan-more'))]
  return {
    type: 'home',
    blocks: [
      header(nameIn(committee, language)),
      ...joined([...first, shown, ...last].filter((part) => part.length > 0)),
      context(escapeMrkdwn(say('home.more'))),
    ],
  }
}

/** The parts in which there is something; where nothing waits for anybody, that is said. */
function ownParts({ desk, reader }: OwnDesk, language: Language): KnownBlock[][] {
  const { decide, owed, others, watched } = desk
  const waiting = [
    deskDecide(decide, reader, language),
    deskOwed(owed, desk, language),
    deskOthers(others, reader, language),
  ].filter((part) => part.length > 0)
  const nothing = [section(texts(language)('home.nothing'))]
  return [...(waiting.length === 0 ? [nothing] : waiting), deskWatched(watched, language)].filter(
    (part) => part.length > 0,
  )
}

function joined(parts: readonly KnownBlock[][]): KnownBlock[] {
  return parts.flatMap((blocks, at): KnownBlock[] => (at === 0 ? blocks : [{ type: 'divider' }, ...blocks]))
}

/** The Home tab of a bot that serves no committee yet. */
export function homeBeforeImport(language: Language): HomeView {
  return { type: 'home', blocks: [header('Rapporteur'), section(texts(language)('committee.none'))] }
}
