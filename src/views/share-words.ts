import type { Language } from '../domain/language/rules.ts'

const cells = 10

/** A share from 0 to 1 in whole percent, rounded down, so that 100 means all of it. */
export function shareInWords(share: number, language: Language): string {
  // What a sum of thirds falls short of a whole is no work left undone.
  const percent = Math.floor(share * 100 + 1e-9)
  // A no-break space: the sign stays on the line of its number.
  return language === 'zh-CN' ? `${percent}%` : `${percent}\u00a0%`
}

/** The share as a bar of ten cells; one that has begun shows, and only the whole is full. */
export function shareBar(share: number): string {
  const full = share >= 1 - 1e-9 ? cells : Math.min(cells - 1, Math.ceil(share * cells - 1e-9))
  return '▰'.repeat(Math.max(full, 0)) + '▱'.repeat(cells - Math.max(full, 0))
}
