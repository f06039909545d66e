import type { Method } from './method.ts'
import { SlackError } from './method.ts'

/** Who the app is, and its socket. */
export function sessionMethods(openSocket: () => string | undefined): Record<string, Method> {
  return {
    'api.test': {
      token: 'none',
      tier: 4,
      reads: true,
      run(_core, call) {
        const { token: _, ...shown } = call.all
        const fault = call.text('error')
        if (fault !== undefined) throw new SlackError(fault)
        return Object.keys(shown).length === 0 ? {} : { args: shown }
      },
    },
    'auth.test': {
      token: 'any',
      tier: 'special',
      reads: true,
      run: (core) => ({
        url: `${core.url()}/`,
        team: core.seed.team.name,
        user: core.seed.bot.name.toLowerCase(),
        team_id: core.seed.team.id,
        user_id: core.seed.bot.userId,
        bot_id: core.seed.bot.botId,
        is_enterprise_install: false,
      }),
    },
    'apps.connections.open': {
      token: 'app',
      tier: 1,
      reads: true,
      run() {
        const url = openSocket()
        if (url === undefined) throw new SlackError('too_many_websockets')
        return { url }
      },
    },
  }
}
