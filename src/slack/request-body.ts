import type { IncomingMessage, ServerResponse } from 'node:http'

/** The largest request that is read: a modal's state with all its fields stays far below it. */
export const longestBody = 1_048_576
/** How long what is left of a refused body may take to come to its end. */
const patienceMs = 1_000

/**
 * Reads a request's body. One that is too long is answered here, with a sentence, and its connection can be used
 * again where the rest comes soon; one that was cut off has nobody left to be answered. Undefined for both.
 */
export function readBody(request: IncomingMessage, response: ServerResponse): Promise<Buffer | undefined> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = []
    let length = 0
    const take = (chunk: Buffer) => {
      length += chunk.length
      if (length > longestBody) giveUp()
      else chunks.push(chunk)
    }
    const giveUp = () => {
      request.off('data', take)
      refuse(request, response)
      resolve(undefined)
    }
    request.once('end', () => resolve(Buffer.concat(chunks)))
    request.once('close', () => resolve(undefined))
    if (Number(request.headers['content-length']) > longestBody) giveUp()
    else request.on('data', take)
  })
}

function refuse(request: IncomingMessage, response: ServerResponse): void {
  response.writeHead(413, { 'content-type': 'text/plain; charset=utf-8' })
  response.end(`The request is longer than ${longestBody} bytes and was not read.\n`)
  // What is left of it would hold up the next request on the same connection; it may never end.
  const cutting = setTimeout(() => request.destroy(), patienceMs)
  request.once('close', () => clearTimeout(cutting))
  request.resume()
}
