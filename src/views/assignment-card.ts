import type { KnownBlock } from '@slack/types'
import type { Message } from '../contract/reply.ts'
import type { Assignment } from '../domain/assignment/rules.ts'
import { type Day, daysBetween } from '../domain/calendar/day.ts'
import type { Goal } from '../domain/goal/rules.ts'
import { type Language, nameIn } from '../domain/language/rules.ts'
import type { WorkItem } from '../domain/work/rules.ts'
import { texts } from '../texts/texts.ts'
import { workLine } from './add-assignment-modal.ts'
import { assignmentButtons, type May } from './assignment-buttons.ts'
import { type Called, factLines, stateInWords } from './assignment-facts.ts'
import { ownerName } from './assignment-line.ts'
import { context, header, lines, section } from './blocks.ts'
import { partialDayInWords } from './dates.ts'
import { endInWords, goalLine } from './goal-words.ts'
import { firstOf } from './listed.ts'
import { brief } from './mrkdwn.ts'
import { openButton } from './plan-buttons.ts'

/** So many of what it is about are named, and of what it serves shown with a button each. */
const mostStandards = 10
const mostServed = 4

/** A piece of work that the assignment is part of, with the year in whose plan it is found. */
export type WorkServed = { item: WorkItem; year: number }

/** What an assignment's card rests on. */
export type AssignmentCardFacts = {
  assignment: Assignment
  items: readonly WorkServed[]
  goals: readonly Goal[]
  today: Day
  /** Where its reader has no clock of their own. */
  zone: string
  called: Called
  may: May
}

/** One assignment: what, whose, by when, what has become of it, what it is for, and what its reader may do with it. */
export function assignmentCard(facts: AssignmentCardFacts, language: Language): Message {
  const say = texts(language)
  const { assignment, items, goals, today, zone, called, may } = facts
  const { id, titles, group, doneOn, standards, evidence } = assignment
  const title = say('assignment.title', { id: brief(id, 64) })
  const fact = (label: string, value: string) => ({ type: 'mrkdwn' as const, text: `*${label}*\n${value}` })
  const served: KnownBlock[] = [
    ...items.map(({ item, year }) => ({
      ...section(workLine(item, language)),
      accessory: openButton({ year, what: item.id }, say('plan.open')),
    })),
    ...goals.map((goal) => ({
      ...section(`${goalLine(goal, language)}${endInWords(goal, language)}`),
      accessory: openButton({ year: goal.year, what: goal.id }, say('plan.open')),
    })),
  ]
  const name = brief(nameIn(titles, language), 600)
  return {
    text: say('plan.labelled', {
      label: title,
      value: `${brief(nameIn(titles, language), 150)} · ${stateInWords(assignment, language)}`,
    }),
    blocks: [
      header(title),
      section(`*${name}*`),
      {
        type: 'section',
        fields: [
          fact(say('assignment.owner'), brief(ownerName(assignment, language), 80)),
          fact(say('work.group'), brief(group, 40)),
          fact(say('assignment.due-day'), dueInWords(assignment, today, language)),
          fact(say('assignment.state'), stateInWords(assignment, language)),
          ...(doneOn === undefined ? [] : [fact(say('done.day'), partialDayInWords(doneOn, language))]),
          ...(evidence === undefined ? [] : [fact(say('assignment.evidence'), brief(evidence, 300))]),
          ...(standards.length === 0
            ? []
            : [
                fact(
                  say('work.standards'),
                  firstOf(standards, mostStandards, (one) => brief(one, 80), language),
                ),
              ]),
        ],
      },
      ...lines('', factLines(assignment, { called, zone }, language)),
      ...(served.length === 0 ? [] : [section(`*${say('work.serves')}*`)]),
      ...served.slice(0, mostServed),
      ...(served.length > mostServed
        ? [context(say('gaps.more', { count: served.length - mostServed }))]
        : []),
      ...assignmentButtons(assignment, may, language).map((elements) => ({
        type: 'actions' as const,
        elements,
      })),
    ],
  }
}

/** By when, and how many days are left or gone while it is open. */
function dueInWords({ dueOn, state }: Assignment, today: Day, language: Language): string {
  const say = texts(language)
  if (dueOn === undefined) return say('assignment.undated')
  const on = partialDayInWords(dueOn, language)
  if (state !== 'open') return on
  const days = daysBetween(today, dueOn)
  return days < 0
    ? say('assignment.days-late', { on, days: -days })
    : say('assignment.days-left', { on, days })
}
