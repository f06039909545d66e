/** A port or a folder that this process needs is held by another one; the message says which, and what to do. */
export class PlaceTaken extends Error {
  override name = 'PlaceTaken'
}

/** The sentence for a server that could not listen because of its port; any other error as it is. */
export function placeTaken(error: unknown, variable: 'PORT' | 'SANDBOX_PORT', port: number): unknown {
  if (!(error instanceof Error && 'code' in error)) return error
  const { code } = error
  if (code !== 'EADDRINUSE' && code !== 'EACCES') return error
  const why = code === 'EACCES' ? 'may not be listened on' : 'is taken by another program'
  return new PlaceTaken(`${variable}: port ${port} ${why}; choose another one, or end what holds it`, {
    cause: error,
  })
}
