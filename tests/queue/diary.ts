import { EventEmitter, once } from 'node:events'

/** A list that can be awaited: what was done, in order. */
export type Diary<Entry> = {
  readonly entries: readonly Entry[]
  readonly length: number
  write(entry: Entry): void
  /** The entry at `index`, as soon as it is written. */
  entry(index: number): Promise<Entry>
}

export function diary<Entry>(): Diary<Entry> {
  const entries: Entry[] = []
  const news = new EventEmitter()
  news.setMaxListeners(0)
  return {
    entries,
    get length() {
      return entries.length
    },
    write(entry) {
      entries.push(entry)
      news.emit('entry')
    },
    async entry(index) {
      for (;;) {
        const entry = entries[index]
        if (entry !== undefined) return entry
        await once(news, 'entry')
      }
    },
  }
}

type Line = { level: 'debug' | 'info' | 'warn' | 'error'; fields: Record<string, unknown>; message: string }

/** A log that keeps what it is told, so that a test can wait for a line. */
export function journal() {
  const book = diary<Line>()
  const say = (level: Line['level']) => (fields: object, message: string) =>
    book.write({ level, fields: { ...fields }, message })
  return {
    lines: book.entries,
    debug: say('debug'),
    info: say('info'),
    warn: say('warn'),
    error: say('error'),
    /** The first line that fits, written already or yet to come. */
    async line(fits: (line: Line) => boolean): Promise<Line> {
      for (let i = 0; ; i++) {
        const line = await book.entry(i)
        if (fits(line)) return line
      }
    },
  }
}

/** A promise that is kept when the test says so. */
export function gate(): { promise: Promise<void>; open(): void } {
  let open = () => {}
  const promise = new Promise<void>((resolve) => {
    open = resolve
  })
  return { promise, open: () => open() }
}
