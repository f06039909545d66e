import { useState } from 'react'
import { useSpeech } from '../text/speech.tsx'
import type { ShownBlock } from './shapes.ts'
import { TextObjectView } from './text-object.tsx'

/** A picture; where it can't be loaded, which is usual on a machine without a network, its description. */
export function ImageBlock({ block }: { block: ShownBlock }) {
  const { words } = useSpeech()
  const [failed, setFailed] = useState(false)
  const alt = block.alt_text ?? ''
  return (
    <figure className="block-image">
      {block.title && (
        <figcaption>
          <TextObjectView text={block.title} />
        </figcaption>
      )}
      {failed || !block.image_url ? (
        <p className="block-unknown">{words('block.image', { alt })}</p>
      ) : (
        <img src={block.image_url} alt={alt} onError={() => setFailed(true)} />
      )}
    </figure>
  )
}
