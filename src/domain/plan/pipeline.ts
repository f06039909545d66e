import type { WorkKind, WorkOutcome, WorkStep } from '../work/kind.ts'
import { liveGoals, type PlanTrace, type TracedItem } from './trace.ts'

/** A piece of work at the furthest step of its kind that it has reached; `outcome` where it has ended. */
export type PipelineItem = { traced: TracedItem; step?: WorkStep; outcome?: WorkOutcome }

/** The work of one kind that is told by topic: a piece with several topics stands under each, one without under none. */
export type Pipeline = { kind: WorkKind; topics: { topic?: string; items: PipelineItem[] }[] }

/** The pipelines of a year's plan, topics in the order in which the plan's work first names them, those without last. */
export function pipelinesOf(trace: PlanTrace): Pipeline[] {
  const items = new Set(liveGoals(trace).flatMap(({ items }) => items))
  const byKind = new Map<string, { kind: WorkKind; items: TracedItem[] }>()
  for (const traced of items) {
    const { kind, item } = traced
    if (kind?.byTopic !== true || item.state === 'dropped') continue
    const known = byKind.get(kind.id)
    if (known === undefined) byKind.set(kind.id, { kind, items: [traced] })
    else known.items.push(traced)
  }
  return [...byKind.values()].map(({ kind, items }) => ({ kind, topics: byTopic(kind, items) }))
}

function byTopic(kind: WorkKind, items: readonly TracedItem[]): Pipeline['topics'] {
  const topics = new Map<string | undefined, PipelineItem[]>()
  const put = (topic: string | undefined, item: PipelineItem) => {
    topics.set(topic, [...(topics.get(topic) ?? []), item])
  }
  for (const traced of items) {
    const item = pipelineItem(kind, traced)
    for (const topic of new Set(traced.item.topics)) put(topic, item)
    if (traced.item.topics.length === 0) put(undefined, item)
  }
  const told = [...topics].map(([topic, items]) => ({ ...(topic !== undefined && { topic }), items }))
  return told.sort((a, b) => Number(a.topic === undefined) - Number(b.topic === undefined))
}

/** Steps are taken in any order; the furthest of them tells where it is. */
function pipelineItem(kind: WorkKind, traced: TracedItem): PipelineItem {
  const { steps, state, outcome } = traced.item
  const taken = new Set(steps.map(({ step }) => step))
  const step = kind.steps.findLast(({ id }) => taken.has(id))
  const ended = state === 'done' ? kind.outcomes?.find(({ id }) => id === outcome) : undefined
  return { traced, ...(step && { step }), ...(ended && { outcome: ended }) }
}
