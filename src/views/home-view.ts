import type { HomeView, KnownBlock } from '@slack/types'
import type { AssignmentList } from '../domain/assignment/rules.ts'
import { type Language, type Names, nameIn } from '../domain/language/rules.ts'
import { texts } from '../texts/texts.ts'
import { assignmentList } from './assignment-list.ts'
import { context, header, section } from './blocks.ts'
import { escapeMrkdwn } from './mrkdwn.ts'

/** Slack's limit for a Home tab. */
const mostBlocks = 100

/** What a person sees on the bot's Home tab: what they answer for in the plan, what they owe, and how to ask for more. */
export function homeView(
  committee: Names,
  { desks, owed }: { desks: readonly KnownBlock[][]; owed?: AssignmentList },
  language: Language,
): HomeView {
  const say = texts(language)
  const list =
    owed === undefined
      ? [section(say('home.stranger'))]
      : assignmentList(owed, { key: 'assignments.mine' }, language).blocks
  const parts = [...desks, list].flatMap((blocks, at): KnownBlock[] =>
    at === 0 ? blocks : [{ type: 'divider' }, ...blocks],
  )
  return {
    type: 'home',
    blocks: [
      header(nameIn(committee, language)),
      ...parts.slice(0, mostBlocks - 2),
      context(escapeMrkdwn(say('home.more'))),
    ],
  }
}

/** The Home tab of a bot that serves no committee yet. */
export function homeBeforeImport(language: Language): HomeView {
  return { type: 'home', blocks: [header('Rapporteur'), section(texts(language)('committee.none'))] }
}
