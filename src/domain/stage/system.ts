import type { Language } from '../language/rules.ts'
import { cenStages } from './cen-stages.ts'
import { gbStages } from './gb-stages.ts'
import { ietfStages } from './ietf-stages.ts'
import { isoStages } from './iso-stages.ts'
import type { StageRow, StageState, StageSystemName, StageTable, Words } from './stage-table.ts'

/** The stages of one standards system. Every question about a code that it does not have throws a RangeError. */
export type StageSystem = {
  /** All codes, in their order. */
  codes: readonly string[]
  /** The codes of the phases, in their order. */
  phases: readonly string[]
  has(code: string): boolean
  /** The words for a stage, in the reader's language: `Enquiry stage — Close of voting`. */
  name(code: string, language: Language): string
  /** The stage without its phase, for a place where the phase is told: `Close of voting`. */
  step(code: string, language: Language): string
  /** The code of the phase that the stage belongs to. */
  phase(code: string): string
  phaseName(code: string, language: Language): string
  /** Where the phase of the stage lies on one scale for all systems, that of ISO's two digits. */
  level(code: string): number
  /** Where a text usually goes from here, the most usual first; empty at an end. */
  next(code: string): readonly string[]
  /** Where the fast procedure may go besides, leaving stages out. */
  fast(code: string): readonly string[]
  /** Whether the stage is the one that is wanted, or of the phase that is wanted: 30.60 matches `30` and `30.60`. */
  matches(code: string, wanted: string): boolean
  /**
   * The stage that a person means: its code in any case, with or without its dot, or its words in either language.
   * Undefined where it is none or could be several.
   */
  read(text: string): string | undefined
  /** Out and not withdrawn, be it under review or in a withdrawal ballot. */
  isPublished(code: string): boolean
  /** Abandoned or withdrawn: nothing follows, but for an IETF draft, which may be taken up again. */
  isClosed(code: string): boolean
  /** Closed before it was published. */
  isAbandoned(code: string): boolean
  /** Still being made, the time at the printer's included. */
  isDraft(code: string): boolean
  /**
   * The higher, the more current the record is among those of one text. Hundreds are the phase, the rest the substage:
   * within one phase a second draft is more current than the first one, whose record never closes. All published
   * stages are equal, so that the year decides between editions; a withdrawn text ranks below every draft, an abandoned
   * project below that. All systems use one scale.
   */
  rank(code: string): number
}

/** The stages of GB/T 16733 (`gb`), of ISO (`iso`), of CEN and CENELEC (`cen`) or of the IETF (`ietf`). */
export function stageSystem(name: StageSystemName): StageSystem {
  return systems[name]
}

function systemOf(name: StageSystemName, table: StageTable): StageSystem {
  const rows = new Map(table.rows.map((row) => [row.code, row]))
  const phases = new Map(table.phases.map((phase) => [phase.code, phase]))
  const meant = meanings(table)

  function row(code: string): StageRow {
    const found = rows.get(code)
    if (found === undefined) throw new RangeError(`${code} is not a stage of the ${name} system`)
    return found
  }

  const phaseOf = (code: string) => phases.get(row(code).phase)
  const level = (code: string) => phaseOf(code)?.level ?? 0
  const phaseName = (code: string, language: Language) => inLanguage(phaseOf(code)?.name, language)
  const step = (code: string, language: Language) => inLanguage(row(code).name, language)
  const isIn = (state: StageState) => (code: string) => row(code).state === state

  function fullName(code: string, language: Language): string {
    if (row(code).phase === code) return step(code, language)
    return `${phaseName(code, language)}${language === 'zh-CN' ? '：' : ' — '}${step(code, language)}`
  }

  return {
    codes: [...rows.keys()],
    phases: [...phases.keys()],
    has: (code) => rows.has(code),
    name: fullName,
    step,
    phase: (code) => row(code).phase,
    phaseName,
    level,
    next: (code) => row(code).next,
    fast: (code) => row(code).fast ?? [],
    matches: (code, wanted) => {
      const { phase } = row(code)
      const plain = wanted.trim().toLowerCase()
      return plain === code || plain === phase
    },
    read: (text) => meant.get(folded(text)),
    isPublished: isIn('published'),
    isClosed: isIn('closed'),
    isAbandoned: (code) => isIn('closed')(code) && level(code) < withdrawalLevel,
    isDraft: isIn('draft'),
    rank: (code) => {
      const { state, phase } = row(code)
      if (state === 'published') return publishedRank
      if (state === 'closed') return level(code) < withdrawalLevel ? abandonedRank : withdrawnRank
      return firstDraftRank + level(code) * 100 + substageOf(code, table, phase)
    },
  }
}

function inLanguage(words: Words | undefined, language: Language): string {
  return (language === 'zh-CN' ? words?.zh : words?.en) ?? ''
}

/** The last two digits of a code, or where there are none the place among the stages of the phase. */
function substageOf(code: string, { rows }: StageTable, phase: string): number {
  const digits = /^\d\d(?:\.(\d\d))?$/.exec(code)
  if (digits !== null) return Number(digits[1] ?? 0)
  return rows.filter((row) => row.phase === phase).findIndex((row) => row.code === code)
}

/** What people write for a stage → its code; what would mean two stages means none. */
function meanings({ rows }: StageTable): Map<string, string> {
  const meant = new Map<string, string | undefined>()
  for (const { code, name } of rows)
    for (const words of new Set([code, name.en, name.zh, withoutStage(name)].map(folded)))
      meant.set(words, meant.has(words) && meant.get(words) !== code ? undefined : code)
  // A code is that stage, whatever words another one bears.
  for (const { code } of rows) meant.set(folded(code), code)
  return new Map([...meant].flatMap(([words, code]) => (code === undefined ? [] : [[words, code] as const])))
}

/** `征求意见` for `征求意见阶段`: so people say it. */
function withoutStage({ zh }: Words): string {
  return zh.replace(/阶段$/u, '')
}

function folded(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s.·\-_]+/gu, '')
}

const withdrawalLevel = 95
const publishedRank = 10_000
const firstDraftRank = 200
const withdrawnRank = 100
const abandonedRank = 0

const systems = {
  gb: systemOf('gb', gbStages),
  iso: systemOf('iso', isoStages),
  cen: systemOf('cen', cenStages),
  ietf: systemOf('ietf', ietfStages),
}
