import type { App } from '../../src/app.ts'
import { UserError } from '../../src/contract/errors.ts'
import { stageSystem } from '../../src/domain/stage/system.ts'
import type { Standard } from '../../src/domain/standard/rules.ts'
import { isStage, longestStage, stageLength } from './stage-behind.ts'

/**
 * The one standard that is meant; `name` is what to call it where there is none.
 * @throws UserError where nothing or several bear that name
 */
export async function standardMeant(app: App, query: string, name = query): Promise<Standard> {
  const found = await app.standards.find(query)
  if (found.kind === 'one') return found.card.standard
  if (found.kind === 'none') throw new UserError('standard.none', { query: name })
  const names = found.standards.slice(0, mostNamed).map(({ designation }) => designation)
  throw new UserError('record.which', { query, names: names.join(', ') })
}

/**
 * The standard and the stage behind it, if any: `GB/T 43697 40`, `draft-ietf-tls-esni In WG Last Call`, `数据分类分级
 * 征求意见`. What can be read as a stage of that very standard is one; the shortest words win.
 * @throws UserError where no one standard is meant, or where what stands behind it looks like a stage and is none
 */
export async function standardAndStage(
  app: App,
  words: string,
): Promise<{ standard: Standard; stage?: string }> {
  const parts = words.split(/\s+/u)
  let several: string | undefined
  for (let count = 1; count <= Math.min(longestStage, parts.length - 1); count += 1) {
    const said = parts.slice(-count).join(' ')
    if (!isStage(said)) continue
    const query = parts.slice(0, -count).join(' ')
    const found = await app.standards.find(query)
    if (found.kind === 'many') several ??= query
    if (found.kind !== 'one') continue
    const { standard } = found.card
    const stage = stageSystem(standard.stages).read(said)
    if (stage !== undefined) return { standard, stage }
  }
  const said = parts.at(-1) ?? ''
  if (parts.length > 1 && /^\d\d(\.?\d\d)?$/.test(said)) {
    const found = await app.standards.find(parts.slice(0, -1).join(' '))
    if (found.kind === 'one') throw noSuchStage(found.card.standard, said)
  }
  // Where a stage stands behind a name that several bear, it is the name that has to be told apart.
  const name = parts.slice(0, parts.length - stageLength(parts)).join(' ')
  return { standard: await standardMeant(app, several ?? words, name) }
}

/** Of many stages those of the phase that was written, or else the phases. */
function noSuchStage({ designation, stages }: Standard, stage: string): UserError {
  const { codes, phases } = stageSystem(stages)
  const near = codes.filter((code) => code.startsWith(stage.slice(0, 2)))
  const told =
    codes.length <= fewStages ? codes : near.length > 0 ? near : phases.map((phase) => `${phase}.…`)
  return new UserError('record.no-such-stage', { name: designation, stage, stages: told.join(', ') })
}

const fewStages = 12

const mostNamed = 5
