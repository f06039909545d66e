import type { Language } from '../../src/domain/language/rules.ts'
import { texts } from '../../src/texts/texts.ts'
import { dice } from '../faults/dice.ts'
import { localeOf, type Made, madeMembers } from './generate.ts'
import { upperFirst } from './titles.ts'

/** One thing that is asked, by whom, and what its true answer has in it, as JSON writes it. */
export type Question = { user: string; command: string; text: string; expect: string }

export const kinds = ['designation', 'chinese', 'english', 'mine'] as const
export type Kind = (typeof kinds)[number]

export const asked: Record<Kind, string> = {
  designation: '/standard by designation',
  chinese: '/standard by Chinese words',
  english: '/standard by English words',
  mine: '/assignments me',
}

const count = 1_000
const members = madeMembers()

/** A thousand questions of each kind, the same for the same seed. `open`: how many assignments each member has. */
export function questions(
  made: readonly Made[],
  open: ReadonlyMap<string, number>,
  seed: number,
): Record<Kind, Question[]> {
  const throws = dice(seed)
  const many = (make: () => Question) => Array.from({ length: count }, make)
  const thrown = () => made[throws.between(0, made.length - 1)] ?? fail('there are no standards')
  const reader = (language: Language) => {
    const nth = 2 * throws.between(1, Math.floor(members.length / 2)) - (language === 'en' ? 1 : 0)
    return members[nth - 1]?.slackId ?? fail('there are no members')
  }
  const standard = (user: string, text: string, expect: string): Question => ({
    user,
    command: '/standard',
    text,
    expect: JSON.stringify(expect).slice(1, -1),
  })
  return {
    designation: many(() => {
      const { designation, titles } = thrown().standard
      const language = throws.pick<Language>(['en', 'zh-CN'])
      const title = language === 'en' ? titles.en : titles.zh
      return standard(reader(language), spelled(designation, throws.between(0, 3)), `${designation} ${title}`)
    }),
    chinese: many(() => {
      const { subject, object, aspect } = thrown().parts
      const told = `${subject.zh}${object.zh}`
      return throws.chance(50)
        ? standard(reader('zh-CN'), `${subject.zh} ${object.zh}`, told)
        : standard(reader('zh-CN'), `${subject.zh}${object.zh} ${aspect.zh}`, `${told}${aspect.zh}`)
    }),
    english: many(() => {
      const { subject, object, aspect } = thrown().parts
      const told = `${upperFirst(subject.en)} of ${object.en}`
      return throws.chance(50)
        ? standard(reader('en'), `${object.en} ${subject.en}`, told)
        : standard(
            reader('en'),
            `${subject.en} ${object.en} ${aspect.en}`,
            `${told} — ${upperFirst(aspect.en)}`,
          )
    }),
    mine: many(() => {
      const nth = throws.between(1, members.length)
      const member = members[nth - 1] ?? fail('there are no members')
      const language = localeOf(nth) === 'zh-CN' ? 'zh-CN' : 'en'
      const heading = texts(language)('assignments.mine', { count: open.get(member.id) ?? 0 })
      return {
        user: member.slackId ?? '',
        command: '/assignments',
        text: language === 'en' ? 'me' : '我的',
        expect: JSON.stringify(heading),
      }
    }),
  }
}

/** As people type it: with its year or without, with other dashes, glued together. */
function spelled(designation: string, way: number): string {
  if (way === 1) return designation.replace(/[-:]\d{4}$/, '')
  if (way === 2) return designation.replace('-', '—')
  return way === 3 ? designation.replace('GB/T ', 'gbt').toLowerCase() : designation
}

function fail(why: string): never {
  throw new Error(why)
}
