import type { IsoSupplement } from './designation.ts'
import { present, wholeNumber } from './fields.ts'
import { meltedStages, supplementStages } from './iso-words.ts'
import { printDate, printIteration, readDate } from './numbered-edition.ts'
import type { Scanner } from './scanner.ts'

const opening = new RegExp(
  ` ?[/+,]? ?(?:(${supplementStages.join('|')}) ?)?(FPD|FD|PD|D)?(AMD|AM|COR|ADD|SUPPL) ?[.]? ?(\\d{1,2})(?!\\d)(?:\\.(\\d{1,2})(?!\\d))?`,
  'iy',
)
const kinds = { AMD: 'Amd', AM: 'Amd', COR: 'Cor', ADD: 'Add', SUPPL: 'Suppl' } as const
const longestChain = 6

/** Reads a chain of supplements at the cursor: `/Amd 1:2021`, `/CD Cor 1.2`, `/FDAM 1`. */
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
  const [word, melted, typed = '', number, iteration] = found
  const kind = Object.entries(kinds).find(([name]) => name === typed.toUpperCase())?.[1]
  if (kind === undefined || (word !== undefined && melted !== undefined)) return undefined
  return present({
    kind,
    stage: (word ?? melted)?.toUpperCase(),
    number: Number(number),
    iteration: wholeNumber(iteration),
    ...readDate(scan),
  })
}

/** `/Amd 1:2021`, `/CD Cor 1.2`, `/FDAM 1`, `/DCOR 1`. */
export function printIsoSupplement(s: IsoSupplement): string {
  return `/${supplementWord(s)} ${s.number}${printIteration(s.iteration)}${printDate(s)}`
}

function supplementWord({ kind, stage }: IsoSupplement): string {
  if (stage === undefined) return kind
  if (!meltedStages.includes(stage)) return `${stage} ${kind}`
  return `${stage}${kind === 'Amd' ? 'AM' : kind.toUpperCase()}`
}
