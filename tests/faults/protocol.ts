import type { Death } from './points.ts'

/** What the parent tells a bot process. */
export type Order =
  /** Dies or sleeps at this point; at none where it is absent. */
  | { order: 'expect'; death?: Death }
  /** Ends what was begun, begins nothing, and answers. */
  | { order: 'hold' }
  /** The clock is so far ahead from now on, and work goes on. */
  | { order: 'move'; aheadMs: number }

/** What a bot process tells its parent. */
export type Report =
  | { report: 'ready' }
  | { report: 'quiet' }
  | { report: 'moved' }
  /** A job came to its end that began at this moment of the bot's own clock. */
  | { report: 'ran'; job: string; beganMs: number }
