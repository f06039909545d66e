import { useMemo } from 'react'
import { keyed } from '../text/keyed.ts'
import { InlineText } from './inline-text.tsx'
import { parseMrkdwn } from './parse-mrkdwn.ts'

/** Slack's mrkdwn, as a person sees it. */
export function Mrkdwn(props: { text: string }) {
  const passages = useMemo(() => parseMrkdwn(props.text), [props.text])
  return (
    <div className="mrkdwn">
      {keyed(passages, ({ kind }) => kind).map(({ key, item: passage }) => {
        if (passage.kind === 'pre') return <pre key={key}>{passage.text}</pre>
        if (passage.kind === 'quote')
          return (
            <blockquote key={key}>
              <InlineText inlines={passage.children} />
            </blockquote>
          )
        return (
          <p key={key}>
            <InlineText inlines={passage.children} />
          </p>
        )
      })}
    </div>
  )
}
