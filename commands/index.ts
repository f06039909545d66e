import type { App } from '../src/app.ts'
import type { Action } from '../src/contract/action.ts'
import type { Caller } from '../src/contract/caller.ts'
import type { SlashCommand } from '../src/contract/command.ts'
import type { Completion } from '../src/contract/completion.ts'
import { answerCommand } from '../src/contract/dispatch.ts'
import { UserError } from '../src/contract/errors.ts'
import type { SlackEvent } from '../src/contract/event.ts'
import { ephemeral, type Reply } from '../src/contract/reply.ts'
import type { Shortcut } from '../src/contract/shortcut.ts'
import type { Submission } from '../src/contract/submission.ts'
import { helpFor, helpOverview } from '../src/views/help-message.ts'
import { acceptAskedProposal } from './actions/accept-asked-proposal.ts'
import { acceptGoal } from './actions/accept-goal.ts'
import { acceptOffer } from './actions/accept-offer.ts'
import { acceptProposal } from './actions/accept-proposal.ts'
import { acknowledgeAsked } from './actions/acknowledge-asked.ts'
import { acknowledgeReminder } from './actions/acknowledge-reminder.ts'
import { actAsked } from './actions/act-asked.ts'
import { actAssignment } from './actions/act-assignment.ts'
import { askAbsence } from './actions/ask-absence.ts'
import { askAddAssignment } from './actions/ask-add-assignment.ts'
import { askAddWork } from './actions/ask-add-work.ts'
import { askAssignment } from './actions/ask-assignment.ts'
import { askChangeGoal } from './actions/ask-change-goal.ts'
import { askCloseGoal } from './actions/ask-close-goal.ts'
import { askDeclineGoal } from './actions/ask-decline-goal.ts'
import { askDeclineProposal } from './actions/ask-decline-proposal.ts'
import { askDropGoal } from './actions/ask-drop-goal.ts'
import { askDropNotice } from './actions/ask-drop-notice.ts'
import { askDropWork } from './actions/ask-drop-work.ts'
import { askFinishAssignment } from './actions/ask-finish-assignment.ts'
import { askFinishWork } from './actions/ask-finish-work.ts'
import { askHearing } from './actions/ask-hearing.ts'
import { askReminded } from './actions/ask-reminded.ts'
import { askReopenWork } from './actions/ask-reopen-work.ts'
import { askReviseGoal } from './actions/ask-revise-goal.ts'
import { askReviseWork } from './actions/ask-revise-work.ts'
import { askTakeStep } from './actions/ask-take-step.ts'
import { cancelImport } from './actions/cancel-import.ts'
import { cancelPlan } from './actions/cancel-plan.ts'
import { cancelSchedule } from './actions/cancel-schedule.ts'
import { cancelWorkList } from './actions/cancel-work-list.ts'
import { carryGoals } from './actions/carry-goals.ts'
import { carryUntouched } from './actions/carry-untouched.ts'
import { choosePlanPart } from './actions/choose-plan-part.ts'
import { chooseStandard } from './actions/choose-standard.ts'
import { closeReached } from './actions/close-reached.ts'
import { confirmImport } from './actions/confirm-import.ts'
import { confirmPlan } from './actions/confirm-plan.ts'
import { confirmSchedule } from './actions/confirm-schedule.ts'
import { confirmWorkList } from './actions/confirm-work-list.ts'
import { correctPlan } from './actions/correct-plan.ts'
import { endAbsence } from './actions/end-absence.ts'
import { followStandard } from './actions/follow-standard.ts'
import { followTopic } from './actions/follow-topic.ts'
import { holdMessage } from './actions/hold-message.ts'
import { keepNotice } from './actions/keep-notice.ts'
import { newGoal } from './actions/new-goal.ts'
import { offerGoals } from './actions/offer-goals.ts'
import { openAssignment } from './actions/open-assignment.ts'
import { openAssignmentHistory } from './actions/open-assignment-history.ts'
import { openChanges } from './actions/open-changes.ts'
import { openGaps } from './actions/open-gaps.ts'
import { openGoal } from './actions/open-goal.ts'
import { openOffers } from './actions/open-offers.ts'
import { openPlan } from './actions/open-plan.ts'
import { openProposals } from './actions/open-proposals.ts'
import { openRisks } from './actions/open-risks.ts'
import { openStandard } from './actions/open-standard.ts'
import { pageGaps } from './actions/page-gaps.ts'
import { pageOffers } from './actions/page-offers.ts'
import { pageStandards } from './actions/page-standards.ts'
import { pickStandard } from './actions/pick-standard.ts'
import { releaseMessage } from './actions/release-message.ts'
import { removeFollow } from './actions/remove-follow.ts'
import { retryNotice } from './actions/retry-notice.ts'
import { showFigure } from './actions/show-figure.ts'
import { showHistory } from './actions/show-history.ts'
import { showMessage } from './actions/show-message.ts'
import { snoozeNotice } from './actions/snooze-notice.ts'
import { stopFollow } from './actions/stop-follow.ts'
import { turnDrifts } from './actions/turn-drifts.ts'
import { turnRun } from './actions/turn-run.ts'
import { turnSummary } from './actions/turn-summary.ts'
import { unfollowStandard } from './actions/unfollow-standard.ts'
import { whyAssignment } from './actions/why-assignment.ts'
import { answerSpoken } from './events/answer-spoken.ts'
import { appHomeOpened } from './events/app-home-opened.ts'
import { appMention } from './events/app-mention.ts'
import { fileShared } from './events/file-shared.ts'
import { homeAnswer } from './events/home-answer.ts'
import { linkShared } from './events/link-shared.ts'
import { messageIm } from './events/message-im.ts'
import { completeGroup } from './options/complete-group.ts'
import { completeKind } from './options/complete-kind.ts'
import { completeStandard } from './options/complete-standard.ts'
import { assignMessage } from './shortcuts/assign-message.ts'
import { findStandard } from './shortcuts/find-standard.ts'
import { makeWork } from './shortcuts/make-work.ts'
import { spotStandards } from './shortcuts/spot-standards.ts'
import { assignmentVerbs } from './slash/assignment-verbs.ts'
import { assignmentsAdd } from './slash/assignments-add.ts'
import { assignmentsList } from './slash/assignments-list.ts'
import { assignmentsShow } from './slash/assignments-show.ts'
import { planAdd } from './slash/plan-add.ts'
import { planAssign } from './slash/plan-assign.ts'
import { planChanges } from './slash/plan-changes.ts'
import { planClose } from './slash/plan-close.ts'
import { planDone } from './slash/plan-done.ts'
import { planDrop } from './slash/plan-drop.ts'
import { planEnd } from './slash/plan-end.ts'
import { planGaps } from './slash/plan-gaps.ts'
import { planGoal } from './slash/plan-goal.ts'
import { planOffer } from './slash/plan-offer.ts'
import { planOffers } from './slash/plan-offers.ts'
import { planPipeline } from './slash/plan-pipeline.ts'
import { planRevise } from './slash/plan-revise.ts'
import { planRisks } from './slash/plan-risks.ts'
import { planShow } from './slash/plan-show.ts'
import { planStep } from './slash/plan-step.ts'
import { planSummary } from './slash/plan-summary.ts'
import { rapporteurAway } from './slash/rapporteur-away.ts'
import { rapporteurBack } from './slash/rapporteur-back.ts'
import { rapporteurCalendar } from './slash/rapporteur-calendar.ts'
import { rapporteurHear } from './slash/rapporteur-hear.ts'
import { rapporteurHelp } from './slash/rapporteur-help.ts'
import { rapporteurMonday } from './slash/rapporteur-monday.ts'
import { rapporteurOff } from './slash/rapporteur-off.ts'
import { rapporteurQuiet } from './slash/rapporteur-quiet.ts'
import { rapporteurUnmark } from './slash/rapporteur-unmark.ts'
import { rapporteurWork } from './slash/rapporteur-work.ts'
import { standardCorrect } from './slash/standard-correct.ts'
import { standardDrift } from './slash/standard-drift.ts'
import { standardExtend } from './slash/standard-extend.ts'
import { standardFollow } from './slash/standard-follow.ts'
import { standardFollowing } from './slash/standard-following.ts'
import { standardHistory } from './slash/standard-history.ts'
import { standardList } from './slash/standard-list.ts'
import { standardProposals } from './slash/standard-proposals.ts'
import { standardRecord } from './slash/standard-record.ts'
import { standardShow } from './slash/standard-show.ts'
import { standardTarget } from './slash/standard-target.ts'
import { standardUnfollow } from './slash/standard-unfollow.ts'
import { wgSchedule } from './slash/wg-schedule.ts'
import { wgSend } from './slash/wg-send.ts'
import { wgShow } from './slash/wg-show.ts'
import { addAssignment } from './submissions/add-assignment.ts'
import { addWork } from './submissions/add-work.ts'
import { answerGoal } from './submissions/answer-goal.ts'
import { blockAssignment } from './submissions/block-assignment.ts'
import { changePlan } from './submissions/change-plan.ts'
import { correctPlanPart } from './submissions/correct-plan-part.ts'
import { declineProposal } from './submissions/decline-proposal.ts'
import { dropNotice } from './submissions/drop-notice.ts'
import { dropWork } from './submissions/drop-work.ts'
import { endGoal } from './submissions/end-goal.ts'
import { explainAssignment } from './submissions/explain-assignment.ts'
import { finishAssignment } from './submissions/finish-assignment.ts'
import { finishWork } from './submissions/finish-work.ts'
import { giveAssignment } from './submissions/give-assignment.ts'
import { makeAssignment } from './submissions/make-assignment.ts'
import { makeGoal } from './submissions/make-goal.ts'
import { moveDue } from './submissions/move-due.ts'
import { putOffNotice } from './submissions/put-off-notice.ts'
import { recordStage } from './submissions/record-stage.ts'
import { reopenWork } from './submissions/reopen-work.ts'
import { reviseGoal } from './submissions/revise-goal.ts'
import { reviseWork } from './submissions/revise-work.ts'
import { setAbsence } from './submissions/set-absence.ts'
import { setHearing } from './submissions/set-hearing.ts'
import { takeStep } from './submissions/take-step.ts'
import { updateAssignment } from './submissions/update-assignment.ts'

