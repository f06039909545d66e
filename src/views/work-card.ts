import type { Button, KnownBlock } from '@slack/types'
import type { Message } from '../contract/reply.ts'
import type { Day } from '../domain/calendar/day.ts'
import { type Language, nameIn } from '../domain/language/rules.ts'
import type { Organisation } from '../domain/member/rules.ts'
import { type PlanTrace, pointsServed, type TracedItem } from '../domain/plan/trace.ts'
import { evidenceMissing } from '../domain/work/evidence.ts'
import { isMadeBefore } from '../domain/work/made-before.ts'
import type { PartName } from '../domain/work/progress.ts'
import { stepsOf } from '../domain/work/steps.ts'
import { type TextKey, texts } from '../texts/texts.ts'
import { assignmentLine } from './assignment-line.ts'
import { context, header, lines, section } from './blocks.ts'
import { partialDayInWords, shortDay } from './dates.ts'
import { fitting } from './fitting.ts'
import { endInWords, goalLine, sentenceLine } from './goal-words.ts'
import { firstOf } from './listed.ts'
import { brief, escapeMrkdwn } from './mrkdwn.ts'
import {
  addAssignmentId,
  dropWorkId,
  finishWorkId,
  openButton,
  planButton,
  reopenWorkId,
  reviseWorkId,
  takeStepId,
} from './plan-buttons.ts'
import type { PlanReader } from './point-card.ts'
import { shareBar, shareInWords } from './share-words.ts'
import { stageInWords } from './stage-words.ts'
import { topicInWords } from './topic-words.ts'

const mostNamed = 10
/** Slack takes some 13,000 characters a message: so many are for each part. */
const room = { steps: 2_200, standards: 1_500, evidence: 1_800, owed: 1_800, served: 1_500 }

const states = { open: 'work.state-open', done: 'work.state-done', dropped: 'work.state-dropped' } as const
const partKeys = {
  steps: 'work.part-steps',
  stages: 'work.part-stages',
  assignments: 'work.part-assignments',
  result: 'work.part-result',
} as const satisfies Record<PartName, TextKey>

/** A piece of work: the steps of its kind, its evidence and outcome, its assignments, and why it is there, up to the sentence. */
export function workCard(
  trace: PlanTrace,
  traced: TracedItem,
  { lead, today, reader }: { lead?: Organisation; today: Day; reader: PlanReader },
  language: Language,
): Message {
  const say = texts(language)
  const { item, kind, assignments, standards, progress } = traced
  const former = standards.filter((one) => isMadeBefore(one, traced.year))
  const { year } = trace.plan
  const title = say('work.title', { id: item.id })
  const goals = trace.goals.filter(({ goal }) => item.goals.includes(goal.id))
  const fact = (label: string, value: string) => ({ type: 'mrkdwn' as const, text: `*${label}*\n${value}` })
  const done = progress.parts.reduce((sum, part) => sum + part.done, 0)
  const of = progress.parts.reduce((sum, part) => sum + part.of, 0)
  const parts = progress.parts
    .map((part) => say(partKeys[part.name], { done: part.done, of: part.of }))
    .join(say('list.comma'))
  const isDone = progress.share === 1
  const how =
    isDone && done < of
      ? say('work.progress-ended', { parts })
      : say('work.progress-how', { done, of, parts })
  const may = reader.leads(item.group)
  const madeByStage = kind?.makesStandard === true
  const elements: Button[] = [
    ...(may && item.state === 'open'
      ? [
          planButton(addAssignmentId, item.id, say('goal.add-assignment')),
          ...((kind?.steps.length ?? 0) > 0 ? [planButton(takeStepId, item.id, say('work.step'))] : []),
          ...(madeByStage
            ? []
            : [planButton(finishWorkId, item.id, say('work.finish'), { style: 'primary' })]),
          planButton(reviseWorkId, item.id, say('goal.revise')),
          planButton(dropWorkId, item.id, say('work.drop')),
        ]
      : []),
    ...(may && item.state !== 'open' ? [planButton(reopenWorkId, item.id, say('work.reopen'))] : []),
    ...goals
      .slice(0, 1)
      .map(({ goal }) =>
        openButton(
          { year, what: goal.id },
          say('plan.back', { what: say('plan.goal-named', { id: goal.id }) }),
        ),
      ),
  ]
  return {
    text: labelled(
      title,
      `${brief(nameIn(item.titles, language), 150)} · ${shareInWords(progress.share, language)}`,
      language,
    ),
    blocks: [
      header(title),
      section(`*${brief(nameIn(item.titles, language), 600)}*`),
      {
        type: 'section',
        fields: [
          fact(say('work.progress'), `${shareBar(progress.share)} ${shareInWords(progress.share, language)}`),
          fact(
            say('work.kind'),
            `${kind === undefined ? say('work.kind-unknown', { id: brief(item.kind, 64) }) : brief(nameIn(kind.names, language), 80)} · ${say(isDone ? 'work.state-done' : states[item.state])}`,
          ),
          fact(say('work.group'), brief(item.group, 40)),
          ...(lead === undefined ? [] : [fact(say('work.lead'), brief(nameIn(lead.names, language), 80))]),
          ...(item.startsOn === undefined
            ? []
            : [fact(say('work.began'), partialDayInWords(item.startsOn, language))]),
          ...(item.dueOn === undefined
            ? []
            : [fact(say('work.due'), partialDayInWords(item.dueOn, language))]),
          ...(item.topics.length === 0
            ? []
            : [
                fact(
                  say('work.topics'),
                  firstOf(
                    item.topics,
                    mostNamed,
                    (topic) => brief(topicInWords(topic, language), 60),
                    language,
                  ),
                ),
              ]),
        ],
      },
      context(how),
      ...stepLines(traced, today, language),
      ...(standards.length === 0
        ? []
        : some(
            say('work.standards'),
            standards,
            room.standards,
            ({ designation, titles, stages, stage }) =>
              `• *${brief(designation, 80)}* ${brief(nameIn(titles, language), 120)} · ${escapeMrkdwn(stageInWords(stages, stage, language))}`,
            language,
          )),
      ...evidenceLines(traced, language),
      ...(madeByStage && item.state === 'open'
        ? [
            context(say(standards.length === 0 ? 'work.by-stage-unknown' : 'work.by-stage')),
            ...(former.length === 0
              ? []
              : [
                  context(
                    say('work.made-before', {
                      standards: firstOf(
                        former,
                        mostNamed,
                        ({ designation }) => brief(designation, 60),
                        language,
                      ),
                      year: String(traced.year),
                    }),
                  ),
                ]),
          ]
        : []),
      ...(assignments.length === 0
        ? []
        : some(
            say('work.assignments', { count: assignments.length }),
            assignments,
            room.owed,
            (one) => `• ${assignmentLine(one, today, language)}`,
            language,
          )),
      ...some(
        say('work.serves'),
        goals.flatMap(({ goal }) => [
          { goal },
          ...pointsServed(trace, goal).map(({ point }) => ({ goal, point })),
        ]),
        room.served,
        (one) =>
          'point' in one
            ? `> ${sentenceLine(one.point, language, one.goal)}`
            : `${goalLine(one.goal, language)}${endInWords(one.goal, language)}`,
        language,
      ),
      ...(elements.length === 0 ? [] : [{ type: 'actions' as const, elements }]),
    ],
  }
}

