import { useSpeech } from '../text/speech.tsx'
import { Icon } from './icon.tsx'

/** What went wrong with the last gesture, until it is dismissed or the next one is made. */
export function FaultLine(props: { fault: string | null; onDismiss: () => void }) {
  const { words } = useSpeech()
  return (
    <div role="alert" className="fault-place">
      {props.fault && (
        <div className="fault-line">
          <p>{props.fault}</p>
          <button
            type="button"
            className="button-bare"
            aria-label={words('messages.dismiss')}
            onClick={props.onDismiss}
          >
            <Icon name="close" />
          </button>
        </div>
      )}
    </div>
  )
}
