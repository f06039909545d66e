import type { KnownBlock } from '@slack/types'
import type { Message } from '../contract/reply.ts'
import { type Language, nameIn } from '../domain/language/rules.ts'
import type { Pipeline, PipelineItem } from '../domain/plan/pipeline.ts'
import { texts } from '../texts/texts.ts'
import { context, lines, section } from './blocks.ts'
import { brief } from './mrkdwn.ts'
import { openButton } from './plan-buttons.ts'
import { topicInWords } from './topic-words.ts'

/** A message has room for so many of each; more are counted. */
const mostTopics = 20
const mostItems = 6

/** Where the work of each pipeline stands, topic by topic. */
export function pipelineMessage(pipelines: readonly Pipeline[], year: number, language: Language): Message {
  const say = texts(language)
  const back = openButton({ year, what: '' }, say('plan.back', { what: say('plan.whole') }))
  if (pipelines.length === 0) {
    const text = say('pipeline.none', { year: String(year) })
    return { text, blocks: [section(text), { type: 'actions', elements: [back] }] }
  }
  const titles = pipelines.map(({ kind }) => titleOf(kind, year, language))
  return {
    text: titles.join(' · '),
    blocks: [
      ...pipelines.flatMap((pipeline) => pipelineBlocks(pipeline, year, language)),
      { type: 'actions', elements: [back] },
    ],
  }
}

function titleOf(kind: Pipeline['kind'], year: number, language: Language): string {
  return texts(language)('pipeline.title', {
    kind: brief(nameIn(kind.names, language), 80),
    year: String(year),
  })
}

function pipelineBlocks({ kind, topics }: Pipeline, year: number, language: Language): KnownBlock[] {
  const say = texts(language)
  const left = topics.length - mostTopics
  return [
    section(
      `*${titleOf(kind, year, language)}*\n${say('pipeline.steps', { list: countsOf(topics, language) })}`,
    ),
    ...topics.slice(0, mostTopics).flatMap(({ topic, items }) => {
      const name = topic === undefined ? say('pipeline.no-topic') : topicInWords(topic, language)
      const more = items.length - mostItems
      return lines(say('pipeline.topic', { topic: brief(name, 80), count: items.length }), [
        ...items.slice(0, mostItems).map((item) => itemLine(item, language)),
        ...(more > 0 ? [say('gaps.more', { count: more })] : []),
      ])
    }),
    ...(left > 0 ? [context(say('gaps.more', { count: left }))] : []),
  ]
}

/** How many pieces are at each step, each counted once however many topics it has. */
function countsOf(topics: Pipeline['topics'], language: Language): string {
  const say = texts(language)
  const once = new Map(
    topics.flatMap(({ items }) => items.map((item) => [item.traced.item.id, item] as const)),
  )
  const counts = new Map<string, number>()
  for (const item of once.values()) {
    const where = whereInWords(item, language)
    counts.set(where, (counts.get(where) ?? 0) + 1)
  }
  return [...counts].map(([step, count]) => say('pipeline.count', { step, count })).join(say('list.comma'))
}

function itemLine(item: PipelineItem, language: Language): string {
  const { id, titles, group } = item.traced.item
  const title = brief(nameIn(titles, language), 150)
  return `• *${brief(id, 64)}* ${title} · ${whereInWords(item, language)} · ${brief(group, 40)}`
}

function whereInWords({ step, outcome }: PipelineItem, language: Language): string {
  const names = outcome?.names ?? step?.names
  return names === undefined ? texts(language)('pipeline.not-begun') : brief(nameIn(names, language), 80)
}