/** A heading with as many of its lines as have room, and how many are left. */
function some<T>(
  heading: string,
  all: readonly T[],
  room: number,
  inWords: (one: T) => string,
  language: Language,
): KnownBlock[] {
  const shown = fitting(all, room, inWords)
  const left = all.length - shown.length
  return lines(`*${heading}*`, [
    ...shown.map(({ text }) => text),
    ...(left > 0 ? [texts(language)('gaps.more', { count: left })] : []),
  ])
}

function stepLines({ item, kind }: TracedItem, today: Day, language: Language) {
  const say = texts(language)
  const steps = stepsOf(item, kind)
  if (steps.length === 0) return []
  return some(
    say('work.steps'),
    steps,
    room.steps,
    ({ step, taken, dueOn }) => {
      const name = brief(nameIn(step.names, language), 120)
      if (taken !== undefined)
        return say('work.step-taken', { step: name, on: shortDay(taken.on, today, language) })
      if (dueOn !== undefined)
        return say('work.step-due', { step: name, on: shortDay(dueOn, today, language) })
      return say('work.step-open', { step: name })
    },
    language,
  )
}

function evidenceLines({ item, kind }: TracedItem, language: Language) {
  const say = texts(language)
  const fields = kind?.evidence ?? []
  const given = fields.flatMap(({ id, names }) => {
    const value = item.evidence[id]
    return value === undefined ? [] : [{ names, value }]
  })
  const missing = kind === undefined || item.state !== 'open' ? [] : evidenceMissing(kind, item.evidence)
  const outcome = kind?.outcomes?.find(({ id }) => id === item.outcome)
  return [
    ...(given.length === 0
      ? []
      : some(
          say('work.evidence'),
          given,
          room.evidence,
          ({ names, value }) =>
            `• ${labelled(brief(nameIn(names, language), 60), brief(value, 300), language)}`,
          language,
        )),
    ...(outcome === undefined
      ? []
      : [
          section(labelled(`*${say('work.outcome')}*`, brief(nameIn(outcome.names, language), 80), language)),
        ]),
    ...(missing.length === 0
      ? []
      : [
          context(
            say('work.evidence-missing', {
              list: firstOf(missing, mostNamed, ({ names }) => brief(nameIn(names, language), 60), language),
            }),
          ),
        ]),
  ]
}

function labelled(label: string, value: string, language: Language): string {
  return texts(language)('plan.labelled', { label, value })
}
