import { EmojiText } from '../mrkdwn/inline-text.tsx'
import { Icon } from '../parts/icon.tsx'
import { MenuButton } from '../parts/menu-button.tsx'
import { useSpeech } from '../text/speech.tsx'
import type { ElementProps } from './element-kinds.ts'

export function OverflowMenu({ element, sending, choose }: ElementProps) {
  const { words } = useSpeech()
  return (
    <MenuButton
      label={words('picker.more')}
      className="button button-icon"
      busy={sending}
      items={(element.options ?? []).map((option) => ({
        key: option.value,
        label: <EmojiText text={option.text.text} />,
        onChoose: () => {
          if (option.url) open(option.url, '_blank', 'noreferrer,noopener')
          choose({ selected_option: option })
        },
      }))}
    >
      <Icon name="more" />
    </MenuButton>
  )
}
