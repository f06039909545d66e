import type { EventEmitter } from 'node:events'
import type { PostgresConnection } from 'bullmq'

type Client = EventEmitter
type Making = { pgModule: { Client: new (...given: unknown[]) => Client } }

/**
 * BullMQ begins to hear of the errors of its listening connection a moment after it is made. A server that cuts it in
 * that moment would end the process, since nobody hears; and were it merely borne, BullMQ would wait on a dead
 * connection for good. So such an error is kept until BullMQ hears.
 */
export function keepEarlyErrors(connection: PostgresConnection): void {
  // There is no other way in: BullMQ makes this one connection itself, from the module that it has loaded.
  const making = connection as unknown as Making
  const { Client } = making.pgModule
  making.pgModule = {
    ...making.pgModule,
    Client: new Proxy(Client, {
      construct: (maker, given) => keeping(Reflect.construct(maker, given)),
    }),
  }
}

function keeping(client: Client): Client {
  let early: unknown
  const keep = (error: unknown) => {
    early ??= error
  }
  client.on('error', keep)
  client.on('newListener', function tell(name, listener) {
    if (name !== 'error') return
    client.off('newListener', tell)
    client.off('error', keep)
    // Whoever begins to listen is still putting its things in order.
    if (early !== undefined) queueMicrotask(() => listener(early))
  })
  return client
}
