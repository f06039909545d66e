import type { Block } from '../../protocol.ts'
import { useSpeech } from '../text/speech.tsx'
import { ActionsBlock } from './actions-block.tsx'
import { BlockList } from './block-list.tsx'
import { CardBlock } from './card-block.tsx'
import { ContextBlock } from './context-block.tsx'
import { DataTableBlock } from './data-table-block.tsx'
import { HeaderBlock } from './header-block.tsx'
import { ImageBlock } from './image-block.tsx'
import { InputBlock } from './input-block.tsx'
import { isDrawnByLibrary, LibraryBlock } from './library-block.tsx'
import { SectionBlock } from './section-block.tsx'
import type { ShownBlock } from './shapes.ts'
import { TextObjectView } from './text-object.tsx'

/** One block. Those that hold nothing to press are drawn by the library; the rest here, to be used. */
export function BlockView({ block, raw }: { block: ShownBlock; raw: Block }) {
  const { words } = useSpeech()
  switch (block.type) {
    case 'section':
      return <SectionBlock block={block} />
    case 'actions':
    case 'context_actions':
      return <ActionsBlock block={block} />
    case 'input':
      return <InputBlock block={block} />
    case 'context':
      return <ContextBlock block={block} />
    case 'header':
      return <HeaderBlock block={block} />
    case 'divider':
      return <hr className="block-divider" />
    case 'image':
      return <ImageBlock block={block} />
    case 'card':
      return <CardBlock block={block} />
    case 'data_table':
      return <DataTableBlock block={block} />
    case 'alert':
      return (
        <div className={`block-alert block-alert-${block.level ?? 'default'}`} role="note">
          {block.text && <TextObjectView text={block.text} />}
        </div>
      )
    case 'container':
    case 'carousel':
      return (
        <div className={`block-${block.type}`}>
          {block.title && <TextObjectView text={block.title} />}
          <BlockList blocks={block.child_blocks ?? ((block.elements ?? []) as Block[])} />
        </div>
      )
    default:
      if (isDrawnByLibrary(block.type)) return <LibraryBlock block={raw} />
      return <p className="block-unknown">{words('block.unknown', { type: block.type })}</p>
  }
}
