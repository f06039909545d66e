import type { Language } from '../domain/language/rules.ts'
import { stageSystem } from '../domain/stage/system.ts'
import type { StageSystemName } from '../domain/standard/rules.ts'
import { texts } from '../texts/texts.ts'

const said = new Map<string, string>()

/** A stage in words and code: `Committee stage — CD registered (30.00)`. */
export function stageInWords(system: StageSystemName, code: string, language: Language): string {
  const key = `${language} ${system} ${code}`
  const known = said.get(key)
  if (known !== undefined) return known
  // The systems' codes are a few hundred; any other throws.
  const words = texts(language)('stage', { name: stageSystem(system).name(code, language), code })
  said.set(key, words)
  return words
}
