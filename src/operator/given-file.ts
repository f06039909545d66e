import { open } from 'node:fs/promises'
import { OperatorError } from './operator-error.ts'

/** More than any file that is read can have, so that a disk image does not fill the memory first. */
const mostBytes = 64 * 1024 * 1024

/** A file that an operator has named. */
export type GivenFile = { path: string; bytes: Uint8Array; modifiedAt: Date }

/** @throws OperatorError where it can't be read, is no file, or is larger than 64 MiB */
export async function givenFile(path: string): Promise<GivenFile> {
  try {
    await using handle = await open(path)
    const stat = await handle.stat()
    if (stat.isDirectory()) throw new OperatorError(`${path}: that is a folder; give a file in it`)
    if (!stat.isFile() && !stat.isFIFO()) throw new OperatorError(`${path}: that is no file`)
    if (stat.size > mostBytes)
      throw new OperatorError(
        `${path}: the file is of ${stat.size} bytes, which is too large: ${mostBytes} are read; part it, since what a file does not have stays on record`,
      )
    return { path, bytes: await handle.readFile(), modifiedAt: stat.mtime }
  } catch (error) {
    if (error instanceof OperatorError || !(error instanceof Error && 'code' in error)) throw error
    throw new OperatorError(`${path}: ${whyUnreadable[String(error.code)] ?? error.message}`)
  }
}

const whyUnreadable: Record<string, string> = {
  ENOENT: 'there is no such file',
  ENOTDIR: 'there is no such file',
  EACCES: 'this account may not read it',
  EPERM: 'this account may not read it',
  ELOOP: 'its links lead in a circle',
  ENAMETOOLONG: 'its name is too long',
}
