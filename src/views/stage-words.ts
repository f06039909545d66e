import type { Language } from '../domain/language/rules.ts'
import type { StageSystemName } from '../domain/stage/stage-table.ts'
import { stageSystem } from '../domain/stage/system.ts'
import { texts } from '../texts/texts.ts'

/** A stage in words and code: `Committee stage — CD registered (30.00)`. */
export function stageInWords(system: StageSystemName, code: string, language: Language): string {
  return texts(language)('stage', { name: stageSystem(system).name(code, language), code })
}

/** A phase in words: `Public comment stage`, `征求意见阶段`. */
export function phaseInWords(stages: StageSystemName, phase: string, language: Language): string {
  const system = stageSystem(stages)
  const code = system.codes.find((one) => system.phase(one) === phase)
  return code === undefined ? phase : system.phaseName(code, language)
}
