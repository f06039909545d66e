import { gbStages } from './gb-stages.ts'
import { isoStages } from './iso-stages.ts'
import type { StageRow, StageState, StageTable, Words } from './stage-table.ts'

/** The stages of one standards system. Every question about a code that it does not have throws a RangeError. */
export type StageSystem = {
  /** All codes, in their order. */
  codes: readonly string[]
  has(code: string): boolean
  /** The words for a stage, in the reader's language: `Enquiry stage — Close of voting`. */
  name(code: string, language: 'en' | 'zh-CN'): string
  /** The stage without its phase, for a place where the phase is told: `Close of voting`. */
  step(code: string, language: 'en' | 'zh-CN'): string
  /** The two digits of the phase that the stage belongs to. */
  phase(code: string): string
  phaseName(code: string, language: 'en' | 'zh-CN'): string
  /** Where a text usually goes from here, the most usual first; empty at an end. */
  next(code: string): readonly string[]
  /** Out and not withdrawn, be it under review or in a withdrawal ballot. */
  isPublished(code: string): boolean
  /** Abandoned or withdrawn: nothing follows. */
  isClosed(code: string): boolean
  /** Still being made, the time at the printer's included. */
  isDraft(code: string): boolean
  /**
   * The higher, the more current the record is among those of one text. Hundreds are the phase, the rest the substage:
   * within one phase a second draft is more current than the first one, whose record never closes. All published
   * stages are equal, so that the year decides between editions; a withdrawn text ranks below every draft, an abandoned
   * project below that. The two systems use one scale.
   */
  rank(code: string): number
}

/** The stages of GB/T 16733 (`gb`) or the harmonized codes of ISO (`iso`). */
export function stageSystem(name: 'gb' | 'iso'): StageSystem {
  return systems[name]
}

function systemOf(name: string, table: StageTable): StageSystem {
  const rows = new Map(table.rows.map((row) => [row.code, row]))
  const phases = new Map(table.phases.map((phase) => [phase.code, phase]))

  function row(code: string): StageRow {
    const found = rows.get(code)
    if (found === undefined) throw new RangeError(`${code} is not a stage of the ${name} system`)
    return found
  }

  function phaseName(code: string, language: 'en' | 'zh-CN'): string {
    return inLanguage(phases.get(row(code).phase)?.name, language)
  }

  function step(code: string, language: 'en' | 'zh-CN'): string {
    return inLanguage(row(code).name, language)
  }

  function fullName(code: string, language: 'en' | 'zh-CN'): string {
    if (row(code).phase === code) return step(code, language)
    return `${phaseName(code, language)}${language === 'zh-CN' ? '：' : ' — '}${step(code, language)}`
  }

  const isIn = (state: StageState) => (code: string) => row(code).state === state

  return {
    codes: [...rows.keys()],
    has: (code) => rows.has(code),
    name: fullName,
    step,
    phase: (code) => row(code).phase,
    phaseName,
    next: (code) => row(code).next,
    isPublished: isIn('published'),
    isClosed: isIn('closed'),
    isDraft: isIn('draft'),
    rank: (code) => rankOf(row(code)),
  }
}

function inLanguage(words: Words | undefined, language: 'en' | 'zh-CN'): string {
  return (language === 'zh-CN' ? words?.zh : words?.en) ?? ''
}

const publishedRank = 10_000
const firstDraftRank = 200
const withdrawnRank = 100
const abandonedRank = 0

function rankOf({ code, phase, state }: StageRow): number {
  if (state === 'published') return publishedRank
  if (state === 'closed') return phase === '95' ? withdrawnRank : abandonedRank
  return firstDraftRank + Math.round(Number(code) * 100)
}

const systems = { gb: systemOf('gb', gbStages), iso: systemOf('iso', isoStages) }
