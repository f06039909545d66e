import { useCallback } from 'react'
import type { SandboxChannel } from '../../protocol.ts'
import { rememberCommand } from '../client/command-history.ts'
import { useSeat } from '../client/seat.tsx'
import { useSpeech } from '../text/speech.tsx'

/** Sends what was typed: whatever begins with a slash is a command, the rest is said. Answers whether it went. */
export function useSend(
  channel: SandboxChannel,
  threadTs: string | undefined,
  onFault: (fault: string | null) => void,
): (typed: string) => Promise<boolean> {
  const { me, page, client, fault } = useSeat()
  const { words } = useSpeech()
  return useCallback(
    async (typed) => {
      onFault(null)
      const line = typed.trimEnd()
      const [, command, rest = ''] = /^(\/\S+)(?:\s+([\s\S]*))?$/.exec(line) ?? []
      if (command && threadTs) {
        onFault(words('composer.noCommandsInThreads', { bot: page.bot.name }))
        return false
      }
      if (command) rememberCommand(me.id, line)
      const outcome = command
        ? await client.command({ channel: channel.id, command, text: rest })
        : await client.say({
            channel: channel.id,
            text: line.trim(),
            ...(threadTs ? { threadTs } : {}),
          })
      onFault(fault(outcome, command))
      return outcome.ok
    },
    [channel.id, threadTs, onFault, me.id, page.bot.name, client, fault, words],
  )
}
