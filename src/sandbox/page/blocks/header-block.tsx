import type { ShownBlock } from './shapes.ts'
import { TextObjectView } from './text-object.tsx'

export function HeaderBlock({ block }: { block: ShownBlock }) {
  return <h3 className="block-header">{block.text && <TextObjectView text={block.text} />}</h3>
}
