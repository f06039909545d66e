import { ElementView } from '../elements/element-view.tsx'
import { keyed } from '../text/keyed.ts'
import type { ShownBlock } from './shapes.ts'
import { TextObjectView } from './text-object.tsx'

export function CardBlock({ block }: { block: ShownBlock }) {
  return (
    <article className="block-card">
      {block.title && (
        <h4>
          <TextObjectView text={block.title} />
        </h4>
      )}
      {block.subtitle && (
        <div className="block-card-subtitle">
          <TextObjectView text={block.subtitle} />
        </div>
      )}
      {block.body && <TextObjectView text={block.body} />}
      {block.actions && (
        <div className="block-actions">
          {keyed(block.actions, ({ action_id, type }) => action_id ?? type).map(({ key, item: element }) => (
            <ElementView key={key} blockId={block.block_id} element={element} />
          ))}
        </div>
      )}
    </article>
  )
}
