import { ElementView } from '../elements/element-view.tsx'
import { keyed } from '../text/keyed.ts'
import { type Element, isText, type ShownBlock, type TextObject } from './shapes.ts'

export function ActionsBlock({ block }: { block: ShownBlock }) {
  return (
    <div className="block-actions">
      {keyed(block.elements ?? [], sayElement).map(({ key, item: element }) =>
        isText(element) ? null : <ElementView key={key} blockId={block.block_id} element={element} />,
      )}
    </div>
  )
}

function sayElement(thing: Element | TextObject): string {
  return isText(thing) ? thing.text : (thing.action_id ?? thing.type)
}
