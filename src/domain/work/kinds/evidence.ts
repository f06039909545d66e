import type { EvidenceField } from '../kind.ts'

/** The day on which it took place. */
export const day: EvidenceField = {
  id: 'day',
  names: { zh: '日期', en: 'Date' },
  type: 'day',
  isRequired: true,
}

/** Where whoever doubts it can read of it. */
export const link: EvidenceField = {
  id: 'link',
  names: { zh: '链接', en: 'Link' },
  type: 'link',
  isRequired: true,
}

/** An event counts once all four are given. */
export const ofEvents: readonly EvidenceField[] = [
  day,
  { id: 'place', names: { zh: '地点', en: 'Place' }, type: 'text', isRequired: true },
  { id: 'people', names: { zh: '参加人数', en: 'Number of people' }, type: 'number', isRequired: true },
  link,
]
