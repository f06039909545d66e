import type { Standard } from '../../src/domain/standard/rules.ts'
import { driftsOf } from '../../src/domain/twin/drift.ts'
import { type TwinLinks, twinLinks } from '../../src/domain/twin/links.ts'
import { byUrgency, type Drifting } from '../../src/domain/twin/urgency.ts'

const today = '2026-11-23'

function record(id: string, change: Partial<Standard>): Standard {
  return {
    id,
    designation: id,
    otherNames: [],
    titles: { zh: `标准 ${id}`, en: `The standard ${id}` },
    stages: 'iso',
    stage: '60.60',
    asOf: '2026-10-01',
    source: 'list',
    group: 'SG1',
    replaces: [],
    twins: [],
    topics: [],
    history: [],
    ...change,
  }
}

function national(id: string, stage: string, relation: Standard['twins'][number]['relation'], twin: string) {
  return record(id, { stages: 'gb', stage, group: 'WG8', twins: [{ designation: twin, relation }] })
}

/** A pair for each way in which twins come apart. */
export const twinRecords: Standard[] = [
  national('GB/T 29246-2023', '60', 'identical', 'ISO/IEC 27000:2018'),
  record('ISO/IEC 27000:2026', { stageSince: '2026-07-03', replaces: ['ISO/IEC 27000:2018'] }),
  national('GB/T 31496-2023', '60', 'modified', 'ISO/IEC 27003:2017'),
  record('ISO/IEC DIS 27003', {
    stage: '40.20',
    stageSince: '2026-09-08',
    replaces: ['ISO/IEC 27003:2017'],
  }),
  national('GB/T 32918.2-2016', '60', 'contributes-to', 'ISO/IEC CD 14888-5'),
  record('ISO/IEC CD 14888-5', { stage: '30.20', stageSince: '2026-10-12' }),
  national('20261234-T-469', '20', 'based-on', 'ISO/IEC CD 27090'),
  record('ISO/IEC DIS 27090', { stage: '40.60', stageSince: '2026-09-01' }),
  national('20262345-T-469', '30', 'based-on', 'ISO/IEC CD 27046'),
  record('ISO/IEC CD 27046', { stage: '30.98', stageSince: '2026-08' }),
  national('GB/T 1-2020', '60', 'identical', 'ISO/IEC 1:2015'),
  record('ISO/IEC 1:2015', { stage: '95.99', stageSince: '2024-02-01' }),
  national('GB/T 2-2020', '60', 'based-on', 'ISO/IEC FDIS 2'),
  record('ISO/IEC FDIS 2', { stage: '50.60' }),
  national('GB/T 3-2020', '60', 'identical', 'ISO/IEC 3:2018'),
  record('ISO/IEC 3:2018', { stage: '90.92' }),
  record('ISO/IEC WD 3', { stage: '20.60', stageSince: '2026-01' }),
  national('GB/T 4-2020', '60', 'identical', 'ISO/IEC 4:2018'),
  record('ISO/IEC 4:2018', { stage: '90.92' }),
  national('GB/T 5-2016', '60', 'identical', 'ISO/IEC 5:2013'),
  record('ISO/IEC 5:2022', {}),
  record('20263456-T-469', { stages: 'gb', stage: '30', group: 'WG8', replaces: ['GB/T 5-2016'] }),
  national('GB/T 6-2016', '60', 'based-on', 'ISO/IEC 6:2013'),
  record('ISO/IEC 6-1:2020', { replaces: ['ISO/IEC 6:2013'] }),
  record('ISO/IEC 6-2:2020', { replaces: ['ISO/IEC 6:2013'] }),
  national('GB/T 7-2020', '60', 'identical', 'ISO/IEC 7:2020'),
  record('ISO/IEC 7:2020', {}),
  national('GB/T 8-2020', '60', 'identical', 'ISO/IEC 8:2020'),
  { ...national('GB/T 9-2021', '60', 'identical', 'ISO/IEC 9:2020'), publishedOn: '2021-03-01' },
  record('ISO/IEC 9:2020', {}),
  record('ISO/IEC 9:2020/Amd 1:2022', { publishedOn: '2022-02-01' }),
  record('ISO/IEC 9:2020/Amd 2:2024', { publishedOn: '2024-06-01' }),
  national('GB/T 10-2020', '60', 'identical', 'ISO/IEC 10:2018'),
  record('ISO/IEC 10:2018', { stage: '90.92' }),
  record('ISO/IEC FDIS 10', { stage: '50.60', stageSince: '2026-10' }),
  national('GB/T 11-2020', '60', 'identical', 'ISO/IEC 11:2015'),
  record('ISO/IEC 11:2015', { stage: '95.99', stageSince: '2026-02-01' }),
  record('ISO/IEC DIS 11', { stage: '40.60', stageSince: '2026-10', replaces: ['ISO/IEC 11:2015'] }),
]

/** Those that drift, the most urgent first. */
export function driftingIn({ all }: TwinLinks): Drifting[] {
  return all
    .flatMap((link): Drifting[] => {
      const [first, ...others] = driftsOf(link, today)
      return first === undefined ? [] : [{ link, drifts: [first, ...others] }]
    })
    .sort(byUrgency)
}

export const twinFacts = twinLinks(twinRecords)

const nothingElse = {
  otherNames: [],
  replaces: [],
  editions: [],
  supersededBy: [],
  toBeSupersededBy: [],
  supplements: [],
  parts: undefined,
}

/** The record with this name, and its twins. */
export function twinCard(name: string) {
  const standard = twinRecords.find(({ id }) => id === name)
  if (standard === undefined) throw new Error(name)
  return { standard, twins: twinFacts.of(name), relations: nothingElse }
}