const overview = rapporteurHelp(() => slashCommands)

/** Everything that can be typed. The help, the permissions and Slack's manifest are made from this list. */
export const slashCommands: readonly SlashCommand[] = [
  standardShow,
  standardDrift,
  standardFollow,
  standardUnfollow,
  standardFollowing,
  standardList,
  standardRecord,
  standardProposals,
  standardCorrect,
  standardTarget,
  standardExtend,
  standardHistory,
  assignmentsList,
  ...assignmentVerbs,
  assignmentsAdd,
  assignmentsShow,
  planShow,
  planGaps,
  planOffers,
  planOffer,
  planGoal,
  planRevise,
  planClose,
  planDrop,
  planChanges,
  planAdd,
  planAssign,
  planStep,
  planDone,
  planRisks,
  planPipeline,
  planSummary,
  planEnd,
  wgShow,
  wgSchedule,
  wgSend,
  rapporteurAway,
  rapporteurBack,
  rapporteurQuiet,
  rapporteurHear,
  overview,
  rapporteurCalendar,
  rapporteurMonday,
  rapporteurOff,
  rapporteurWork,
  rapporteurUnmark,
]

/** Everything that can be pressed. */
export const actions: readonly Action[] = [
  acknowledgeReminder,
  acknowledgeAsked,
  askReminded,
  actAsked,
  snoozeNotice,
  pickStandard,
  chooseStandard,
  pageStandards,
  showHistory,
  acceptProposal,
  acceptAskedProposal,
  askDeclineProposal,
  confirmSchedule,
  cancelSchedule,
  confirmImport,
  cancelImport,
  confirmPlan,
  correctPlan,
  choosePlanPart,
  cancelPlan,
  confirmWorkList,
  cancelWorkList,
  keepNotice,
  retryNotice,
  askDropNotice,
  turnDrifts,
  followStandard,
  unfollowStandard,
  followTopic,
  removeFollow,
  openStandard,
  stopFollow,
  openPlan,
  openGaps,
  pageGaps,
  acceptGoal,
  acceptOffer,
  askChangeGoal,
  askDeclineGoal,
  offerGoals,
  newGoal,
  askReviseGoal,
  askCloseGoal,
  askDropGoal,
  openChanges,
  openGoal,
  openOffers,
  pageOffers,
  turnRun,
  holdMessage,
  releaseMessage,
  showMessage,
  openRisks,
  askAddWork,
  askAddAssignment,
  askTakeStep,
  askFinishWork,
  askDropWork,
  askReviseWork,
  askReopenWork,
  openAssignment,
  actAssignment,
  askAssignment,
  openAssignmentHistory,
  askFinishAssignment,
  whyAssignment,
  showFigure,
  turnSummary,
  closeReached,
  carryGoals,
  carryUntouched,
  openProposals,
  askAbsence,
  endAbsence,
  askHearing,
]

