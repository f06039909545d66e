import type { Message } from '../contract/reply.ts'
import type { Day } from '../domain/calendar/day.ts'
import { type Language, nameIn } from '../domain/language/rules.ts'
import { elapsedOf, type PointAtRisk } from '../domain/plan/risks.ts'
import type { PlanTrace } from '../domain/plan/trace.ts'
import { texts } from '../texts/texts.ts'
import { context, section } from './blocks.ts'
import { brief } from './mrkdwn.ts'
import { openButton } from './plan-buttons.ts'
import { riskInWords } from './risk-words.ts'
import { shareInWords } from './share-words.ts'

/** Slack takes some 13,000 characters a message; those with the most reasons come first. */
const mostTold = 20

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
  return {
    text: title,
    blocks: [
      section(`*${title}*\n${when}`),
      ...risky.slice(0, mostTold).map(({ traced: { point, share }, risks }) => ({
        ...section(
          [
            `*${point.number}* ${brief(nameIn(point.texts, language), 150)} · ${shareInWords(share, language)}`,
            ...risks.map((risk) => `• ${riskInWords(risk, language)}`),
          ].join('\n'),
        ),
        accessory: openButton({ year, what: point.number }, say('plan.open')),
      })),
      ...(risky.length > mostTold ? [context(say('gaps.more', { count: risky.length - mostTold }))] : []),
      context(say('risks.how')),
      {
        type: 'actions',
        elements: [openButton({ year, what: '' }, say('plan.back', { what: say('plan.whole') }))],
      },
    ],
  }
}
