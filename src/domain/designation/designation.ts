/** A text of the national system of China: GB, GB/T, GB/Z, a sector's, a province's or an association's. */
export type NationalDesignation = {
  scheme: 'national'
  /** `GB`, `GB/T`, `GB/Z`, `GM/T`, `JJF`, `DB11/T`, `T/CESA`, `Q/GDW` … */
  prefix: string
  /** Digits as printed: sectors write leading zeros (`GM/T 0043`), GJB a letter for a revision (`GJB 5000A`). */
  number: string
  /** What follows the point: `16` of `GB/T 20485.16`. */
  part?: string
  year?: number
  /** An amendment sheet (修改单), printed `/XG1-2025`. */
  amendment?: { number: number; year?: number }
  /** All parts of the number are meant. */
  allParts?: true
}

/** A project in a plan of the Standardization Administration, before it has a number: `20230253-T-469`. */
export type PlanDesignation = {
  scheme: 'plan'
  number: string
  /** T recommended, Q mandatory, Z guiding technical document. */
  nature: 'T' | 'Q' | 'Z'
  /** The code of the body that manages the project. */
  body: string
}

/** A practice guide of TC260: `TC260-PG-202510A`; without `sequence` it has no number yet (`2024NA`). */
export type GuideDesignation = {
  scheme: 'tc260-guide'
  year: number
  sequence?: number
  letter: string
}

/** A document or report of TC260: `TC260-003`, `TC260-TR-005-2026`. */
export type CommitteeDocumentDesignation = {
  scheme: 'tc260-document'
  series?: string
  number: number
  year?: number
}

/** Number, part, iteration and date, as ISO, IEC and CEN write them. */
export type NumberedEdition = {
  /** Digits; IEC's old supplements carry a letter (`IEC 60117-15A`), CENELEC's HDs points (`HD 384.7.711`). */
  number: string
  /** `5-1` of `ISO/IEC 27034-5-1`; letters in a few series, as `P02` of `ISO 105-P02`. */
  part?: string
  /** 2 for the second draft of one stage: `CD 27017.2`. */
  iteration?: number
  year?: number
  /** 1 to 12, only with a year. */
  month?: number
  /** All parts of the number are meant. */
  allParts?: true
}

export type IsoSupplement = {
  /** ISH is an interpretation sheet of IEC, Frag a fragment: a part of a draft that is voted on by itself. */
  kind: 'Amd' | 'Cor' | 'Add' | 'Suppl' | 'Ext' | 'ISH' | 'Frag'
  /** The text has it built in, which IEC prints with a plus: `IEC 60529:1989+AMD1:1999`. */
  consolidated?: true
  /** `AWI`, `CD` … stand before the kind; `D`, `FD`, `PD`, `FPD` melt into it: `DAM`, `FDCOR`. */
  stage?: string
  /** Absent only from the one supplement of a text: `ISO 3758:1991/Suppl:1993`. */
  number?: number
  iteration?: number
  year?: number
  month?: number
}

/** A text or draft of ISO, IEC or both, alone or with others. */
export type IsoDesignation = NumberedEdition & {
  scheme: 'iso'
  publishers: string[]
  stage?: string
  type?: string
  supplements: IsoSupplement[]
  /** `2` of `IEC 62443-2-1 ED2`, `3.1` of an edition with amendments built in. */
  edition?: string
  /** How IEC delivers it: `CSV` consolidated, `RLV` with its changes shown, `SER` the whole series … */
  delivery?: string
  /** `E`, `E/F`, `en`, `en,fr` … as printed in parentheses. */
  language?: string
}

export type CenSupplement = {
  /** `+` is a consolidated text, `/` the supplement itself. */
  joiner: '/' | '+'
  /** AC corrects, IS interprets. */
  kind: 'A' | 'AC' | 'IS' | 'prA' | 'FprA'
  number?: number
  year?: number
  month?: number
}

/** A text or draft of CEN or CENELEC. */
export type CenDesignation = NumberedEdition & {
  scheme: 'cen'
  draft?: 'pr' | 'Fpr'
  /** `EN`, `CEN/TS`, `CEN/CLC/TR`, `CWA`, `HD` … */
  type: string
  /** 3 of `HD 629.1 S3`: CENELEC counts the editions of its harmonization documents. */
  series?: number
  /** The publishers, and the type if any, of the text adopted: `ISO/IEC`, `ISO/TS`. */
  adopts?: string
  supplements: CenSupplement[]
}

/** A deliverable of ETSI. Its six digits are printed in two groups: `ETSI EN 303 645`. */
export type EtsiDesignation = {
  scheme: 'etsi'
  draft?: 'Draft' | 'Final draft'
  type: string
  /** The specification group of a GS or GR: `QKD`. */
  group?: string
  /** Six digits; three of a GS, GR or an old report; `02.78` of the old GSM series. */
  number: string
  part?: string
  /** Amendments and corrigenda of an old series: `A1` of `ETSI ETS 300 433/A2`. */
  supplements?: string[]
  version?: string
  /** Until 1997 editions were counted: `ETSI ETS 300 433 ed.1`. */
  edition?: number
  year?: number
  month?: number
  allParts?: true
}

/** A numbered series of the IETF. */
export type IetfSeriesDesignation = {
  scheme: 'ietf-series'
  series: 'RFC' | 'BCP' | 'STD' | 'FYI'
  number: number
}

/** An Internet-Draft; its name is lower case. */
export type InternetDraftDesignation = {
  scheme: 'internet-draft'
  name: string
  revision?: number
}

/** The name of a text in the scheme of the body that issues it. */
export type Designation =
  | NationalDesignation
  | PlanDesignation
  | GuideDesignation
  | CommitteeDocumentDesignation
  | IsoDesignation
  | CenDesignation
  | EtsiDesignation
  | IetfSeriesDesignation
  | InternetDraftDesignation
