import process from 'node:process'
import readline from 'node:readline'
import { startEmbedded } from '../../../src/store/embedded.ts'

/**
 * A process that uses the embedded server as the bot does: it starts at once, says so in one line of JSON, and
 * obeys the words it reads: "stop" (stop, then end) or "exit" (end without stopping).
 */
const dataDir = process.argv[2] ?? ''
const server = await startEmbedded({ dataDir, log: (line) => process.stderr.write(`${line}\n`) })
process.stdout.write(`${JSON.stringify({ url: server.url, startedHere: server.startedHere })}\n`)
for await (const word of readline.createInterface({ input: process.stdin })) {
  if (word === 'exit') process.exit(0)
  await server.stop()
  break
}
process.stdin.destroy()
