import type { App } from '../../src/app.ts'
import type { Caller } from '../../src/contract/caller.ts'
import { isAllowed } from '../../src/contract/permit.ts'
import type { Message } from '../../src/contract/reply.ts'
import type { DroppedFile } from '../../src/contract/slack.ts'
import type { WorkListing } from '../../src/domain/work/listing.ts'
import type { WorkFile } from '../../src/files/read-work.ts'
import { workSeen } from '../../src/files/work-seen.ts'
import { workListPreview } from '../../src/views/work-list-preview.ts'

/** Of which groups the caller may add work: each row is asked for by itself. */
export function mayAddWork(caller: Caller): (group: string) => boolean {
  return (group) => isAllowed('convenor-or-secretariat', caller, group)
}

/** What a dropped list of work would add, with the button that agrees to just that. */
export async function workListShown(
  app: App,
  caller: Caller,
  { id, name, digest }: DroppedFile,
  work: WorkFile,
  again?: { listing: WorkListing },
): Promise<Message> {
  const listing = again?.listing ?? (await app.work.previewList(work, mayAddWork(caller)))
  const { sheet } = work
  return workListPreview(
    { name, listing, ...(sheet !== undefined && { sheet }) },
    {
      kinds: await app.work.kinds(),
      asked: { file: id, digest, seen: workSeen(listing) },
      isAgain: again !== undefined,
    },
    caller.language,
  )
}
