import { parseDesignation, printDesignation } from '../domain/designation/rules.ts'
import { stageSystem } from '../domain/stage/system.ts'
import { listedEntries } from '../domain/standard/importing/field-text.ts'
import type { Given } from '../domain/standard/importing/given.ts'
import { canonicalName } from '../domain/standard/names.ts'
import type { StageSystemName, TwinRelation } from '../domain/standard/rules.ts'
import {
  type Blame,
  type CellReading,
  type Give,
  isBlank,
  meantDays,
  mostListed,
  nearestOf,
} from './cell-reading.ts'
import { readDay } from './day-cell.ts'

/** All stage systems that a list can name. */
export const systems: readonly StageSystemName[] = ['gb', 'iso', 'cen', 'ietf']

/** The names of a list: parted by "|" as we write them, else by the marks that people use between designations. */
export function namesIn(text: string): string[] {
  const parts = /[|｜\\]/.test(text) ? listedEntries(text) : text.split(/[;；、\n]/)
  return parts
    .flatMap((part) => {
      const pieces = part.split(/[,，]/)
      return pieces.every((piece) => parseDesignation(piece).kind === 'designation') ? pieces : [part]
    })
    .map((part) => part.trim())
    .filter((part) => !isBlank(part))
    .map((part) => {
      const parsed = parseDesignation(part)
      return parsed.kind === 'designation' && /^[(（【[]?(?:部分|全部|代替|替代)/.test(parsed.rest)
        ? printDesignation(parsed.designation)
        : canonicalName(part)
    })
}

const relations: readonly (readonly [TwinRelation, RegExp])[] = [
  ['contributes-to', /contributes[- ]to/i],
  ['based-on', /\bNEQ\b|非等效|based[- ]on/i],
  ['modified', /\b(?:MOD|EQV)\b|修改采用|等效采用|修改|等效|modified/i],
  ['identical', /\bIDT\b|等同采用|等同|identical/i],
]

/** How a twin is related to the text that it adopts, in the words of lists; undefined where they say nothing of it. */
export function relationIn(text: string): TwinRelation | undefined {
  return relations.find(([, words]) => words.test(text))?.[0]
}

/** `identical:ISO/IEC 27001:2022`, `ISO/IEC 27001:2022 IDT`, `ISO/IEC 27001:2022，MOD`, `等同采用 ISO 9001`. */
export function twinsCell(
  text: string,
  { given, fault, left, adoption }: { given: Give; fault: Blame; left: CellReading; adoption: string },
): CellReading {
  const entries = /[|｜\\]/.test(text)
    ? listedEntries(text)
    : text.split(/[;；、\n]/).map((entry) => entry.trim())
  const twins: NonNullable<Given['twins']> = []
  for (const entry of entries.filter((one) => !isBlank(one))) {
    const told = /^([a-z-]+)\s*[:：]\s*(.+)$/i.exec(entry)
    const own =
      told?.[1] === undefined
        ? undefined
        : relations.find(([relation]) => relation === told[1]?.toLowerCase())
    const relation = own?.[0] ?? relationIn(entry) ?? relationIn(adoption)
    const name = (
      own === undefined
        ? relations.reduce((rest, [, words]) => rest.replace(words, ' '), entry)
        : (told?.[2] ?? '')
    )
      .replace(/^[\s,，:：()（）]+|[\s,，:：(（]+$|[(（]\s*[)）]/g, '')
      .trim()
    if (name === '' || !/\d/.test(name)) return left
    if (relation === undefined) {
      const word = told?.[1]
      const isWord = word !== undefined && parseDesignation(entry).kind === 'words'
      return fault(
        {
          kind: 'not',
          what: 'relation',
          ...(isWord
            ? nearestOf(
                word,
                relations.map(([one]) => one),
              )
            : {}),
        },
        entry,
      )
    }
    twins.push({ designation: canonicalName(name), relation })
  }
  if (twins.length > mostListed) return fault({ kind: 'too-many', count: twins.length, most: mostListed })
  return twins.length === 0 ? left : given({ twins })
}

/** `30@2024-05|40@2025`. */
export function historyCell(text: string, given: Give, fault: Blame): CellReading {
  const history: NonNullable<Given['history']> = []
  for (const entry of listedEntries(text)) {
    const [stage = '', on = ''] = entry.split('@').map((part) => part.trim())
    if (!systems.some((system) => stageSystem(system).has(stage)))
      return fault(
        {
          kind: 'not',
          what: 'stage',
          ...nearestOf(stage, stageSystem(stage.length > 2 ? 'iso' : 'gb').codes),
        },
        entry,
      )
    const day = readDay(on)
    if (!day.ok) return fault({ kind: 'not', what: 'partial-day', ...meantDays(day) }, entry)
    history.push({ stage, on: day.day })
  }
  if (history.length > mostListed) return fault({ kind: 'too-many', count: history.length, most: mostListed })
  return given({ history })
}
