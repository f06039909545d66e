import { editDistance } from '../../finding/edit-distance.ts'
import { stageSystem } from '../../stage/system.ts'
import type { StageSystemName } from '../rules.ts'
import type { GivenStatus } from './given.ts'

/** What the text in a stage's cell says. */
export type ReadStage =
  | { kind: 'stage'; stage: string }
  | { kind: 'status'; status: GivenStatus }
  | { kind: 'none'; nearest?: string }

/**
 * A stage as lists give it: its code, also as a spreadsheet cuts it (`40.2`) or as open data runs it together
 * (`4020`), with or without its name behind; its name; the abbreviation of its document (`CD`); or words for a status.
 */
export function readStage(text: string, system: StageSystemName): ReadStage {
  const plain = text.normalize('NFKC').trim()
  const code = codeIn(plain, system)
  if (code !== undefined) return { kind: 'stage', stage: code }
  const status = readStatus(plain)
  if (status !== undefined) return { kind: 'status', status }
  const named = stageNamed(plain, system)
  if (named !== undefined) return { kind: 'stage', stage: named }
  const nearest = nearestStage(plain, system)
  return { kind: 'none', ...(nearest !== undefined && { nearest }) }
}

function codeIn(plain: string, system: StageSystemName): string | undefined {
  const { has } = stageSystem(system)
  const first = /^(\d{1,2})(?:[.,](\d{1,2}))?(?![\d.])|^(\d{2})(\d{2})(?!\d)/.exec(plain)
  if (first === null) return has(plain.toLowerCase()) ? plain.toLowerCase() : undefined
  const [, phase = '', substage, ownPhase, ownSubstage] = first
  const whole = (ownPhase ?? phase).padStart(2, '0')
  const step = ownSubstage ?? substage?.padEnd(2, '0')
  return [step === undefined ? whole : `${whole}.${step}`, step === undefined ? `${whole}.00` : whole].find(
    (code, at) => has(code) && (at === 0 || step === undefined || step === '00'),
  )
}

const statusWords: readonly (readonly [GivenStatus, RegExp])[] = [
  ['withdrawn', /^(?:已?废止|已?作废|已?被?(?:代替|替代)|withdrawn|superseded|abolished|obsolete)/i],
  ['abandoned', /^(?:已?终止|已?撤销|已?取消|deleted|abandoned|cancelled|canceled|rejected)/i],
  [
    'published',
    /^(?:现行|有效|即将实施|已?发布|已?出版|已?实施|published|valid|current|active|in force|effective)/i,
  ],
  ['planned', /^(?:计划下达|已?下达|已立项|planned)/i],
  [
    'being-made',
    /^(?:制定中|制订中|修订中|在研|正在制定|under development|in progress|in development|draft)/i,
  ],
]

/** What the words of a list say of a status; undefined where they say none that is known. */
export function readStatus(text: string): GivenStatus | undefined {
  const plain = text.normalize('NFKC').trim()
  return statusWords.find(([, words]) => words.test(plain))?.[0]
}

/** How lists of plans call the stages of GB/T 16733. */
const gbWords: readonly (readonly [string, RegExp])[] = [
  ['00', /^预/],
  ['10', /立项/],
  ['30', /征求意见/],
  ['20', /起草|草案/],
  ['40', /审查|送审/],
  ['50', /批准|报批|审批|备案/],
  ['60', /出版|发布/],
  ['90', /复审/],
  ['95', /废止/],
]

/** Where the document of this name stands when it is registered; published at last. */
const isoDocuments: Record<string, string> = {
  PWI: '00.00',
  NWIP: '10.00',
  NP: '10.00',
  AWI: '20.00',
  WD: '20.20',
  CD: '30.00',
  PDTR: '30.00',
  PDTS: '30.00',
  FCD: '30.00',
  CDV: '40.00',
  DIS: '40.00',
  DAM: '40.00',
  DAMD: '40.00',
  DCOR: '40.00',
  DTR: '50.00',
  DTS: '50.00',
  DPAS: '50.00',
  FDIS: '50.00',
  FDAM: '50.00',
  FDTR: '50.00',
  FDTS: '50.00',
  FPD: '40.00',
  PRF: '60.00',
}

/** The stage at which a document of ISO of this kind (`CD`, `FDIS`) is registered; undefined for what is none. */
export function stageOfDocument(word: string): string | undefined {
  return isoDocuments[word.toUpperCase()]
}

function stageNamed(plain: string, system: StageSystemName): string | undefined {
  if (system === 'gb') return gbWords.find(([, words]) => words.test(plain))?.[0]
  const { codes, name, step, phaseName } = stageSystem(system)
  const folded = fold(plain)
  const exact = codes.find((code) =>
    (['en', 'zh-CN'] as const).some((language) =>
      [name(code, language), step(code, language), phaseName(code, language)].some(
        (one) => fold(one) === folded,
      ),
    ),
  )
  return exact ?? (system === 'iso' ? stageOfDocument(plain.replace(/s$/i, '')) : undefined)
}

function fold(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')
}

function nearestStage(plain: string, system: StageSystemName): string | undefined {
  const digits = /\d{1,2}(?:[.,]\d{1,2})?/.exec(plain)?.[0]
  if (digits === undefined) return undefined
  const near = stageSystem(system)
    .codes.map((code) => ({ code, distance: editDistance(digits, code, 2) }))
    .filter(({ distance }) => distance <= 2)
    .sort((a, b) => a.distance - b.distance)
  return near[0]?.code
}
