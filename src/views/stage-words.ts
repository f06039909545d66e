import type { Language } from '../domain/language/rules.ts'
import { stageSystem } from '../domain/stage/system.ts'
import type { StageSystemName } from '../domain/standard/rules.ts'
import { texts } from '../texts/texts.ts'

/** A stage in words and code: `Committee stage — CD registered (30.00)`. */
export function stageInWords(system: StageSystemName, code: string, language: Language): string {
  return texts(language)('stage', { name: stageSystem(system).name(code, language), code })
}
