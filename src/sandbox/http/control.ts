import { z } from 'zod'
import type { Faults } from '../faults.ts'
import { fault } from '../faults.ts'

const order = z.strictObject({
  add: z.array(fault).max(100).default([]),
  clear: z.boolean().default(false),
  cutSockets: z.boolean().default(false),
  refreshSockets: z.boolean().default(false),
})

/** `POST /control/faults`: clears, then adds, then cuts or refreshes. Throws a ZodError. */
export function orderFaults(faults: Faults, body: unknown): { ok: true; faults: unknown[] } {
  const read = order.parse(body)
  if (read.clear) faults.clear()
  for (const each of read.add) faults.add(each as Parameters<Faults['add']>[0])
  if (read.cutSockets) faults.cutSockets()
  if (read.refreshSockets) faults.refreshSockets()
  return { ok: true, faults: faults.list() }
}
