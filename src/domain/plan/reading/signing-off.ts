import { englishDay, hanDay, numberedDay } from './printed-days.ts'
import { saysWhatToDo } from './says-what-to-do.ts'

const longestLine = 120

/** With which a document ends, whatever stands above it: `Best regards,`, `Done at Vienna, 15 December 2026`. */
const formulas = [
  /^(?:done|signed|given|issued|adopted|approved|endorsed|agreed) (?:at|in|by|on)\b[^:;]*$/i,
  /^(?:(?:with )?(?:best|kind|warm)(?:est)? (?:regards|wishes)|yours (?:sincerely|faithfully|truly)|(?:yours )?sincerely|respectfully|on behalf of|for the (?:secretariat|committee|chair)\b)/i,
  /^本(?:工作)?(?:要点|计划|方案|安排)(?:由.{2,30}负责解释|自.{2,20}起(?:施行|实施|执行))[。.]?$/,
  /^(?:此致|敬礼|专此|顺颂)/,
]

const role =
  '(?:the )?(?:secretar(?:y|iat)(?:-general)?|chair(?:man|person|woman)?|convenor|president|director(?:-general)?)'
const name = String.raw`\p{Lu}[\p{L}.'’-]*(?: (?:(?:van|von|de|der|da|di|le|la) )*\p{Lu}[\p{L}.'’-]*){1,3}`
/** What only stands apart from the text above can be told from it. */
const apart = [
  new RegExp(String.raw`^\p{Script=Han}{2,8}[\s，,]*(?:${numberedDay}|${hanDay})$`, 'u'),
  new RegExp(`^${role}\\s*[:：]`, 'i'),
  new RegExp(`^${name}, ${role}(?:$|[ ,])`, 'iu'),
  /^(?:秘书处|秘书长|主任委员|主任|组长|召集人)\s*[:：]/,
  /^(?:N|No\.?|Doc(?:ument)?\.?(?: No\.?)?)\s?\d{2,6}$/,
  /^(?:注|备注|说明|notes?|remarks?)\s*\d*\s*[:：]/i,
]
/** Where and when it was signed. */
const placeAndDay = new RegExp(String.raw`^(.{2,30}?),? ${englishDay}\.?$`, 'i')
const placeName = /^\p{Lu}[\p{L}.'’-]+(?: \p{Lu}[\p{L}.'’-]+){0,2}$/u
const nameAlone = new RegExp(`^(?:(?:mr|mrs|ms|dr|prof)\\.? )?${name}$`, 'u')
const bodyAlone = /^\p{Script=Han}{1,20}(?:标委会|分委会|委员会|秘书处|办公室)$/u

/** Whether with this line a document ends: a formula, an approval. */
export function signsOff(text: string): boolean {
  return isShort(text) && formulas.some((pattern) => pattern.test(text.trim()))
}

/** Whether a line that stands apart below the last point may be the first of a signature, a number of the document or a note. */
export function signsOffApart(text: string): boolean {
  const plain = text.trim()
  if (!isShort(plain) || saysWhatToDo(plain)) return false
  const place = placeAndDay.exec(plain)?.[1]
  return (place !== undefined && placeName.test(place)) || apart.some((pattern) => pattern.test(plain))
}

/** Whether a line may go on with a signature: whose it is. */
export function mayBeSigner(text: string): boolean {
  const plain = text.trim()
  return isShort(plain) && !saysWhatToDo(plain) && (nameAlone.test(plain) || bodyAlone.test(plain))
}

function isShort(text: string): boolean {
  return text.trim().length <= longestLine
}
