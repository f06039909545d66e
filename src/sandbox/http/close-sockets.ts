import type { WebSocket, WebSocketServer } from 'ws'

const graceMs = 500

/** Says goodbye to every socket as the protocol asks, then cuts those that do not answer. */
export async function closeSockets(server: WebSocketServer): Promise<void> {
  await Promise.all([...server.clients].map(closeSocket))
  server.close()
}

function closeSocket(socket: WebSocket): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => socket.terminate(), graceMs)
    socket.once('close', () => {
      clearTimeout(timer)
      resolve()
    })
    socket.close(1001)
  })
}
