import { mostCharacters } from './source.ts'

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030'

/** `line` is where bytes of UTF-8 are broken. */
export type DecodedText =
  | { ok: true; text: string; encoding: Encoding }
  | { ok: false; message: string; line?: number }

/** What spreadsheets, office programs and scanners save, told by the first bytes. */
const otherFiles: readonly (readonly [string, string])[] = [
  ['504b0304', 'a zip archive or an Excel workbook (.xlsx); save the sheet as "CSV UTF-8"'],
  ['d0cf11e0', 'an old Office document such as .xls; save the sheet as "CSV UTF-8"'],
  ['25504446', 'a PDF document'],
  ['1f8b', 'a gzip archive'],
]

/**
 * The text of an operator's file, without its byte order mark: UTF-8, UTF-16 where a byte order mark says so,
 * or else GB18030, in which a spreadsheet on Chinese Windows saves CSV. Anything that is not text is refused,
 * and so is UTF-8 with a broken place, which would otherwise read as Chinese nonsense.
 */
export function decodeText(bytes: Uint8Array, mostBytes = mostCharacters * 4): DecodedText {
  if (bytes.length > mostBytes) return refusal(`of ${bytes.length} bytes, which is too large`)
  const start = Buffer.from(bytes.subarray(0, 4)).toString('hex')
  const other = otherFiles.find(([magic]) => start.startsWith(magic))
  if (other !== undefined) return refusal(other[1])
  if (start.startsWith('efbbbf')) return decoded(bytes, 'utf-8') ?? brokenUtf8(bytes)
  const utf16 = start.startsWith('fffe') ? 'utf-16le' : start.startsWith('feff') ? 'utf-16be' : undefined
  if (utf16 !== undefined)
    return decoded(bytes, utf16) ?? refusal(`not text, or ${utf16} with a broken place`)
  if (bytes.includes(0)) return refusal('not text, or UTF-16 without its byte order mark; save it as UTF-8')
  const utf8 = decoded(bytes, 'utf-8')
  if (utf8 !== undefined) return utf8
  if (isMostlyUtf8(bytes)) return brokenUtf8(bytes)
  return decoded(bytes, 'gb18030') ?? refusal('neither UTF-8 nor GB18030 text; save it as UTF-8')
}

function decoded(bytes: Uint8Array, encoding: Encoding): DecodedText | undefined {
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes)
    if (hasControls(text)) return refusal('not text: it holds control characters')
    return { ok: true, text, encoding }
  } catch {
    return undefined
  }
}

function hasControls(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if ((code < 32 && code !== 9 && code !== 10 && code !== 13) || code === 127) return true
  }
  return false
}

/** GB18030 hardly ever forms the three bytes of a Chinese character in UTF-8. */
function isMostlyUtf8(bytes: Uint8Array): boolean {
  const text = new TextDecoder('utf-8').decode(bytes)
  const broken = text.split('\ufffd').length - 1
  const whole = text.match(/[\u0800-\ufffc]/g)?.length ?? 0
  return whole > broken
}

function brokenUtf8(bytes: Uint8Array): DecodedText {
  const before = new TextDecoder('utf-8').decode(bytes).split('\ufffd')[0] ?? ''
  const line = before.split('\n').length
  return { ...refusal(`UTF-8 with a broken place in line ${line}`), line }
}

function refusal(what: string): DecodedText & { ok: false } {
  return { ok: false, message: `the file is ${what}` }
}
