import { z } from 'zod'

/** What the page may send, checked; the types are protocol.ts's. */

const id = z.string().min(1).max(64)
const ts = z.string().regex(/^\d{1,12}\.\d{6}$/)
const state = z.record(z.string().max(255), z.record(z.string().max(255), z.record(z.string(), z.unknown())))
const container = z.discriminatedUnion('type', [
  z.object({ type: z.literal('message'), channel: id, ts }),
  z.object({ type: z.literal('view'), viewId: id }),
])
const inElement = { as: id, container, blockId: z.string().max(255), actionId: z.string().max(255) }

export const requests = {
  message: z.object({ as: id, channel: id, text: z.string().min(1).max(40_000), threadTs: ts.optional() }),
  command: z.object({ as: id, channel: id, command: z.string().min(1).max(100), text: z.string().max(8000) }),
  action: z.object({ ...inElement, value: z.record(z.string(), z.unknown()), state }),
  options: z.object({ ...inElement, value: z.string().max(1000) }),
  submit: z.object({ as: id, viewId: id, state }),
  close: z.object({ as: id, viewId: id }),
  home: z.object({ as: id }),
  shortcut: z.object({
    as: id,
    callbackId: z.string().min(1).max(255),
    message: z.object({ channel: id, ts }).optional(),
  }),
}
