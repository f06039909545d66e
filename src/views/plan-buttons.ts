import type { Button, StaticSelect } from '@slack/types'
import { brief } from './mrkdwn.ts'

/** Shows something of a plan in place of the message; its value is `PlanRef` as JSON. */
export const openPlanId = 'plan.open'
/** Shows a goal beside the message, which stays; its value is the goal's id. */
export const openGoalId = 'goal.open'
/** Shows the gaps; its value is the year. */
export const openGapsId = 'gaps.open'
/** Shows the points at risk, and the offers of goals with their answers; the value is the year. */
export const openRisksId = 'risks.open'
export const openOffersId = 'offers.open'
/** "New goal…"; its value is the id of the point. */
export const newGoalId = 'goal.new'
/** "Change…", "Close…" and "Give up…" of a goal; the value is its id. */
export const reviseGoalId = 'goal.ask-revise'
export const closeGoalId = 'goal.ask-close'
export const dropGoalId = 'goal.ask-drop'
/** "Add work…" and "Add assignment…" below a goal; the value is its id. */
export const addWorkId = 'work.ask-add'
export const addAssignmentId = 'assignment.ask-add'
/** "Step…", "Result…", "Change…", "Give up…" and "Reopen…" of a piece of work; the value is its id. */
export const takeStepId = 'step.ask-take'
export const finishWorkId = 'work.ask-finish'
export const reviseWorkId = 'work.ask-revise'
export const dropWorkId = 'work.ask-drop'
export const reopenWorkId = 'work.ask-reopen'
/** "Mark one as done…" and "Why?" below somebody's own assignments; the value is `mine`. */
export const finishAssignmentId = 'assignment.ask-finish'
export const whyAssignmentId = 'assignment.why'

/** A part of a year's plan as people call it: `2`, `2.3`, `g7`, `w3`; the whole of it where `what` is empty. */
export type PlanRef = { year: number; what: string }

/** A button that opens a part of the plan. `name` tells it from the others of its message. */
export function openButton(ref: PlanRef, label: string, name = ref.what): Button {
  return {
    type: 'button',
    action_id: `${openPlanId}:${name === '' ? 'whole' : name}`.slice(0, 255),
    value: JSON.stringify(ref),
    text: { type: 'plain_text', text: brief(label, 75) },
  }
}

/** A menu of parts of the plan, the first of which tells it from the others of its message. */
export function openMenu(
  parts: readonly { label: string; ref: PlanRef }[],
  placeholder: string,
): StaticSelect {
  return {
    type: 'static_select',
    action_id: `${openPlanId}:of-${parts[0]?.ref.what ?? ''}`.slice(0, 255),
    placeholder: { type: 'plain_text', text: placeholder },
    options: parts.map(({ label, ref }) => ({
      text: { type: 'plain_text', text: brief(label, 75) },
      value: JSON.stringify(ref),
    })),
  }
}

/** A button with a plain value. */
export function planButton(id: string, value: string, label: string, more: Partial<Button> = {}): Button {
  return { type: 'button', action_id: id, value, text: { type: 'plain_text', text: label }, ...more }
}
