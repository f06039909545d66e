import type { Message } from '../contract/reply.ts'
import type { Day } from '../domain/calendar/day.ts'
import { type Language, nameIn } from '../domain/language/rules.ts'
import { elapsedOf, type PointAtRisk } from '../domain/plan/risks.ts'
import type { PlanTrace } from '../domain/plan/trace.ts'
import { texts } from '../texts/texts.ts'
import { context, section } from './blocks.ts'
import { fitting } from './fitting.ts'
import { brief } from './mrkdwn.ts'
import { openButton } from './plan-buttons.ts'
import { riskInWords } from './risk-words.ts'
import { shareInWords } from './share-words.ts'

/** Slack takes some 13,000 characters a message; those with the most reasons come first. */
const mostTold = 20
const roomForPoints = 10_500

/** Which points of a plan are at risk, and why. */
export function risksMessage(
  trace: PlanTrace,
  risky: readonly PointAtRisk[],
  today: Day,
  language: Language,
): Message {
  const say = texts(language)
  const { year } = trace.plan
  const title = say('risks.title', { count: risky.length, year: String(year) })
  const when = say('risks.when', {
    elapsed: shareInWords(elapsedOf(year, today), language),
    share: shareInWords(trace.share, language),
  })
  const shown = fitting(risky.slice(0, mostTold), roomForPoints, (point) =>
    pointAtRiskInWords(point, language),
  )
  return {
    text: title,
    blocks: [
      section(`*${title}*\n${when}`),
      ...shown.map(({ one, text }) => ({
        ...section(text),
        accessory: openButton({ year, what: one.traced.point.number }, say('plan.open')),
      })),
      ...(risky.length > shown.length
        ? [context(say('gaps.more', { count: risky.length - shown.length }))]
        : []),
      context(say('risks.how')),
      {
        type: 'actions',
        elements: [openButton({ year, what: '' }, say('plan.back', { what: say('plan.whole') }))],
      },
    ],
  }
}

function pointAtRiskInWords({ traced: { point, share }, risks }: PointAtRisk, language: Language): string {
  const heading = `*${point.number}* ${brief(nameIn(point.texts, language), 150)} · ${shareInWords(share, language)}`
  return [heading, ...risks.map((risk) => `• ${riskInWords(risk, language)}`)].join('\n')
}
