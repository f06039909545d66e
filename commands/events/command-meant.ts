import type { App } from '../../src/app.ts'
import type { SlashCommand } from '../../src/contract/command.ts'
import { type Route, route } from '../../src/contract/dispatch.ts'
import { UserError } from '../../src/contract/errors.ts'
import { commandNamed, type Typed } from '../../src/contract/spoken.ts'
import { designationInText } from '../../src/domain/designation/rules.ts'
import { assignmentNamed } from '../slash/assignment-meant.ts'
import { parseNamed } from '../slash/assignment-words.ts'
import { looksNamed, parseAssignmentQuery } from '../slash/assignments-query.ts'
import { namesDays } from '../slash/away-words.ts'

/**
 * Which command answers a question in plain words. The first of these that fits:
 *
 * 1. the command that its first word names;
 * 2. the short name of an assignment on record with a verb before it or behind it, or alone: `/assignments`;
 * 3. a group's code alone: `/wg`;
 * 4. words that narrow the list of assignments, and none besides, such as `overdue`, `my tasks`, `本周到期`: `/assignments`;
 * 5. `away` or `请假`, or another word for it with days: `/rapporteur`;
 * 6. a verb, or a slip of one, beside what looks like a short name, where no standard is called so: `/assignments`;
 * 7. `/standard`, which looks for numbers and for the words of titles.
 *
 * What those can't see who hear the answer counts as not on record.
 */
export async function commandMeant(
  app: App,
  commands: readonly SlashCommand[],
  question: string,
): Promise<Typed> {
  const named = commandNamed(commands, question)
  if (named !== undefined) return named
  const plain = question.replace(courtesy, '')
  if (await namesAssignment(app, commands, plain)) return { command: '/assignments', text: plain }
  if (await isGroup(app, question)) return { command: '/wg', text: question }
  const narrowed = await listNarrowed(app, plain)
  if (narrowed !== undefined) return { command: '/assignments', text: narrowed }
  if (saysAway(commands, plain)) return { command: '/rapporteur', text: plain }
  if (looksLikeVerb(commands, plain) && (await app.standards.find(question)).kind === 'none')
    return { command: '/assignments', text: plain }
  return { command: '/standard', text: question }
}

const courtesy = /^(?:please\s+|pls\s+|请\s*(?!假))/iu
const marksBehind = /[\s?？!！.。]+$/u

/** The verb of `command` with which the text begins, or which stands behind what it is about. */
function verbOf(commands: readonly SlashCommand[], command: string, text: string): Route | undefined {
  const found = route(commands, command, text)
  return found?.handler.verb === undefined ? undefined : found
}

async function namesAssignment(app: App, commands: readonly SlashCommand[], text: string): Promise<boolean> {
  const alone = text.replace(marksBehind, '')
  // A number alone is a standard's, whatever else is called so.
  if (designationInText(alone) === undefined && (await assignmentNamed(app, alone)) !== undefined) return true
  const verb = verbOf(commands, '/assignments', text)
  return verb !== undefined && (await assignmentNamed(app, parseNamed(verb.text).name)) !== undefined
}

async function isGroup(app: App, text: string): Promise<boolean> {
  return (await app.groups.active()).some(({ code }) => code.toLowerCase() === text.toLowerCase())
}

const beforeList =
  /^(?:(?:show|list)\s+(?:me\s+)?(?:all\s+)?(?:the\s+)?|(?:查看|列出|显示|看看?)\s*(?:一下)?\s*)/iu
const listed =
  /(?<![\p{Script=Latin}\d-])(?:assignments?|tasks?)(?![\p{Script=Latin}\d-])|的?(?:待办)?(?:任务|事项)$|的?待办$/giu

/** What narrows the list, in the words that `/assignments` takes; undefined where a word says anything else. */
async function listNarrowed(app: App, text: string): Promise<string | undefined> {
  const said = text.normalize('NFKC').replace(marksBehind, '').replace(beforeList, '')
  const words = said
    .replaceAll(listed, (noun) => (/^的/u.test(noun) && /我的/u.test(said) ? '的' : ''))
    .replace(/^我的(?=\S)/u, '我的 ')
    .replaceAll(/\s+/gu, ' ')
    .trim()
  if (words === '' || designationInText(words) !== undefined) return undefined
  const query = queryIn(words)
  if (query === undefined || query.unread !== undefined) return undefined
  const isNarrowing =
    query.me || query.overdue || query.withinDays !== undefined || query.due !== undefined || words !== said
  const { rest } = await app.groups.calledAmong(query.names)
  return isNarrowing && rest.length === 0 ? words : undefined
}

function queryIn(words: string) {
  try {
    return parseAssignmentQuery(words)
  } catch (error) {
    if (error instanceof UserError) return undefined
    throw error
  }
}

/** A title may begin with a word such as `leave`: it is one of an absence where days stand behind it. */
function saysAway(commands: readonly SlashCommand[], text: string): boolean {
  const found = verbOf(commands, '/rapporteur', text)
  if (found?.handler.verb !== 'away') return false
  return /^(?:away(?![\p{L}\d-])|请假)/iu.test(text) || namesDays(found.text)
}

function looksLikeVerb(commands: readonly SlashCommand[], text: string): boolean {
  if (designationInText(text) !== undefined) return false
  const verb = verbOf(commands, '/assignments', text)
  const name = verb === undefined ? queryIn(text)?.unread?.name : parseNamed(verb.text).name
  return name !== undefined && looksNamed.test(name)
}
