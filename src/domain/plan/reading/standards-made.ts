import type { Span } from './printed-text.ts'

/** The words that say what is done, and the names of the standards to which it is done. */
export type StandardsMade = readonly Span[]

/** Stands for the first character of a name, and for each of the rest: so places in the text stay what they are. */
const [first, rest] = ['\ue000', '\ue001']
const name = `${first}${rest}*(?!${rest})`
const level =
  '(?:推荐性|强制性)?(?:国家|行业|团体|地方|国际)?(?:标准化?)?(?:实践指南|指导性技术文件|技术文件|文件)?'
const count = '(?:等|及其)?(?: ?\\d+ ?项)?(?:等)?'
const listed = `(?<names>${name}(?:[、,，和及与 ]{0,2}${name})*)`
/** `《…要求》解读` explains a standard, and makes none. */
const aboutIt = `(?!${count}${level}的?(?:解读|宣贯|宣传|培训|应用|实施|贯彻|释义|试点|外文版|英文版|中文版|制定说明))`
const makingZh = '研究制定|制定|制订|制修订|修订|修改|研制|编制|编写|起草|报批|立项|复审|送审'
/** `对照GB/T 22239制定方案` makes a plan by it: what is made of a name that goes before ends there, or goes on to its way. */
const endOfMaking =
  '(?=[,，、。;；:：!！ ((]|$|工作|任务|项目|进度|进程|计划|和|及|与|并|等|制定|修订|发布|报批|立项|送审|复审)'
const urging =
  '(?:完成|推进|推动|加快|加强|开展|启动|力争|抓紧|促进|组织|实现|做好|持续|继续|支持)[^,，。;；、]{0,20}?'

const verbsEn =
  'revis(?:e|ing)|amend(?:ing)?|finali[sz](?:e|ing)|complet(?:e|ing)|publish(?:ing)?|issu(?:e|ing)|develop(?:ing)?|draft(?:ing)?|prepar(?:e|ing)|submit(?:ting)?|deliver(?:ing)?|advanc(?:e|ing)|progress(?:ing)?|launch(?:ing)?|start(?:ing)?|initiat(?:e|ing)|updat(?:e|ing)|withdraw(?:ing)?|confirm(?:ing)?|circulat(?:e|ing)|formulat(?:e|ing)|(?:revision|publication|development|finali[sz]ation|completion|drafting|preparation|withdrawal) of|amendments? (?:of|to)|work on'
/** What may stand between the verb and the name; other words make something else of it: `Prepare comments on ISO 1234`. */
const fillersEn =
  'the|a|an|and|of|for|on|to|its|our|new|next|first|second|third|fourth|fifth|revised|final|draft|drafts|edition|revision|amendments?|corrigend(?:um|a)|series|parts?|text|texts|publication|development|project|projects|standards?|technical|specifications?|reports?|committee|working|international|european|national|enquiry|formal|votes?|ballots?|DIS|FDIS|CD|WD|DTS|DTR'

const patterns: readonly RegExp[] = [
  new RegExp(`(?<verb>${makingZh}|发布|出台)(?:了|并发布|并)?${level}[:：]? ?${listed}${aboutIt}`, 'dg'),
  new RegExp(`${listed}${count}${level}的?(?:工作的?)?(?<verb>(?:${makingZh})${endOfMaking})`, 'dg'),
  new RegExp(`${urging}${listed}${count}${level}的?(?<verb>(?:发布|出台)${endOfMaking})`, 'dg'),
  new RegExp(
    `(?<![A-Za-z])(?<verb>${verbsEn}) (?:(?:${fillersEn}) ){0,8}(?<names>${name}(?:(?:, | and |, and )${name})*)`,
    'dgi',
  ),
]

/** Where a text says that standards are made which it only names: `修订GB/T 22239`, `Publish ISO 22739`. */
export function standardsMade(folded: string, named: readonly Span[]): StandardsMade[] {
  if (named.length === 0) return []
  const masked = maskedAt(folded, named)
  return patterns.flatMap((pattern) =>
    [...masked.matchAll(pattern)].flatMap(({ indices }) => {
      const [verb, names] = [indices?.groups?.verb, indices?.groups?.names]
      if (verb === undefined || names === undefined) return []
      const own = named.filter(({ from, to }) => names[0] <= from && to <= names[1])
      return [[{ from: verb[0], to: verb[1] }, ...own].sort((a, b) => a.from - b.from)]
    }),
  )
}

function maskedAt(folded: string, named: readonly Span[]): string {
  let masked = ''
  for (const { from, to } of named)
    masked += folded.slice(masked.length, from) + first + rest.repeat(to - from - 1)
  return masked + folded.slice(masked.length)
}
