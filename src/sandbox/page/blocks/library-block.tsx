import { type Block as LibraryBlockShape, Message } from 'slack-blocks-to-jsx'
import type { Block } from '../../protocol.ts'
import { useSeat } from '../client/seat.tsx'
import { formatSlackDate } from '../mrkdwn/slack-date.ts'
import { usePrefersDark } from '../parts/use-prefers-dark.ts'
import { useSpeech } from '../text/speech.tsx'

const DRAWN = ['rich_text', 'table', 'markdown', 'video', 'plan', 'task_card', 'data_visualization']

/** Whether a block is one of those that slack-blocks-to-jsx draws here. */
export function isDrawnByLibrary(type: string): boolean {
  return DRAWN.includes(type)
}

/**
 * A block with nothing to press in it, drawn by slack-blocks-to-jsx. What has mrkdwn in it is not left to the
 * library: it reads it as Markdown, which swallows lines such as `# 5` and `---`.
 */
export function LibraryBlock({ block }: { block: Block }) {
  const { page } = useSeat()
  const speech = useSpeech()
  const theme = usePrefersDark() ? 'dark' : 'light'
  return (
    <div className="library-block">
      <Message
        key={theme}
        blocks={[block as unknown as LibraryBlockShape]}
        logo=""
        name=""
        withoutWrapper
        theme={theme}
        unstyled
        data={{
          users: page.users.map(({ id, name }) => ({ id, name })),
          channels: page.channels.map(({ id, name }) => ({ id, name })),
        }}
        hooks={{
          date: ({ timestamp, format, fallback }) =>
            formatSlackDate(new Date(Number(timestamp) * 1000), format, fallback, speech, new Date()),
          link: ({ href, children }) => (
            <a href={href} target="_blank" rel="noreferrer noopener">
              {children}
            </a>
          ),
        }}
      />
    </div>
  )
}
