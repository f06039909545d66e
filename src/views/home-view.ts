import type { HomeView } from '@slack/types'
import type { AssignmentList } from '../domain/assignment/rules.ts'
import { type Language, type Names, nameIn } from '../domain/language/rules.ts'
import { texts } from '../texts/texts.ts'
import { assignmentList } from './assignment-list.ts'
import { context, header, section } from './blocks.ts'
import { escapeMrkdwn } from './mrkdwn.ts'

/** What a member sees on the bot's Home tab: what they owe, and how to ask for more. */
export function homeView(committee: Names, owed: AssignmentList | undefined, language: Language): HomeView {
  const say = texts(language)
  const list =
    owed === undefined
      ? [section(say('home.stranger'))]
      : assignmentList(owed, { key: 'assignments.mine' }, language).blocks
  return {
    type: 'home',
    blocks: [header(nameIn(committee, language)), ...list, context(escapeMrkdwn(say('home.more')))],
  }
}

/** The Home tab of a bot that serves no committee yet. */
export function homeBeforeImport(language: Language): HomeView {
  return { type: 'home', blocks: [header('Rapporteur'), section(texts(language)('committee.none'))] }
}
