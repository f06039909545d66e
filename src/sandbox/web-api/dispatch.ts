import type { Core } from '../core.ts'
import { type CallFault, takesEffect } from '../faults.ts'
import { args, readArgs } from './args.ts'
import { chatMethods } from './chat.ts'
import { conversationMethods } from './conversations.ts'
import { fileMethods } from './files.ts'
import { findChannel } from './find.ts'
import { type Method, SlackError } from './method.ts'
import { peopleMethods } from './people.ts'
import type { RateLimits } from './rate-limits.ts'
import { sessionMethods } from './session.ts'
import { viewMethods } from './views.ts'

/** What goes back over the wire. `cut`: nothing does, the connection is dropped; then `status` may be 0. */
export type Reply = {
  status: number
  body: unknown
  headers?: Record<string, string>
  afterMs?: number
  cut?: boolean
}

export type WebApi = (request: {
  method: string
  authorization: string | undefined
  contentType: string
  body: string
  query: URLSearchParams
}) => Reply | Promise<Reply>

/** The Web API: every call is checked, limited, carried out, recorded. `limits` undefined: no rate limits. */
export function webApi(core: Core, openSocket: () => string | undefined, limits?: RateLimits): WebApi {
  const table: Record<string, Method> = {
    ...sessionMethods(openSocket),
    ...chatMethods,
    ...conversationMethods,
    ...viewMethods,
    ...peopleMethods,
    ...fileMethods,
  }
  return ({ method, authorization, contentType, body, query }) => {
    let given: Record<string, unknown> = {}
    const answer = (reply: Reply, effect: boolean, fault?: CallFault): Reply => {
      const { token: _, ...shown } = given
      core.record.add({
        method,
        args: shown,
        status: reply.status,
        answer: reply.body,
        effect,
        ...(fault === undefined ? {} : { fault: fault.kind }),
      })
      return reply
    }
    const failed = (error: unknown): Reply => {
      if (error instanceof SlackError) return { status: 200, body: error.body() }
      core.log(`${method} failed in the sandbox: ${error instanceof Error ? error.stack : String(error)}`)
      return { status: 500, body: { ok: false, error: 'internal_error' } }
    }
    const carryOut = (found: Method): { reply: Reply; effect: boolean } => {
      try {
        const result = found.run(core, args(given))
        return { reply: { status: 200, body: { ok: true, ...result } }, effect: found.reads !== true }
      } catch (error) {
        return { reply: failed(error), effect: false }
      }
    }

    try {
      given = readArgs(contentType, body, query)
      const found = Object.hasOwn(table, method) ? table[method] : undefined
      if (found === undefined) throw new SlackError('unknown_method')
      checkToken(core, found, authorization, given.token)
      const channel = channelOf(core, given.channel)
      const waitSeconds = limits?.secondsToWait(method, found.tier, channel) ?? 0
      if (waitSeconds > 0) return answer(tooMany(waitSeconds), false)
      const fault = core.faults.forCall(method, channel)
      const finish = () => {
        const { reply, effect } = takesEffect(fault) ? carryOut(found) : notCarriedOut
        return answer(faulty(fault, reply), effect, fault)
      }
      return fault?.kind === 'late' ? core.lateCalls.put(fault.ms, finish) : finish()
    } catch (error) {
      return answer(failed(error), false)
    }
  }
}

const notCarriedOut = { reply: { status: 0, body: null }, effect: false }

/** What the bot is told of a call whose outcome is `reply`. */
function faulty(fault: CallFault | undefined, reply: Reply): Reply {
  switch (fault?.kind) {
    case 'lost_reply':
    case 'cut':
      return { ...reply, cut: true }
    case 'slow':
      return { ...reply, afterMs: fault.ms }
    case 'error':
      return { status: 200, body: { ok: false, error: fault.error } }
    case 'status':
      if (fault.status === 429) return tooMany(fault.retryAfterSeconds ?? 1)
      return { status: fault.status, body: { ok: false, error: 'internal_error' } }
    default:
      return reply
  }
}

function tooMany(seconds: number): Reply {
  return {
    status: 429,
    body: { ok: false, error: 'ratelimited' },
    headers: { 'retry-after': String(seconds) },
  }
}

/** The id of the channel a call is about, by whichever of its names it was given. */
function channelOf(core: Core, given: unknown): string | undefined {
  if (typeof given !== 'string') return undefined
  try {
    return findChannel(core, given).id
  } catch {
    return given
  }
}

/** Throws `not_authed`, `invalid_auth`, `not_allowed_token_type`. */
function checkToken(core: Core, method: Method, header: string | undefined, argument: unknown): void {
  if (method.token === 'none') return
  const bearer = /^Bearer\s+(\S+)$/i.exec(header ?? '')?.[1]
  const token = bearer ?? (typeof argument === 'string' && argument !== '' ? argument : undefined)
  if (token === undefined) throw new SlackError('not_authed')
  const { botToken, appToken } = core.credentials
  const type = token === botToken ? 'bot' : token === appToken ? 'app' : undefined
  if (type === undefined) throw new SlackError('invalid_auth')
  if (method.token !== 'any' && type !== method.token) throw new SlackError('not_allowed_token_type')
}
