import type { ElementProps } from './element-kinds.ts'

export function ImageElement({ element }: ElementProps) {
  return <img className="accessory-image" src={element.image_url} alt={element.alt_text ?? ''} />
}
