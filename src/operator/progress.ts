/** Where progress is shown: a terminal, whose line is written anew, or a log, which gets a line now and then. */
export type ProgressSink = { isTTY?: boolean; write(text: string): unknown }

/** A log is told this often. */
const betweenLinesMs = 5_000

/**
 * Shows how far a long work has come. What is over within five seconds says nothing to a log.
 * @param now milliseconds on any clock that does not go back
 */
export function progressOn(sink: ProgressSink, what: string, now: () => number) {
  let toldAt = now()
  const line = (done: number, total: number) => `${what}: ${done} of ${total}`
  return (done: number, total: number): void => {
    if (sink.isTTY === true) {
      sink.write(`\r${line(done, total)}${done === total ? '\n' : ''}`)
      return
    }
    if (now() - toldAt < betweenLinesMs) return
    toldAt = now()
    sink.write(`${line(done, total)}\n`)
  }
}
