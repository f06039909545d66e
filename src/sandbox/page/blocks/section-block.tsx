import { ElementView } from '../elements/element-view.tsx'
import { keyed } from '../text/keyed.ts'
import type { ShownBlock } from './shapes.ts'
import { TextObjectView } from './text-object.tsx'

export function SectionBlock({ block }: { block: ShownBlock }) {
  return (
    <div className="block-section">
      <div className="block-section-text">
        {block.text && <TextObjectView text={block.text} />}
        {block.fields && (
          <div className="block-fields">
            {keyed(block.fields, ({ text }) => text).map(({ key, item: field }) => (
              <div key={key} className="block-field">
                <TextObjectView text={field} />
              </div>
            ))}
          </div>
        )}
      </div>
      {block.accessory && (
        <div className="block-accessory">
          <ElementView blockId={block.block_id} element={block.accessory} />
        </div>
      )}
    </div>
  )
}
