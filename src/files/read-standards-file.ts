import type { z } from 'zod'
import { type StandardRecord, standardRecord, standardsFile } from '../../config/committee.ts'
import { stageSystem } from '../domain/stage/system.ts'
import type { StageSystemName, Standard } from '../domain/standard/rules.ts'
import { canonicalName, nameKey } from './canonical-name.ts'
import { checkSource } from './check-source.ts'
import { csvSource } from './csv-source.ts'
import { type FileFault, type FileResult, refused } from './file-fault.ts'
import { didYouMean } from './issue-message.ts'
import { type Known, unknownMessage } from './known.ts'
import { present } from './present.ts'
import { repeated } from './repeated.ts'
import { faultAt, type Path, type Source } from './source.ts'
import { yamlSource } from './yaml-source.ts'

/**
 * The standards that a YAML or CSV file describes, their names canonical where they are designations; or all
 * that is wrong with it, references to groups and organisations that are not on record included.
 */
export function readStandardsFile(
  text: string,
  format: 'yaml' | 'csv',
  known: Pick<Known, 'groups' | 'organisations'>,
): FileResult<Standard[]> {
  const { source, faults } =
    format === 'yaml' ? yamlSource(text) : csvSource(text, 'standards', standardRecord)
  if (source === undefined) return refused(faults)
  const checked = checkSource(standardsFile, source)
  faults.push(...checked.faults, ...ruleFaults(source, checked, known))
  if (faults.length > 0) return refused(faults)
  return { ok: true, value: checked.data.standards.map(standardOf) }
}

type Checked = { data: z.output<typeof standardsFile>; isFaulty(path: Path): boolean }

/** What the schema can't tell because it knows neither the stages nor what is on record. */
function ruleFaults(
  source: Source,
  { data: { standards }, isFaulty }: Checked,
  known: Pick<Known, 'groups' | 'organisations'>,
): FileFault[] {
  const groups = known.groups.map(({ code }) => code)
  const organisations = known.organisations.map(({ id }) => id)
  const faults: FileFault[] = []
  const say = (path: Path, message: string) => {
    if (!isFaulty(path)) faults.push(faultAt(source, path, message))
  }
  standards.forEach((standard, index) => {
    const at = (...path: PropertyKey[]) => ['standards', index, ...path]
    const { group, lead, stages, stage, history, url } = standard
    if (standard.titleZh === undefined && standard.titleEn === undefined && !isFaulty(at('titleZh')))
      say(at('titleEn'), 'is missing: a standard needs titleZh, titleEn or both')
    if (group !== undefined && !groups.includes(group))
      say(at('group'), unknownMessage(group, 'the code of a group on record', groups, faults.length))
    if (lead !== undefined && !organisations.includes(lead))
      say(
        at('lead'),
        unknownMessage(lead, 'the id of an organisation on record', organisations, faults.length),
      )
    if (url !== undefined && !/^https?:\/\//i.test(url))
      say(at('url'), `holds ${JSON.stringify(url)}; it should be a web address with http or https`)
    if (!isFaulty(at('stages'))) {
      if (!stageSystem(stages).has(stage)) say(at('stage'), stageMessage(stages, stage))
      history.forEach((past, i) => {
        if (!stageSystem(stages).has(past.stage))
          say(at('history', i, 'stage'), stageMessage(stages, past.stage))
      })
    }
  })
  // The schema compares them as they are written; here two spellings of one name are told as well.
  const names = standards.map(({ designation }, index) =>
    isFaulty(['standards', index, 'designation']) ? undefined : nameKey(designation),
  )
  for (const { index, first } of repeated(names)) {
    const { line } = source.placeOf(['standards', first])
    const value = JSON.stringify(standards[index]?.designation)
    say(['standards', index, 'designation'], `holds ${value}, which is already used in line ${line}`)
  }
  return faults
}

function stageMessage(stages: StageSystemName, stage: string): string {
  const { codes } = stageSystem(stages)
  const wanted = {
    gb: `a stage of GB/T 16733: ${codes.join(', ')}`,
    iso: `an ISO harmonized stage code such as 40.20${didYouMean(stage, codes)}`,
    cen: `a stage code of CEN such as 40.20${didYouMean(stage, codes)}`,
    ietf: `a state of the IETF such as wg-lc${didYouMean(stage, codes)}`,
  }
  return `holds ${JSON.stringify(stage)}; it should be ${wanted[stages]}`
}

function standardOf(record: StandardRecord): Standard {
  const { names, titleZh, titleEn, designation, replaces, twins, ...rest } = record
  return present({
    ...rest,
    designation: canonicalName(designation),
    otherNames: names.map(canonicalName),
    titles: present({ zh: titleZh, en: titleEn }),
    replaces: replaces.map(canonicalName),
    twins: twins.map((twin) => ({ ...twin, designation: canonicalName(twin.designation) })),
  })
}
