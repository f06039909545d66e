import type { Member, Organisation } from '../../src/domain/member/rules.ts'
import type { Standard } from '../../src/domain/standard/rules.ts'
import type { WorkingGroup } from '../../src/domain/working-group/rules.ts'
import { type Dice, dice } from '../faults/dice.ts'
import { type TitleParts, titleOf, titleParts } from './titles.ts'

/** A standard of the run and what its title was made of. */
export type Made = { standard: Standard; parts: TitleParts }

export const zone = 'Asia/Shanghai'
const groupCount = 12
const organisationCount = 40
const memberCount = 500
const gbStages = ['20', '30', '40', '50', '60', '60', '60', '60', '95']
const isoStages = ['20.20', '30.60', '40.20', '50.20', '60.60', '60.60', '60.60', '90.93', '95.99']

/** Twelve working groups, each with a channel whose id is known. */
export function madeGroups(): WorkingGroup[] {
  return numbers(groupCount).map((nth) => ({
    code: `WG${nth}`,
    kind: 'WG',
    names: { zh: `第${nth}工作组`, en: `Working Group ${nth}` },
    channel: `#wg${nth}`,
    channelId: `C0WG${nth}`,
    zone,
    language: 'zh-CN',
  }))
}

export function madeOrganisations(): Organisation[] {
  return numbers(organisationCount).map((nth) => ({
    id: `org-${nth}`,
    names: { zh: `第${nth}研究院`, en: `Institute ${nth}` },
  }))
}

/** Those who ask: each linked to a Slack user, half of whom read Slack in Chinese and half in English. */
export function madeMembers(): Member[] {
  return numbers(memberCount).map((nth) => ({
    id: `member-${nth}`,
    names: { zh: `成员${nth}`, en: `Member ${nth}` },
    organisation: `org-${1 + (nth % organisationCount)}`,
    email: `member-${nth}@example.org`,
    slackId: `U0MEMBER${nth}`,
    roles: [{ role: nth <= groupCount ? 'convenor' : 'member', group: `WG${1 + (nth % groupCount)}` }],
  }))
}

export function localeOf(nth: number): 'zh-CN' | 'en-GB' {
  return nth % 2 === 0 ? 'zh-CN' : 'en-GB'
}

/** So many standards and projects, seven in ten of them national, the same for the same seed. */
export function madeStandards(count: number, seed: number): Made[] {
  const throws = dice(seed)
  return numbers(count).map((nth) => {
    const parts = titleParts(throws)
    return {
      standard: throws.chance(70) ? national(nth, parts, throws) : international(nth, parts, throws),
      parts,
    }
  })
}

function national(nth: number, parts: TitleParts, throws: Dice): Standard {
  const stage = throws.pick(gbStages)
  const year = throws.between(2005, 2026)
  const plan = `${year - 2}${String(nth % 10_000).padStart(4, '0')}-T-${469 + Math.floor(nth / 10_000)}`
  return {
    ...common(nth, parts, throws),
    designation: `GB/T ${100_000 + nth}-${year}`,
    otherNames: [plan],
    stages: 'gb',
    stage,
    ...(throws.chance(20) && { replaces: [`GB/T ${100_000 + nth}-${year - 8}`] }),
    ...(throws.chance(20) && {
      twins: [
        { designation: `ISO/IEC ${20_000 + throws.between(1, nth)}:2019`, relation: 'identical' as const },
      ],
    }),
  }
}

function international(nth: number, parts: TitleParts, throws: Dice): Standard {
  return {
    ...common(nth, parts, throws),
    designation: `ISO/IEC ${20_000 + nth}:${throws.between(2005, 2026)}`,
    otherNames: [],
    stages: 'iso',
    stage: throws.pick(isoStages),
  }
}

function common(nth: number, parts: TitleParts, throws: Dice) {
  return {
    id: `s-${nth}`,
    titles: titleOf(parts),
    stageSince: '2025-03-12',
    asOf: '2026-10-01',
    source: 'https://example.org/standards',
    group: `WG${throws.between(1, groupCount)}`,
    lead: `org-${throws.between(1, organisationCount)}`,
    targetOn: '2027-06-30',
    replaces: [],
    twins: [],
    topics: [],
    url: `https://example.org/standards/${nth}`,
    history: [],
  }
}

function numbers(count: number): number[] {
  return Array.from({ length: count }, (_, at) => at + 1)
}
