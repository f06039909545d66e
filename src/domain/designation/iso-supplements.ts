import type { IsoSupplement } from './designation.ts'
import { present, wholeNumber } from './fields.ts'
import { meltedStages, supplementStages } from './iso-words.ts'
import { printDate, printIteration, readDate } from './numbered-edition.ts'
import type { Scanner } from './scanner.ts'

const opening = new RegExp(
  ` ?([/+,-]?) ?(?:(${supplementStages.join('|')}) ?)?(FPD|FD|PD|D|F(?=COR|AM))?` +
    '(AMENDMENT|AMD|AM|(?:TECHNICAL |TECH\\.? ?)?CORRIGENDUM|CORR|COR|ADDENDUM|ADD|SUPPLEMENT|SUPPL|SUPP|SUP|EXT|ISH|FRAG|A(?=\\d))' +
    ' ?[.-]? ?(\\d{1,3})?(?!\\d)(?:\\.(\\d{1,2})(?!\\d))?',
  'iy',
)
const longestChain = 6

/** Reads a chain of supplements at the cursor: `/Amd 1:2021`, `/CD Cor 1.2`, `/FDAM 1`, `+AMD1:2016`. */
export function readIsoSupplements(scan: Scanner): IsoSupplement[] {
  const chain: IsoSupplement[] = []
  while (chain.length < longestChain) {
    const start = scan.position()
    const supplement = readIsoSupplement(scan)
    if (supplement === undefined) {
      scan.moveTo(start)
      return chain
    }
    chain.push(supplement)
  }
  return chain
}

function readIsoSupplement(scan: Scanner): IsoSupplement | undefined {
  const found = scan.take(opening)
  if (found === undefined) return undefined
  const [joiner = '', word, melted, typed = '', number, iteration] = found
  const kind = kindOf(typed.toUpperCase())
  if (word !== undefined && melted !== undefined) return undefined
  if (typed.length === 1 && !'/+'.includes(joiner || ' ')) return undefined
  const dated = readDate(scan)
  if (number === undefined && (kind !== 'Suppl' || dated.year === undefined)) return undefined
  return present({
    kind,
    consolidated: joiner === '+' ? (true as const) : undefined,
    stage: (word ?? melted?.replace(/^f$/i, 'FD'))?.toUpperCase(),
    number: wholeNumber(number),
    iteration: wholeNumber(iteration),
    ...dated,
  })
}

/** By the first letters: `A1` and `AMENDMENT 1` are `Amd 1`, `TECHNICAL CORRIGENDUM` is `Cor`. */
function kindOf(typed: string): IsoSupplement['kind'] {
  if (typed === 'ISH') return 'ISH'
  const known = (['Add', 'Suppl', 'Ext', 'Frag'] as const).find((kind) =>
    typed.startsWith(kind.slice(0, 3).toUpperCase()),
  )
  return known ?? (typed.startsWith('A') ? 'Amd' : 'Cor')
}

/** `/Amd 1:2021`, `/CD Cor 1.2`, `/FDAM 1`, `/DCOR 1`; in the way of IEC `/AMD1:2021` and `+AMD1:2021`. */
export function printIsoSupplement(s: IsoSupplement, asIec: boolean): string {
  const number = `${s.number ?? ''}${printIteration(s.iteration)}`
  const glued = s.stage === undefined && (asIec || s.kind === 'ISH' || s.kind === 'Frag')
  const word = glued ? s.kind.toUpperCase() : supplementWord(s)
  return `${s.consolidated ? '+' : '/'}${word}${glued || number === '' ? '' : ' '}${number}${printDate(s)}`
}

function supplementWord({ kind, stage }: IsoSupplement): string {
  if (stage === undefined) return kind
  if (!meltedStages.includes(stage)) return `${stage} ${kind}`
  return `${stage}${kind === 'Amd' ? 'AM' : kind.toUpperCase()}`
}
