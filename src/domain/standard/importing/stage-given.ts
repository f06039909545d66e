import type { Designation } from '../../designation/rules.ts'
import { stageSystem } from '../../stage/system.ts'
import { designationOf } from '../names.ts'
import type { StageSystemName, Standard } from '../rules.ts'
import type { Given, GivenStatus, Problem } from './given.ts'
import { nearestDesignation } from './nearest-designation.ts'
import { readStage, stageOfDocument } from './read-stage.ts'

/** The system and stage that a row gives its standard, and what of it was concluded. */
export type GivenStage =
  | {
      ok: true
      stages: StageSystemName
      stage: string
      from: 'file' | 'status' | 'name' | 'record'
      isSystemDeduced: boolean
    }
  | { ok: false; field: 'designation' | 'stages' | 'stage' | 'status'; value?: string; problem: Problem }

/** Reads the stage of a row for the record that it is about, or for a new one. */
export function stageGiven(given: Given, record: Standard | undefined): GivenStage {
  const designation = designationOf(given.designation ?? record?.designation ?? '')
  const known = given.stages ?? record?.stages
  const stages = known ?? (designation && systemOf(designation))
  if (stages === undefined) return noSystem(given.designation ?? record?.designation ?? '')
  const told = (stage: string, from: 'file' | 'status' | 'name' | 'record'): GivenStage => ({
    ok: true,
    stages,
    stage,
    from,
    isSystemDeduced: known === undefined,
  })
  const read = given.stageText === undefined ? undefined : readStage(given.stageText, stages)
  if (read?.kind === 'stage') return told(read.stage, 'file')
  if (read?.kind === 'none') {
    const { nearest } = read
    const problem = {
      kind: 'not' as const,
      what: 'stage' as const,
      ...(nearest !== undefined && { nearest }),
    }
    return { ok: false, field: 'stage', value: given.stageText ?? '', problem }
  }
  const status = read?.status ?? given.status
  const isOfRecord = record !== undefined && record.stages === stages
  if (status !== undefined) {
    if (isOfRecord && agrees(status, record)) return told(record.stage, 'record')
    const stage = stageOfStatus(status, stages, designation)
    if (stage !== undefined) return told(stage, 'status')
    return { ok: false, field: 'status', value: status, problem: { kind: 'not', what: 'stage' } }
  }
  if (isOfRecord) return told(record.stage, 'record')
  const named = designation && stageOfName(designation)
  return named === undefined
    ? { ok: false, field: 'stage', problem: { kind: 'missing' } }
    : told(named, 'name')
}

/** Why a name tells no system: it can't be read, or its body has no stages here, as ETSI. */
function noSystem(name: string): GivenStage {
  if (designationOf(name) !== undefined)
    return { ok: false, field: 'stages', value: name, problem: { kind: 'no-system' } }
  const nearest = nearestDesignation(name)
  const problem = { kind: 'unread' as const, ...(nearest !== undefined && { nearest }) }
  return { ok: false, field: 'designation', value: name, problem }
}

/** Whose stages a designation's text goes through; undefined where that is not known. */
function systemOf({ scheme }: Designation): StageSystemName | undefined {
  switch (scheme) {
    case 'national':
    case 'plan':
    case 'tc260-guide':
    case 'tc260-document':
      return 'gb'
    case 'iso':
      return 'iso'
    case 'cen':
      return 'cen'
    case 'ietf-series':
    case 'internet-draft':
      return 'ietf'
    default:
      return undefined
  }
}

/** Whether the stage on record says the same as the status, only more exactly. */
function agrees(status: GivenStatus, { stages, stage }: Standard): boolean {
  const system = stageSystem(stages)
  switch (status) {
    case 'published':
      return system.isPublished(stage)
    case 'withdrawn':
      return system.isClosed(stage)
    case 'abandoned':
      return system.isClosed(stage)
    default:
      return system.isDraft(stage)
  }
}

/** What nothing follows because the text was taken back, and where the drafting begins; where a system has such. */
const withdrawn: Partial<Record<StageSystemName, string>> = { gb: '95', iso: '95.99', cen: '99.60' }
const begun: Partial<Record<StageSystemName, string>> = { gb: '20', iso: '20.00', cen: '20.60' }

function stageOfStatus(
  status: GivenStatus,
  stages: StageSystemName,
  designation: Designation | undefined,
): string | undefined {
  const drafted = designation && stageOfName(designation)
  const system = stageSystem(stages)
  switch (status) {
    case 'published':
      return system.codes.find(system.isPublished)
    case 'withdrawn':
      return withdrawn[stages]
    case 'abandoned': {
      const abandoned = `${drafted?.slice(0, 2) ?? ''}.98`
      return system.has(abandoned) ? abandoned : undefined
    }
    default:
      return drafted !== undefined && system.isDraft(drafted) ? drafted : begun[stages]
  }
}

/** What a name tells by itself: a draft its document, a year that the text came out, a plan's number that it was issued. */
function stageOfName(designation: Designation): string | undefined {
  switch (designation.scheme) {
    case 'plan':
      return '20'
    case 'national':
    case 'tc260-document':
      return designation.year === undefined ? undefined : '60'
    case 'tc260-guide':
      return designation.sequence === undefined ? undefined : '60'
    case 'iso': {
      const last = designation.supplements.at(-1)
      const word =
        last === undefined ? designation.stage : last.stage && `${last.stage}${melted[last.stage] ?? ''}`
      if (word !== undefined) return stageOfDocument(word)
      return (last === undefined ? designation : last).year === undefined ? undefined : '60.60'
    }
    default:
      return undefined
  }
}

/** `D` of a `DAM` and `FD` of an `FDAM`, which stand for the stages of DIS and FDIS. */
const melted: Record<string, string> = { D: 'IS', FD: 'IS', PD: 'TR', FPD: '' }
