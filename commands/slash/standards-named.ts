import type { App } from '../../src/app.ts'
import { designationsInText } from '../../src/domain/designation/rules.ts'

/** The standards on record that a text names, by their designations, with commas between them. */
export async function standardsNamed(app: App, text: string): Promise<string> {
  const today = await app.assignments.today()
  const found = new Set<string>()
  for (const name of designationsInText(text)) {
    const finding = await app.standards.find(name, { today })
    if (finding.kind === 'one') found.add(finding.card.standard.designation)
  }
  return [...found].join(', ')
}
