import { randomBytes } from 'node:crypto'

/** Trigger ids: proof that a person acted just now. Each lives three seconds and opens one view. */
export type Triggers = {
  give(user: string, viewId?: string): string
  /** The person who acted, without using it up. */
  whose(id: string): string | undefined
  /** Uses it up. `viewId`: the modal in which the person acted. */
  take(id: string): { user: string; viewId?: string } | 'invalid' | 'expired' | 'exchanged'
}

const triggerLifeMs = 3000

/** `wireNow` is in milliseconds. */
export function triggers(appNumber: string, wireNow: () => number): Triggers {
  const given = new Map<string, { user: string; viewId?: string; untilMs: number; used: boolean }>()
  return {
    give(user, viewId) {
      const id = `${Math.floor(wireNow())}.${appNumber}.${randomBytes(16).toString('hex')}`
      given.set(id, {
        user,
        untilMs: wireNow() + triggerLifeMs,
        used: false,
        ...(viewId === undefined ? {} : { viewId }),
      })
      dropOldest(given, 5000)
      return id
    },
    whose: (id) => given.get(id)?.user,
    take(id) {
      const trigger = given.get(id)
      if (trigger === undefined) return 'invalid'
      if (trigger.used) return 'exchanged'
      if (wireNow() > trigger.untilMs) return 'expired'
      trigger.used = true
      return { user: trigger.user, ...(trigger.viewId === undefined ? {} : { viewId: trigger.viewId }) }
    },
  }
}

/** What a response URL answers to. */
export type ResponseTarget = {
  channel: string
  user: string
  /** The message the person pressed in, which `replace_original` and `delete_original` mean. */
  original?: { ts: string; ephemeral: boolean }
  threadTs?: string
  /** The slash command as it was typed. */
  command?: string
}

/** Response URLs: five uses in thirty minutes. */
export type ResponseUrls = {
  give(target: ResponseTarget): string
  take(id: string): ResponseTarget | 'invalid_url' | 'expired_url' | 'used_url'
}

const responseLifeMs = 30 * 60 * 1000
const responseUses = 5

/** `base` tells the server's own address, which is known once it listens. */
export function responseUrls(base: () => string, wireNow: () => number): ResponseUrls {
  const given = new Map<string, { target: ResponseTarget; untilMs: number; uses: number }>()
  return {
    give(target) {
      const id = randomBytes(18).toString('base64url')
      given.set(id, { target, untilMs: wireNow() + responseLifeMs, uses: 0 })
      dropOldest(given, 5000)
      return `${base()}/response/${id}`
    },
    take(id) {
      const url = given.get(id)
      if (url === undefined) return 'invalid_url'
      if (wireNow() > url.untilMs) return 'expired_url'
      if (url.uses >= responseUses) return 'used_url'
      url.uses += 1
      return url.target
    },
  }
}

/** Keeps a map that only ever grows within bounds. */
function dropOldest(map: Map<string, unknown>, most: number): void {
  for (const key of map.keys()) {
    if (map.size <= most) return
    map.delete(key)
  }
}
