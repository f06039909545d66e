// The process that asks: a turn at a time, as its parent tells it.
import process from 'node:process'
import { type Turn, volley } from './volley.ts'

process.on('message', async (turn: Turn) => {
  process.send?.(await volley(turn))
})
process.on('disconnect', () => process.exit(0))
process.send?.('ready')
