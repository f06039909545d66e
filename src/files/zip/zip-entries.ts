import { crc32, inflateRawSync } from 'node:zlib'
import { type FileReading, refusal } from '../file-refusal.ts'

/** What of a zip archive is wanted, by name, unfolded. */
export type ZipEntries = ReadonlyMap<string, Uint8Array>

/** A workbook of a hundred sheets with their drawings has fewer. */
const mostEntries = 2_000
/** A sheet of 100,000 rows and twenty columns is about 130 MB of XML. */
const mostUnfolded = 256 * 1024 * 1024
/** The XML of sheets folds to a tenth or a twentieth; a bomb, to a thousandth. */
const mostRatio = 200
/** Below this much, nobody is harmed by whatever the ratio is. */
const harmless = 8 * 1024 * 1024

type Listed = { name: string; method: number; folded: number; unfolded: number; at: number; crc: number }

/**
 * The entries of a zip archive that are wanted, by its central directory. Before anything is unfolded, their number
 * and the sizes that they declare are judged; then each is unfolded up to its declared size and no further.
 */
export function zipEntries(bytes: Uint8Array, isWanted: (name: string) => boolean): FileReading<ZipEntries> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    const listed = directoryOf(buffer)
    if (listed.length > mostEntries) return refusal({ kind: 'bomb', why: 'entries' })
    const wanted = listed.filter(({ name }) => isWanted(name))
    const unfolded = wanted.reduce((sum, entry) => sum + entry.unfolded, 0)
    const folded = wanted.reduce((sum, entry) => sum + entry.folded, 0)
    if (unfolded > mostUnfolded) return refusal({ kind: 'bomb', why: 'size' })
    if (unfolded > harmless && unfolded > folded * mostRatio) return refusal({ kind: 'bomb', why: 'ratio' })
    return { ok: true, value: new Map(wanted.map((entry) => [entry.name, unfold(buffer, entry)])) }
  } catch (error) {
    if (error instanceof RangeError && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE')
      return refusal({ kind: 'bomb', why: 'size' })
    return refusal({ kind: 'damaged' })
  }
}

const endOfDirectory = 0x06054b50
const directoryEntry = 0x02014b50
const localHeader = 0x04034b50

function directoryOf(buffer: Buffer): Listed[] {
  // The end record has a comment of up to 64 KiB behind it.
  let end = buffer.length - 22
  const first = Math.max(0, end - 0xffff)
  while (end >= first && buffer.readUInt32LE(end) !== endOfDirectory) end--
  if (end < first) throw new RangeError('no directory')
  const count = buffer.readUInt16LE(end + 10)
  let at = buffer.readUInt32LE(end + 16)
  const listed: Listed[] = []
  for (let i = 0; i < count; i++) {
    if (buffer.readUInt32LE(at) !== directoryEntry) throw new RangeError('no directory entry')
    const [name, extra, comment] = [28, 30, 32].map((offset) => buffer.readUInt16LE(at + offset))
    const start = at + 46
    listed.push({
      name: buffer.toString('utf8', start, start + (name ?? 0)),
      method: buffer.readUInt16LE(at + 10),
      crc: buffer.readUInt32LE(at + 16),
      folded: buffer.readUInt32LE(at + 20),
      unfolded: buffer.readUInt32LE(at + 24),
      at: buffer.readUInt32LE(at + 42),
    })
    at = start + (name ?? 0) + (extra ?? 0) + (comment ?? 0)
  }
  return listed
}

/** @throws RangeError where it is larger than it declares, or is not what the directory says */
function unfold(buffer: Buffer, { method, folded, unfolded, at, crc }: Listed): Uint8Array {
  if (buffer.readUInt32LE(at) !== localHeader) throw new RangeError('no entry')
  const start = at + 30 + buffer.readUInt16LE(at + 26) + buffer.readUInt16LE(at + 28)
  if (start + folded > buffer.length) throw new RangeError('cut off')
  const data = buffer.subarray(start, start + folded)
  const plain =
    method === 0
      ? data
      : method === 8
        ? inflateRawSync(data, { maxOutputLength: Math.max(1, unfolded) })
        : undefined
  if (plain === undefined || plain.length !== unfolded || crc32(plain) !== crc)
    throw new RangeError('not what it declares')
  return plain
}
