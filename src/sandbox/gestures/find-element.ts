import type { Core } from '../core.ts'
import type { Block, Container } from '../protocol.ts'
import type { StoredMessage, StoredView } from '../state/changes.ts'
import type { EphemeralMessage } from '../state/ephemerals.ts'

type Json = Record<string, unknown>

/** Where a person acts: a message or a view that they see. */
export type Place =
  | { in: 'message'; message: StoredMessage | EphemeralMessage; blocks: Block[] }
  | { in: 'view'; view: StoredView; blocks: Block[] }

/** Undefined where the message or view is gone or is none that `as` sees. */
export function findPlace(core: Core, as: string, container: Container): Place | undefined {
  if (container.type === 'message') {
    const { channel, ts } = container
    const isMember = core.workspace.channels.get(channel)?.members.includes(as) === true
    const message =
      core.ephemerals.find(as, channel, ts) ?? (isMember ? core.workspace.message(channel, ts) : undefined)
    if (message === undefined) return undefined
    return { in: 'message', message, blocks: [...(message.blocks ?? []), ...attachedBlocks(message)] }
  }
  const home = core.workspace.homes.get(as)
  const view = home?.id === container.viewId ? home : core.modals.find(container.viewId)
  if (view === undefined || view.user !== as) return undefined
  return { in: 'view', view, blocks: view.body.blocks }
}

/** The interactive element with these ids, wherever in the block it stands. */
export function findElement(blocks: Block[], blockId: string, actionId: string): Json | undefined {
  const block = allBlocks(blocks).find((each) => each.block_id === blockId)
  return block === undefined ? undefined : elementsOf(block).find((each) => each.action_id === actionId)
}

/** Blocks and those within containers. */
export function allBlocks(blocks: Block[]): Block[] {
  return blocks.flatMap((block) => [block, ...(Array.isArray(block.child_blocks) ? block.child_blocks : [])])
}

/** The elements that stand in a block, wherever its type puts them. */
export function elementsOf(block: Json): Json[] {
  const lists = [block.elements, block.actions].filter((each) => Array.isArray(each)).flat()
  return [...lists, block.accessory, block.element].flatMap((each) =>
    typeof each === 'object' && each !== null
      ? [each as Json, ...(block.type === 'carousel' ? elementsOf(each as Json) : [])]
      : [],
  )
}

function attachedBlocks(message: StoredMessage): Block[] {
  return (message.attachments ?? []).flatMap((each) =>
    typeof each === 'object' && each !== null && 'blocks' in each && Array.isArray(each.blocks)
      ? (each.blocks as Block[])
      : [],
  )
}
