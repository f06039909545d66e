import type { Button } from '@slack/types'
import type { Assignment } from '../domain/assignment/rules.ts'
import type { Day } from '../domain/calendar/day.ts'
import type { Language } from '../domain/language/rules.ts'
import type { OwnerGone, PlanGaps } from '../domain/plan/gaps.ts'
import type { TracedGoal } from '../domain/plan/trace.ts'
import { type TextKey, texts } from '../texts/texts.ts'
import { workLine } from './add-assignment-modal.ts'
import { assignmentLine, ownerName } from './assignment-line.ts'
import { goalLine, partInWords, sentenceLine } from './goal-words.ts'
import { firstOf } from './listed.ts'
import { brief } from './mrkdwn.ts'
import { newGoalId, openButton, planButton } from './plan-buttons.ts'

export type GapKind = keyof PlanGaps

/** A gap in one line, and the button that leads to where it is mended; none where it hangs below nothing. */
export type GapRow = { text: string; wayOn?: Button }

/** For whom and of when the gaps are told. */
export type GapReader = {
  year: number
  today: Day
  isSecretariat: boolean
  /** The ids of the goals of that year, and of the work below them: nothing else can be opened with it. */
  known: ReadonlySet<string>
}

/** The kinds in the order in which they are told, each with its heading. */
export const gapHeadings = {
  pointsWithoutGoal: 'gaps.points',
  goalsWithoutGroup: 'gaps.groups',
  goalsWithoutAssignment: 'gaps.assignments',
  workWithoutGoal: 'gaps.work',
  assignmentsWithoutGoal: 'gaps.loose',
  ownersGone: 'gaps.owners',
  groupsGone: 'gaps.ended',
  goalsWithoutPoint: 'gaps.sentence',
} as const satisfies Record<GapKind, TextKey>

const whyGone = {
  'member-left': 'gaps.owner-member-left',
  'left-group': 'gaps.owner-left-group',
  'only-observes': 'gaps.owner-only-observes',
  'nobody-represents': 'gaps.owner-nobody-represents',
  'group-ended': 'gaps.owner-group-ended',
  'group-unled': 'gaps.owner-group-unled',
} as const satisfies Record<OwnerGone, TextKey>

const mostAsked = 4

/** The gaps of one kind; each is put into words where it is shown, for there can be thousands. */
export function gapRows(
  gaps: PlanGaps,
  kind: GapKind,
  { year, today, isSecretariat, known }: GapReader,
  language: Language,
): (() => GapRow)[] {
  const say = texts(language)
  const open = (what: string, at: number) => openButton({ year, what }, say('plan.open'), `${what}-${at}`)
  const ofGoal = ({ goal }: TracedGoal, at: number, more = ''): GapRow => ({
    text: `${goalLine(goal, language)}${more}`,
    wayOn: open(goal.id, at),
  })
  const ofAssignment = (one: Assignment, at: number, more: string): GapRow => {
    const above = [...one.items, ...one.goals].find((id) => known.has(id))
    return {
      text: `${assignmentLine(one, today, language)} · ${more}`,
      ...(above !== undefined && { wayOn: open(above, at) }),
    }
  }
  switch (kind) {
    case 'pointsWithoutGoal':
      return gaps[kind].map(({ point }, at) => () => ({
        text: sentenceLine(point, language),
        wayOn: isSecretariat
          ? planButton(`${newGoalId}:${at}`, point.id, say('gaps.set-goal'))
          : open(point.number, at),
      }))
    case 'goalsWithoutGroup':
      return gaps[kind].map((goal, at) => () => ofGoal(goal, at, ` · ${askedInWords(goal, language)}`))
    case 'goalsWithoutAssignment':
    case 'goalsWithoutPoint':
      return gaps[kind].map((goal, at) => () => ofGoal(goal, at))
    case 'workWithoutGoal':
      return gaps[kind].map(({ item }, at) => () => ({
        text: `${workLine(item, language)} · ${brief(item.group, 40)}`,
        wayOn: open(item.id, at),
      }))
    case 'assignmentsWithoutGoal':
      return gaps[kind].map((one, at) => () => ofAssignment(one, at, brief(one.group, 40)))
    case 'ownersGone':
      return gaps[kind].map(({ assignment, why }, at) => () => {
        const name = brief(ownerName(assignment, language), 60)
        return ofAssignment(assignment, at, say(whyGone[why], { name, group: brief(assignment.group, 40) }))
      })
    case 'groupsGone':
      return gaps[kind].map(
        ({ goal, group }, at) =>
          () =>
            ofGoal(goal, at, ` · ${brief(group, 40)}`),
      )
  }
}

/** Whom the goal was offered to, and what they said. */
function askedInWords({ goal }: TracedGoal, language: Language): string {
  if (goal.groups.length === 0) return texts(language)('gaps.nobody-asked')
  return firstOf(
    goal.groups,
    mostAsked,
    ({ group }) =>
      texts(language)('plan.group-part', {
        group: brief(group, 40),
        part: partInWords(goal, group, language),
      }),
    language,
  )
}
