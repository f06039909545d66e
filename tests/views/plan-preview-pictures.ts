import type { Language } from '../../src/domain/language/rules.ts'
import type { PlanDraft } from '../../src/domain/plan/draft.ts'
import { comparedInShort, previewPlan } from '../../src/domain/plan/importing.ts'
import type { Plan, Point } from '../../src/domain/plan/rules.ts'
import { kindsOfWork } from '../../src/domain/work/kinds.ts'
import { changePlanModal } from '../../src/views/change-plan-modal.ts'
import { choosePlanPartModal, correctPlanModal, type PlanPart } from '../../src/views/correct-plan-modal.ts'
import {
  planClosed,
  planPreview,
  planRefused,
  planTaken,
  tableRefused,
} from '../../src/views/plan-preview.ts'
import type { Facts, Picture } from './gallery.ts'

/** A plan with an area for each group, as many as a document may have; with many, ten points in each. */
function planOf({ groups, typed }: Facts, year: number, prefix: string): Plan {
  const count = Math.min(groups.length, 50)
  const each = count === 50 ? 10 : 3
  const found = (value: string) => ({ value, words: [typed.slice(0, 60)] })
  const point = (area: number, at: number): Point => ({
    id: `${year}-${area}.${at}`,
    number: `${area}.${at}`,
    // The first is as long as may be; comparing 500 of that length takes its time.
    texts: { zh: `${prefix}${area}.${at} ${typed}`.slice(0, at === 1 && area === 1 ? 3_000 : 110) },
    reading: {
      kinds: kindsOfWork.slice(0, (at + area) % 8).map(({ id }) => found(id)),
      topics: [found('ai'), found(typed.slice(0, 60))],
      groups: groups
        .slice(0, area % 3)
        .map(({ code }) => ({ ...found(code), ...(at % 2 === 0 && { isOfHeading: true as const }) })),
      dates: [found('2026-11-30')],
      urgent: at % 2 === 0 ? ['抓紧'] : [],
    },
  })
  return {
    year,
    names: { zh: `${year} ${typed}`.slice(0, 500) },
    approvedOn: '2026-03-20',
    releasedOn: '2026-03-25',
    areas: Array.from({ length: count }, (_, at) => ({
      number: at + 1,
      names: { zh: `${at + 1} ${typed}`.slice(0, 500) },
      points: Array.from({ length: each }, (_, index) => point(at + 1, index + 1)),
    })),
    document: { name: `${typed.slice(0, 140)}.docx`, digest: prefix },
  }
}

/** A dropped plan, what is corrected in it, and what comes of it. */
export function planPreviewPictures(facts: Facts, language: Language): Record<string, Picture> {
  const { typed, groups } = facts
  const plan = planOf(facts, 2026, 'a')
  const draft: PlanDraft = {
    id: 'd'.repeat(36),
    plan,
    left: 12,
    revision: 1_000,
    state: 'open',
    madeAt: new Date('2026-11-23T01:00:00Z'),
  }
  const other = planOf(facts, 2026, 'another beginning of it, so that it is no longer alike: ')
  const half = { ...plan, areas: plan.areas.slice(0, 1).concat(other.areas.slice(1)) }
  const shown = (recorded: Plan[]) => ({ draft, preview: previewPlan(recorded, plan) })
  const against = shown([half])
  const many = (prefix: string, count: number) =>
    Array.from({ length: count }, (_, at) => `${prefix}${at + 1}`)
  const dropped = against.preview.sameYear?.dropped ?? []
  const hanging = dropped.map((point, at) => ({
    point,
    goals: at % 2 === 0 ? many('kwp-2026-12-', 12) : many('g', 2),
    items: many('w', 30),
    assignments: at % 2 === 0 ? many('a', 300) : ['a1'],
  }))
  const losing = { draft, preview: { ...against.preview, hanging } }
  const asked = { draft: draft.id, revision: draft.revision, compared: comparedInShort(losing.preview) }
  const [area] = plan.areas
  const [point] = area?.points ?? []
  if (area === undefined || point === undefined) throw new Error('no point')
  const { reading: _none, ...bare } = point
  const known = { kinds: kindsOfWork, groups: groups.map((group, at) => ({ ...group, code: `WG${at}` })) }
  const part = (name: string, part: PlanPart): [string, Picture] => [
    `correct a plan, ${name}`,
    correctPlanModal(draft, part, known, language),
  ]
  return {
    'plan preview': planPreview(shown([]), kindsOfWork, language),
    'plan preview, same year': planPreview(shown([half]), kindsOfWork, language, 'corrected'),
    'plan preview, goals lose their sentence': planPreview(losing, kindsOfWork, language),
    'change a plan': changePlanModal(losing, asked, language),
    'plan preview, year before': planPreview(
      shown([{ ...half, year: 2025 }]),
      kindsOfWork,
      language,
      'moved-on',
    ),
    'plan preview, nothing new': planPreview(shown([plan]), kindsOfWork, language),
    'plan taken': planTaken(shown([]), language),
    'plan taken anew': planTaken(shown([half]), language),
    'plan closed': planClosed({ ...draft, state: 'cancelled' }, language),
    'plan closed, taken': planClosed({ ...draft, state: 'taken' }, language),
    'plan refused': planRefused(
      plan.document?.name ?? '',
      { of: 'document', why: { kind: 'no-work', points: 9, asking: 1 } },
      language,
    ),
    'plan refused, other document': planRefused(
      plan.document?.name ?? '',
      { of: 'document', why: { kind: 'other-document', called: typed } },
      language,
    ),
    'plan refused, told': planRefused(
      plan.document?.name ?? '',
      { of: 'document', why: { kind: 'told', points: 9, told: 5, text: typed } },
      language,
    ),
    'plan refused, attendance': planRefused(
      plan.document?.name ?? '',
      { of: 'document', why: { kind: 'attendance', line: typed } },
      language,
    ),
    'plan refused, areas of a meeting': planRefused(
      plan.document?.name ?? '',
      { of: 'document', why: { kind: 'other-areas', what: 'meeting', titles: [typed, typed, typed, typed] } },
      language,
    ),
    'table refused': tableRefused(
      plan.document?.name ?? '',
      {
        list: { kind: 'no-headings', sheets: [], near: [{ heading: typed, meant: '标准号' }] },
        plan: {
          of: 'file',
          why: { kind: 'no-headings', sheets: [], near: [{ heading: typed, meant: '领域' }] },
        },
      },
      language,
    ),
    'choose a part of a plan': choosePlanPartModal(draft, language),
    ...Object.fromEntries([
      part('title and year', { kind: 'plan' }),
      part('an area', { kind: 'area', area }),
      part('a point', { kind: 'point', point, isFirst: false }),
      part('a first point', { kind: 'point', point: bare, isFirst: true }),
    ]),
  }
}
