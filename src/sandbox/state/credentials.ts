import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

const credentials = z.object({
  botToken: z.string().startsWith('xoxb-'),
  appToken: z.string().startsWith('xapp-'),
  signingSecret: z.string().length(32),
  /** The old verification token, still sent in every payload. */
  verificationToken: z.string().min(1),
})

export type Credentials = z.infer<typeof credentials>

/** Makes the workspace's tokens once and keeps them in `dir`, readable by their owner alone. */
export function keepCredentials(dir: string | undefined): Credentials {
  if (dir === undefined) return newCredentials()
  const path = join(dir, 'credentials.json')
  try {
    return credentials.parse(JSON.parse(readFileSync(path, 'utf8')))
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error
  }
  const made = newCredentials()
  mkdirSync(dir, { recursive: true, mode: 0o700 })
  writeFileSync(path, JSON.stringify(made), { mode: 0o600, flag: 'wx' })
  return made
}

function newCredentials(): Credentials {
  return {
    botToken: `xoxb-sandbox-${randomBytes(18).toString('hex')}`,
    appToken: `xapp-1-sandbox-${randomBytes(24).toString('hex')}`,
    signingSecret: randomBytes(16).toString('hex'),
    verificationToken: randomBytes(12).toString('base64url'),
  }
}
