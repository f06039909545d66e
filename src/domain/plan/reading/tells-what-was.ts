import { printedText } from './printed-text.ts'

/** What a meeting does, and what is said of it: `WG1汇报了…`, `会议同意…`. */
const ofMeetingZh =
  /(?:^|[，。；,;])(?:本次)?(?:会议|大会|与会(?:专家|代表|人员|委员)?|参会(?:专家|代表|人员|委员)?|大家)[^，。；,;]{0,8}?(?:同意|决定|认为|强调|指出|要求|听取|审议|讨论|通过|确认|一致|建议|明确)/
/** A verb with 了 is behind us; that of 为了, 除了, 了解 is none. */
const doneZh = /(?<=\p{Script=Han})(?<![为除罢得不受免到])了(?![解结断却然])/u
const inMoodZh = /(?:^|[，。；,;])(?:要|应|须|需|拟|将)/

const whoEn =
  '(?:meeting|committee|plenary|working group|convenor|convener|chair|chairman|chairperson|secretary|secretariat|members|participants|delegates|delegations|experts|people|we|they|wg ?\\d*|sc ?\\d*|tc ?\\d*|(?:mr|ms|mrs|dr|prof)\\.? \\p{L}+|\\p{Lu}\\. \\p{Lu}\\p{Ll}+)'
const didEn =
  '(?:agreed|noted|approved|decided|thanked|welcomed|reported|presented|opened|closed|discussed|reviewed|adopted|confirmed|requested|asked|resolved|recorded|recalled|informed|explained|introduced|endorsed|elected|attended|visited|gathered|met|signed|launched|completed|held|hosted|organised|organized|published|released|joined|took)'
/** Who did it stands before the verb at once, or with the group or the name that it belongs to. */
const ofMeetingEn = new RegExp(
  `\\b${whoEn}(?: of [\\p{L}\\p{N}/ -]{1,24}| from [\\p{L}]{1,24})?(?: \\(\\p{L}{1,20}\\))?(?: \\p{L}+ly| also| then)? ${didEn}\\b(?! by\\b)`,
  'iu',
)
const doneEn =
  /\b(?:was|were)\b|\b(?:has|have|had)(?: been| now| since| \w+ly)* \w+(?:ed|ade|eld|iven|ent|en)\b|\btook (?:place|part|note)\b/i
const inMoodEn = /\b(?:will|shall|should|must|is to|are to|needs? to)\b/i
const imperativeEn =
  /^(?:to )?(?:[a-z]+ly )?[a-z]+(?<!ed|s) (?:the|a|an|all|new|more|our|two|three|up|out|on|for)\b/i

/**
 * Whether a sentence tells of what was done or said, as minutes and news do: `会议同意…`, `A training was held`. One that
 * asks for something as well does not.
 */
export function tellsWhatWas(text: string): boolean {
  const plain = printedText(text).folded.trim()
  if (/\p{Script=Han}/u.test(plain))
    return ofMeetingZh.test(plain) || (doneZh.test(plain) && !inMoodZh.test(plain))
  if (inMoodEn.test(plain)) return false
  return ofMeetingEn.test(plain) || (doneEn.test(plain) && !imperativeEn.test(plain))
}

const attendance =
  /^(?:present|in attendance|attended by|attendees|apologies(?: for absence)?)\s*[:：]|^(?:会议时间|会议地点|主持人?|记录人?|(?:参会|出席|列席|与会|参加)(?:人员|单位|代表|领导|人)?)\s*[:：]/i

/** Whether a line tells who came to a meeting: `Present: …`, `参会人员：…`. */
export function isOfAttendance(line: string): boolean {
  return attendance.test(line.trim().replace(/^[*_#>\s-]+/, ''))
}
