import { type DecodedText, decodeText } from '../decode-text.ts'

/** Whether bytes begin as a web page does, in whatever encoding. */
export function isHtml(bytes: Uint8Array): boolean {
  const start = Buffer.from(bytes.subarray(0, 1_024)).toString('latin1').replaceAll('\0', '')
  return /^[^<]{0,8}\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*<(?:!doctype\s+html|html[\s>])/i.test(start)
}

/**
 * The text of a web page: as any other text, or in the encoding that the page itself names where that is one of those
 * of other scripts.
 */
export function decodeHtml(
  bytes: Uint8Array,
  mostBytes: number,
): (DecodedText & { ok: false }) | { ok: true; text: string } {
  const start = Buffer.from(bytes.subarray(0, 2_048)).toString('latin1')
  const named = /<meta[^>]{0,200}\bcharset\s*=\s*["']?([\w-]+)/i.exec(start)?.[1]?.toLowerCase() ?? ''
  if (!/^(?:big5|windows-125\d|iso-8859-\d+|latin1|shift_jis|euc-(?:jp|kr))$/.test(named))
    return decodeText(bytes, mostBytes)
  const read = decodeText(bytes, mostBytes)
  if (read.ok && read.encoding !== 'gb18030') return read
  try {
    const text = new TextDecoder(named, { fatal: true }).decode(bytes)
    return { ok: true, text: /^(?:windows-1252|iso-8859-1|latin1)$/.test(named) ? western(text) : text }
  } catch {
    return read
  }
}

const westernMarks = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

/** Where browsers read quotation marks and dashes, some versions of Node leave control characters. */
function western(text: string): string {
  return text.replace(/[\u0080-\u009f]/g, (mark) => westernMarks[mark.charCodeAt(0) - 0x80] ?? mark)
}
