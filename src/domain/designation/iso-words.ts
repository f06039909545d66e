/**
 * Bodies that publish with ISO or IEC; CISPR is a committee of IEC with numbers of its own. CEI is the French name of
 * IEC, behind ISO or before its five digits: `CEI 64-8` is Italian.
 */
export const publisherPattern =
  /(ISO|IEC|(?<=ISO[ /&|-]{1,3})CEI|CEI(?=[ /]{1,3}(?:T[SR] |PAS )?[67]\d{4})|CISPR|IEEE|SAE|CIE|ASTM|ASME|HL7|OECD|UNDP|IIW|IDF)/iy

/**
 * Draft stages before a number, in the order of their rank. Some carry the type in them: DTS is the draft of a TS.
 * NWIP is a new work item proposal, an NP today; CDV is the enquiry draft of IEC.
 */
export const isoStages: readonly string[] = [
  'PWI',
  'NWIP',
  'NP',
  'AWI',
  'WD',
  'PDTR',
  'PDTS',
  'CD',
  'FCD',
  'CDV',
  'DTR',
  'DTS',
  'DPAS',
  'DGuide',
  'DIS',
  'FDTR',
  'FDTS',
  'FDGuide',
  'FDIS',
  'PRF',
]

/** Deliverables other than the International Standard, as they are printed. R is a Recommendation, until 1972. */
export const isoTypes: readonly string[] = [
  'TS',
  'TR',
  'PAS',
  'Guide',
  'ISP',
  'IWA',
  'SRD',
  'TTA',
  'DATA',
  'R',
]

/** Types that count in a series of their own; TS, TR, PAS and SRD share the numbers of the standards. */
export const isoSeriesOfTheirOwn: ReadonlySet<string> = new Set(['Guide', 'ISP', 'IWA', 'TTA', 'DATA'])

/** Stages printed as a word before `Amd` or `Cor`. */
export const supplementStages: readonly string[] = ['PWI', 'NP', 'AWI', 'WD', 'CD', 'PRF']

/** Stages melted into the word: `DAM`, `FDAM`, `DCOR`, `PDAM`. */
export const meltedStages: readonly string[] = ['D', 'FD', 'PD', 'FPD']
