/** A text of the national system of China: GB, GB/T, GB/Z, a sector's, a province's or an association's. */
export type NationalDesignation = {
  scheme: 'national'
  /** `GB`, `GB/T`, `GB/Z`, `GM/T`, `DB11/T`, `T/CESA` … */
  prefix: string
  /** Digits as printed: sectors write leading zeros (`GM/T 0043`). */
  number: string
  /** What follows the point: `16` of `GB/T 20485.16`. */
  part?: string
  year?: number
  /** An amendment sheet (修改单), printed `/XG1-2025`. */
  amendment?: { number: number; year?: number }
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
  number: string
  /** `5-1` of `ISO/IEC 27034-5-1`. */
  part?: string
  /** 2 for the second draft of one stage: `CD 27017.2`. */
  iteration?: number
  year?: number
  /** 1 to 12, only with a year. */
  month?: number
}

export type IsoSupplement = {
  kind: 'Amd' | 'Cor' | 'Add' | 'Suppl'
  /** `AWI`, `CD` … stand before the kind; `D`, `FD`, `PD`, `FPD` melt into it: `DAM`, `FDCOR`. */
  stage?: string
  number: number
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
  /** `E`, `E/F`, `en` … as printed in parentheses. */
  language?: string
}

export type CenSupplement = {
  /** `+` is a consolidated text, `/` the supplement itself. */
  joiner: '/' | '+'
  kind: 'A' | 'AC' | 'prA' | 'FprA'
  number?: number
  year?: number
  month?: number
}

/** A text or draft of CEN or CENELEC. */
export type CenDesignation = NumberedEdition & {
  scheme: 'cen'
  draft?: 'pr' | 'Fpr'
  /** `EN`, `CEN/TS`, `CEN/CLC/TR`, `CWA` … */
  type: string
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
  number: string
  part?: string
  version?: string
  year?: number
  month?: number
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
