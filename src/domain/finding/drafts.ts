import type { Designation } from '../designation/rules.ts'
import { draftStage, type RecordName } from '../standard/record.ts'

/** The phase in which a draft bears this word. */
const phaseOfWord: Readonly<Record<string, number>> = {
  PWI: 0,
  NWIP: 10,
  NP: 10,
  AWI: 10,
  WD: 20,
  PDTR: 30,
  PDTS: 30,
  CD: 30,
  FCD: 30,
  PD: 30,
  FPD: 30,
  CDV: 40,
  DTR: 40,
  DTS: 40,
  DPAS: 40,
  DIS: 40,
  D: 40,
  pr: 40,
  FDTR: 50,
  FDTS: 50,
  FDIS: 50,
  FD: 50,
  Fpr: 50,
  PRF: 50,
}

/** The phase that a draft's name tells; what can't be told is early. */
export function phaseOfDraft(d: Designation): number {
  return phaseOfWord[draftStage(d) ?? ''] ?? 0
}

/** The phase of the enquiry, from which on the name of a draft tells what it is to become. */
const enquiry = 40

/**
 * Whether any of the names is of the type that is asked for: TS, TR and PAS share their numbers with the standards, and
 * an ISO/IEC TS 27001 is not ISO/IEC 27001. A DTS may be what becomes of a CD without a type.
 */
export function isOfItsType(asked: Designation, names: readonly RecordName[]): boolean {
  const type = typeOf(asked)
  if (type === undefined) return true
  if (names.some(({ designation }) => typeOf(designation) === type)) return true
  const isDraftOfIt = asked.scheme === 'iso' && asked.type === undefined
  return isDraftOfIt && names.every(({ designation }) => isOpen(designation))
}

/** Whether a name leaves open what the draft is to become. */
function isOpen(d: Designation): boolean {
  return typeOf(d) === undefined && draftStage(d) !== undefined && phaseOfDraft(d) < enquiry
}

/** The type that a name tells, if only in the word for its stage: TS of `DTS`. */
function typeOf(d: Designation): string | undefined {
  return d.scheme === 'iso' ? (d.type ?? /T[SR]$|PAS$/.exec(d.stage ?? '')?.[0]) : undefined
}
