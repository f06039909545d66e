import { createServer } from 'node:http'

/** A server of the run's own processes, at `url`, which ends in a slash. */
export type Door = { url: string; close(): void }

/** Answers whatever is asked for behind its address with what `answer` makes of that, or with its failure. */
export async function openDoor(answer: (asked: string) => Promise<string>): Promise<Door> {
  const server = createServer((request, response) => {
    answer(decodeURIComponent((request.url ?? '').slice(1))).then(
      (text) => response.end(text),
      (error: Error) => response.writeHead(500).end(error.stack ?? error.message),
    )
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('a server of the tests has no port')
  return {
    url: `http://127.0.0.1:${address.port}/`,
    close() {
      server.closeAllConnections()
      server.close()
    },
  }
}

/** What stands behind a door. @throws Error with what was answered where that failed */
export async function askAt(url: string, asked = ''): Promise<string> {
  const response = await fetch(`${url}${encodeURIComponent(asked)}`)
  const text = await response.text()
  if (!response.ok) throw new Error(text)
  return text
}
