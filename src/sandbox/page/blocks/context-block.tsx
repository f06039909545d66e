import { keyed } from '../text/keyed.ts'
import { isText, type ShownBlock } from './shapes.ts'
import { TextObjectView } from './text-object.tsx'

export function ContextBlock({ block }: { block: ShownBlock }) {
  return (
    <div className="block-context">
      {keyed(block.elements ?? [], (element) => JSON.stringify(element)).map(({ key, item: element }) =>
        isText(element) ? (
          <TextObjectView key={key} text={element} />
        ) : (
          <img key={key} src={element.image_url} alt={element.alt_text ?? ''} />
        ),
      )}
    </div>
  )
}
