import type { IncomingMessage } from 'node:http'
import { readBody } from './wire.ts'

/** What a form adds around the file that it carries. */
const formBytes = 16 * 1024

/** An uploaded file, as the body itself or as the file of a form; undefined where a form has none. */
export async function readUpload(request: IncomingMessage, mostBytes: number): Promise<Buffer | undefined> {
  const body = await readBody(request, mostBytes + formBytes)
  const type = request.headers['content-type'] ?? ''
  if (!type.startsWith('multipart/form-data')) return body
  try {
    const form = await new Response(new Uint8Array(body), { headers: { 'content-type': type } }).formData()
    const file = [...form.values()].find((value) => typeof value !== 'string')
    return file === undefined ? undefined : Buffer.from(await file.arrayBuffer())
  } catch {
    return undefined
  }
}
