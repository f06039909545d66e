import type { Delivery } from './delivery/deliverer.ts'
import type { FaultBook } from './faults.ts'
import type { LateCalls } from './late-calls.ts'
import type { PageHub } from './page-api/hub.ts'
import type { RecordBook } from './record.ts'
import type { SandboxSeed } from './seed.ts'
import type { Credentials } from './state/credentials.ts'
import type { Ephemerals } from './state/ephemerals.ts'
import type { Files } from './state/files.ts'
import type { Modals } from './state/modals.ts'
import type { ResponseUrls, Triggers } from './state/tickets.ts'
import type { Workspace } from './state/workspace.ts'

/** Everything one sandbox consists of; the first argument of whatever happens in it. */
export type Core = {
  seed: SandboxSeed
  credentials: Credentials
  /** What the data says the time is: message timestamps, edits. */
  now: () => Date
  /** Whether the metadata of messages is kept. */
  keepsMetadata: boolean
  workspace: Workspace
  modals: Modals
  ephemerals: Ephemerals
  triggers: Triggers
  responseUrls: ResponseUrls
  files: Files
  page: PageHub
  deliver: Delivery
  faults: FaultBook
  lateCalls: LateCalls
  record: RecordBook
  log: (line: string) => void
  /** The server's own address, without a slash at its end. */
  url: () => string
}
