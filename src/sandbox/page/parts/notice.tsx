/** A sentence in the middle of an empty page, with one thing to do about it. */
export function Notice(props: { text: string; action?: string; onAction?: () => void }) {
  return (
    <main className="notice">
      <p role="status">{props.text}</p>
      {props.action && (
        <button type="button" className="button button-primary" onClick={props.onAction}>
          {props.action}
        </button>
      )}
    </main>
  )
}
