import { createContext, use } from 'react'
import type { PageState, SandboxChannel, SandboxUser } from '../../protocol.ts'
import type { Address } from './address.ts'
import type { Outcome, PageClient } from './page-client.ts'

/** What every part of the page may need to know of the person who sits in front of it. */
export type Seat = {
  me: SandboxUser
  page: PageState
  client: PageClient
  go: (change: Partial<Address>) => void
  /** A failed gesture in words, or null where it went well. */
  fault: (outcome: Outcome, command?: string) => string | null
  user: (id: string) => SandboxUser | undefined
  channel: (id: string) => SandboxChannel | undefined
}

const SeatContext = createContext<Seat | null>(null)

export const SeatProvider = SeatContext

/**
 * The seat of the person at the page.
 *
 * @throws outside a SeatProvider
 */
export function useSeat(): Seat {
  const seat = use(SeatContext)
  if (!seat) throw new Error('useSeat needs a SeatProvider above it')
  return seat
}
