import type { SandboxMessage } from '../../protocol.ts'
import { useSpeech } from '../text/speech.tsx'
import { Icon } from './icon.tsx'

/** The files that came with a message, to be saved. */
export function MessageFiles({ files }: { files: NonNullable<SandboxMessage['files']> }) {
  const { locale } = useSpeech()
  const kilobytes = new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: 'kilobyte',
    maximumFractionDigits: 1,
  })
  return (
    <ul className="message-files">
      {files.map((file) => (
        <li key={file.id}>
          <a className="message-file" href={file.url} download={file.name}>
            <Icon name="file" />
            <span className="option-label">
              <strong>{file.title || file.name}</strong>
              <small>
                {file.name} · {kilobytes.format(file.size / 1000)}
              </small>
            </span>
          </a>
        </li>
      ))}
    </ul>
  )
}
