import type { Block } from '../../protocol.ts'
import { BlockView } from './block-view.tsx'
import { shownBlock } from './shapes.ts'

/** The blocks of a message, a modal or the Home tab. */
export function BlockList({ blocks }: { blocks: readonly Block[] }) {
  return (
    <div className="blocks">
      {blocks.map((raw, index) => {
        const block = shownBlock(raw, index)
        return <BlockView key={block.block_id} block={block} raw={raw} />
      })}
    </div>
  )
}
