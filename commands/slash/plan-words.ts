/** What was typed behind `/plan`, before it is looked up: a year, and a part of its plan as people call it. */
export type PlanWords = { year?: number; what: string }

/** A year of four digits is never an area's number. */
const yearPattern = /(?<![\d.-])((?:19|20|21)\d{2})(?:年度?)?(?:工作要点)?(?![\d.-])/u

/** Reads `2024`, `2.3`, `2024 2.3`, `g7`, `第2.3条`, `（八）`, in any order of year and part. */
export function parsePlanWords(text: string): PlanWords {
  const plain = text
    .normalize('NFKC')
    .replaceAll(/\p{Cc}/gu, ' ')
    .trim()
  const [found, year] = yearPattern.exec(plain) ?? []
  const rest = found === undefined ? plain : plain.replace(found, ' ')
  const what = rest
    .replace(/^(?:(?:area|point|goal|work)(?![a-z])|领域|要点|目标|工作项|第)\s*/iu, '')
    .replaceAll(/\s+/gu, ' ')
    .replace(/(?<=\d)\s*[条项点章]$/u, '')
    .trim()
  return { ...(year !== undefined && { year: Number(year) }), what: what.toLowerCase() }
}
