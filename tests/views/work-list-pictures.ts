import type { Language } from '../../src/domain/language/rules.ts'
import { kindsOfWork } from '../../src/domain/work/kinds.ts'
import { type ListedWork, type WorkRowFault, workColumns } from '../../src/domain/work/listing.ts'
import type { WorkItem } from '../../src/domain/work/rules.ts'
import { workListPreview, workListTaken } from '../../src/views/work-list-preview.ts'
import type { Facts, Picture } from './gallery.ts'

const reasons: WorkRowFault['why'][] = [
  'missing',
  'unknown',
  'several',
  'no-day',
  'not-taken-on',
  'not-led',
  'differs',
  'ended',
  'before-start',
  'too-long',
]

/** A dropped list of work with something of everything, and what comes of it. */
export function workListPictures(facts: Facts, language: Language): Record<string, Picture> {
  const { assignments, group, typed } = facts
  const works = assignments.map(({ titles }, at): ListedWork => {
    const given = {
      titles,
      kind: kindsOfWork[at % kindsOfWork.length]?.id ?? 'study',
      goals: [`g${at + 1}`],
      group: group.code,
      standards: [],
      topics: [],
      dueOn: '2026-12-31',
    }
    const known: WorkItem = {
      ...given,
      id: `w${at + 1}`,
      steps: [],
      planned: [],
      evidence: {},
      state: 'open',
    }
    return {
      line: at + 2,
      ...(at % 3 === 2 && { known }),
      given,
      owed: assignments.slice(0, at % 6).map((one) => ({
        titles: one.titles,
        owner: one.owner,
        ...(one.dueOn !== undefined && { dueOn: one.dueOn }),
      })),
      kept: at % 2,
    }
  })
  const faultOf = (at: number): WorkRowFault => ({
    line: at + 2,
    column: workColumns[at % workColumns.length] ?? 'goal',
    value: typed,
    why: reasons[at % reasons.length] ?? 'missing',
  })
  const name = `${typed.slice(0, 40)}.xlsx`
  const sheet = typed.slice(0, 30)
  const asked = { file: 'F0123456789', digest: 'd'.repeat(32), seen: 's'.repeat(16) }
  const told = { kinds: kindsOfWork, asked }
  const of = (from: number, to: number) => Array.from({ length: to - from }, (_, at) => faultOf(from + at))
  const shown = (works: ListedWork[], faults: WorkRowFault[]) => ({ name, sheet, listing: { works, faults } })
  const goals = works.map((_, at) => ({ id: `g${at + 1}`, year: 2024 + (at % 2) }))
  return {
    'work list preview': workListPreview(shown(works, of(0, 200)), told, language),
    'work list preview, the other faults': workListPreview(
      shown(works.slice(0, 1), of(4, 11)),
      told,
      language,
    ),
    'work list preview, again': workListPreview(shown(works, []), { ...told, isAgain: true }, language),
    'work list preview, nothing but faults': workListPreview(shown([], of(0, 3)), told, language),
    'work list preview, nothing new': workListPreview(
      shown(
        works.filter(({ known }) => known !== undefined).map((work) => ({ ...work, owed: [] })),
        [],
      ),
      told,
      language,
    ),
    'work list preview, empty': workListPreview(shown([], []), told, language),
    'work list taken': workListTaken(shown(works.slice(0, 3), []), goals.slice(0, 3), language),
    'work list taken, rows left': workListTaken(shown(works, of(0, 200)), goals, language),
  }
}
