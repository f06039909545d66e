import type { App } from '../../src/app.ts'
import { UserError } from '../../src/contract/errors.ts'
import type { DroppedFile } from '../../src/contract/slack.ts'

/** What is dropped is read by the process that answers everybody: more is for the command line. */
const mostBytes = 5 * 1024 * 1024

/**
 * Fetches a dropped file from Slack.
 * @throws UserError where Slack does not give it, or it is too large to be read here
 */
export async function droppedFile(app: App, id: string): Promise<DroppedFile> {
  const download = await app.slack().files?.download(id, mostBytes)
  if (download === undefined) throw new Error('this process fetches no files')
  if (download.kind === 'refused') throw new UserError('import.file-refused', { error: download.error })
  if (download.kind === 'too-large') {
    const size = Math.ceil(download.size / (1024 * 1024))
    throw new UserError('import.file-too-large', { size, most: Math.floor(mostBytes / (1024 * 1024)) })
  }
  return download.file
}