/** Every modal that can be sent. */
export const submissions: readonly Submission[] = [
  dropNotice,
  recordStage,
  declineProposal,
  answerGoal,
  makeGoal,
  reviseGoal,
  endGoal,
  changePlan,
  correctPlanPart,
  addWork,
  addAssignment,
  takeStep,
  finishWork,
  dropWork,
  reviseWork,
  reopenWork,
  finishAssignment,
  explainAssignment,
  giveAssignment,
  updateAssignment,
  blockAssignment,
  moveDue,
  makeAssignment,
  putOffNotice,
  setAbsence,
  setHearing,
]

const spoken = answerSpoken(() => slashCommands, answer)

/** Everything that Slack tells of. */
export const events: readonly SlackEvent[] = [
  appHomeOpened,
  appMention(spoken),
  messageIm(spoken),
  linkShared,
  fileShared,
]

/** What the Home tab shows, when it is opened and whenever something was done there. */
export const home = homeAnswer

/** Everything that Slack's own menus offer. */
export const shortcuts: readonly Shortcut[] = [spotStandards, findStandard, makeWork, assignMessage]

/** Every menu that completes what is typed into it. */
export const completions: readonly Completion[] = [completeStandard, completeGroup, completeKind]

/**
 * What the bot answers to a slash command.
 * @throws UserError for what the person can mend; anything else thrown is a bug.
 */
export async function answer(
  app: App,
  caller: Caller,
  typed: { command: string; text: string },
): Promise<Reply> {
  if ((await app.committees.get()) === undefined) throw new UserError('committee.none')
  // What `help` behind the help's own command asks for is everything.
  const help = (found: SlashCommand, { language }: Caller) =>
    ephemeral(
      found === overview ? helpOverview(slashCommands, language) : helpFor(found, language, slashCommands),
    )
  return answerCommand(slashCommands, help, app, caller, typed)
}
