// /assignments WG8 overdue
import type { App } from '../../src/app.ts'
import type { Caller } from '../../src/contract/caller.ts'
import { slashCommand } from '../../src/contract/command.ts'
import { UserError } from '../../src/contract/errors.ts'
import { ephemeral } from '../../src/contract/reply.ts'
import { type AssignmentQuery, anyOwner } from '../../src/domain/assignment/rules.ts'
import { nameIn } from '../../src/domain/language/rules.ts'
import { assignmentList, type ListHeading } from '../../src/views/assignment-list.ts'
import { assignmentAnswer } from './assignment-answer.ts'
import { viaWords } from './assignment-gesture.ts'
import { assignmentNamed } from './assignment-meant.ts'
import { type AssignmentWords, looksNamed, parseAssignmentQuery } from './assignments-query.ts'
import { dueDaysMeant } from './due-days.ts'
import { refuseSeveral } from './one-assignment.ts'
import { unknownVerb } from './unknown-verb.ts'

export const assignmentsList = slashCommand({
  command: '/assignments',
  alsoCalled: ['任务', '待办'],
  named: looksNamed,
  summary: 'help.assignments',
  usage: [
    '/assignments',
    '/assignments WG8',
    '/assignments a7',
    '/assignments overdue',
    '/assignments WG8 due 2w',
    '/assignments due this week',
  ],
  chineseUsage: [
    '/assignments',
    '/assignments WG8',
    '/assignments a7',
    '/assignments 逾期',
    '/assignments WG8 截止 两周',
    '/assignments 本周到期',
  ],
  who: 'anyone',
  parse(text) {
    const asked = text.replace(/[\s?？]+$/u, '')
    return { ...parseAssignmentQuery(asked), text: asked }
  },
  async run(app, caller, { text, ...words }) {
    await refuseSeveral(app, caller, text)
    const named = await assignmentNamed(app, aloneIn(words))
    if (named !== undefined) return ephemeral(await assignmentAnswer(app, caller, named, viaWords(caller)))
    const { unread } = words
    if (unread !== undefined && (await assignmentNamed(app, unread.name)) !== undefined)
      throw unknownVerb(unread, caller.language)
    const { query, heading } = await understand(app, caller, words)
    const days = query.due === undefined ? {} : { due: query.due }
    return ephemeral(
      assignmentList(await app.assignments.list(query), { ...heading, ...days }, caller.language),
    )
  },
})

/** A word that may be a short name: one that stands alone. */
function aloneIn({ names, me, overdue, withinDays, due }: AssignmentWords): string {
  const [only, ...others] = names
  const isNarrowed = me || overdue || withinDays !== undefined || due !== undefined
  return others.length > 0 || isNarrowed ? '' : (only ?? '')
}

type Understood = { query: AssignmentQuery; heading: ListHeading }

/** Names become groups and owners; a word that names nothing is told, never ignored. */
async function understand(app: App, caller: Caller, words: AssignmentWords): Promise<Understood> {
  const due = words.due && dueDaysMeant(words.due, await app.assignments.today())
  const when: AssignmentQuery = {
    ...(words.overdue && { overdue: true }),
    ...(words.withinDays !== undefined && { withinDays: words.withinDays }),
    ...(due !== undefined && { due }),
  }
  const among = await app.groups.calledAmong(words.names)
  const group = among.group?.code
  const rest = among.rest.join(' ')
  if (rest !== '' && group !== undefined && (await app.groups.called(rest)) !== undefined)
    throw new UserError('assignments.one-group')
  const where: AssignmentQuery = group === undefined ? when : { ...when, group }
  if (rest !== '') {
    const { owner, name } = await ownerCalled(app, caller, rest)
    return { query: { ...where, owner }, heading: { key: 'assignments.of', values: { name } } }
  }
  const isNarrowed =
    group !== undefined || words.overdue || words.withinDays !== undefined || due !== undefined
  if (isNarrowed && !words.me) {
    if (group === undefined) return { query: where, heading: { key: 'assignments.everybody' } }
    return { query: where, heading: { key: 'assignments.in-group', values: { group } } }
  }
  if (caller.member === undefined) throw new UserError('assignments.stranger')
  const key = isNarrowed ? 'assignments.mine-some' : 'assignments.mine'
  return {
    query: { ...where, owner: await app.assignments.ownerOf(caller.member) },
    heading: { key, reader: caller.member.id },
  }
}

async function ownerCalled(app: App, caller: Caller, text: string) {
  const [member, ...others] = await app.members.called(text)
  if (others.length > 0) throw new UserError('assignments.two-of-that-name', { name: text })
  if (member !== undefined)
    // What stands in somebody's name is found by it, also where they owe nothing any more.
    return {
      owner: anyOwner([await app.assignments.ownerOf(member), { members: [member.id] }]),
      name: nameIn(member.names, caller.language),
    }
  const organisation = await app.members.organisationCalled(text)
  if (organisation === undefined) throw new UserError('assignments.unknown-name', { name: text })
  return {
    owner: { organisations: [{ id: organisation.id }] },
    name: nameIn(organisation.names, caller.language),
  }
}
