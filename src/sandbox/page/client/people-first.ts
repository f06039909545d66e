import type { SandboxUser } from '../../protocol.ts'

/** People in the order given, and bots after them. */
export function peopleFirst(users: readonly SandboxUser[]): SandboxUser[] {
  return [...users.filter(({ isBot }) => !isBot), ...users.filter(({ isBot }) => isBot)]
}
