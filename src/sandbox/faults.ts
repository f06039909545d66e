import { z } from 'zod'

const aim = {
  /** A Web API method, or `response_url`; none means any. */
  method: z.string().max(100).optional(),
  channel: z.string().max(100).optional(),
  /** How many calls it hits before it is gone; 1 unless told. */
  times: z.number().int().min(1).max(100_000).default(1),
}

/** A fault of a call that the bot makes. */
export const callFault = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('status'),
    status: z.number().int().min(400).max(599),
    retryAfterSeconds: z.number().min(0).max(3600).optional(),
    /** The call takes effect all the same, and only its answer is the fault. */
    taken: z.boolean().default(false),
    ...aim,
  }),
  /** The call takes effect, then the connection is cut without an answer. */
  z.strictObject({ kind: z.literal('lost_reply'), ...aim }),
  /** The connection is cut without an answer, and the call never takes effect. */
  z.strictObject({ kind: z.literal('cut'), ...aim }),
  /** The call takes effect at once, and its answer comes after `ms`. */
  z.strictObject({ kind: z.literal('slow'), ms: z.number().int().min(0).max(600_000), ...aim }),
  /** The call takes effect only after `ms`, and is answered then, be the client still there or not. */
  z.strictObject({ kind: z.literal('late'), ms: z.number().int().min(0).max(600_000), ...aim }),
  z.strictObject({ kind: z.literal('error'), error: z.string().min(1).max(100), ...aim }),
])

const deliveryAim = {
  of: z.enum(['events_api', 'slash_commands', 'interactive', 'any']).default('any'),
  /** How many deliveries it hits before it is gone; 1 unless told. */
  times: z.number().int().min(1).max(100_000).default(1),
}

/** A fault of what is delivered to the bot. */
export const deliveryFault = z.discriminatedUnion('kind', [
  /** The same event, command or press arrives twice. */
  z.strictObject({ kind: z.literal('repeat'), ...deliveryAim }),
  /**
   * It arrives, and its acknowledgement is not heard: over HTTP the connection is dropped as soon as the request
   * is sent, over Socket Mode the acknowledgement is ignored. Counts at once as one that did not come in time.
   */
  z.strictObject({ kind: z.literal('hang_up'), ...deliveryAim }),
])

export const fault = z.union([callFault, deliveryFault])

export type Fault = z.input<typeof fault>
export type CallFault = z.infer<typeof callFault>
export type DeliveryFault = z.infer<typeof deliveryFault>

/** Whether a call is carried out all the same, whatever becomes of its answer. */
export function takesEffect(fault: CallFault | undefined): boolean {
  if (fault === undefined) return true
  return fault.kind === 'status' ? fault.taken : fault.kind !== 'cut' && fault.kind !== 'error'
}

/** Switches of a running sandbox's faults. */
export type Faults = {
  /** Throws a ZodError where the fault is not one. */
  add(fault: Fault): void
  list(): (CallFault | DeliveryFault)[]
  clear(): void
  /** Cuts every Socket Mode connection without a word, as a broken network does. */
  cutSockets(): void
  /** Asks every Socket Mode connection to come again, as Slack does every few hours. */
  refreshSockets(): void
}

export type FaultBook = {
  add(given: Fault): void
  list(): (CallFault | DeliveryFault)[]
  clear(): void
  /** The first fault that is meant for this call, used up by one. */
  forCall(method: string, channel: string | undefined): CallFault | undefined
  /** The first fault that is meant for this delivery, used up by one. */
  forDelivery(type: 'events_api' | 'slash_commands' | 'interactive'): DeliveryFault | undefined
}

/** The faults that are switched on, the oldest first; none at the beginning. */
export function faultBook(): FaultBook {
  let calls: CallFault[] = []
  let deliveries: DeliveryFault[] = []
  return {
    add(given) {
      const read = fault.parse(given)
      if (read.kind === 'repeat' || read.kind === 'hang_up') deliveries.push(read)
      else calls.push(read)
    },
    list: () => [...calls, ...deliveries].map((each) => ({ ...each })),
    clear() {
      calls = []
      deliveries = []
    },
    forCall(method, channel) {
      const found = calls.find(
        (each) =>
          (each.method === undefined || each.method === method) &&
          (each.channel === undefined || each.channel === channel),
      )
      if (found === undefined) return undefined
      found.times -= 1
      calls = calls.filter((each) => each.times > 0)
      return { ...found }
    },
    forDelivery(type) {
      const found = deliveries.find((each) => each.of === 'any' || each.of === type)
      if (found === undefined) return undefined
      found.times -= 1
      deliveries = deliveries.filter((each) => each.times > 0)
      return { ...found }
    },
  }
}
