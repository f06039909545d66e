import { useSpeech } from '../text/speech.tsx'
import type { ElementProps } from './element-kinds.ts'

export function UnknownElement({ element }: ElementProps) {
  const { words } = useSpeech()
  if (element.type === 'file_input') return <p className="block-unknown">{words('block.fileInput')}</p>
  return <p className="block-unknown">{words('block.unknown', { type: element.type })}</p>
}
