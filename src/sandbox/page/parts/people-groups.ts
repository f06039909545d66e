import type { SandboxUser } from '../../protocol.ts'

export type PeopleGroup = { role: 'secretariat' | 'convenors' | 'members'; people: SandboxUser[] }

const SECRETARIAT = /secretar|committee manager|秘书/i
const CONVENOR = /convenor|convener|chair|召集|组长|主任|主席/i

/** The people one may play, by what their titles say they do; within a group in the order they were given. */
export function peopleGroups(users: readonly SandboxUser[], typed: string): PeopleGroup[] {
  const wanted = typed.trim().toLowerCase().split(/\s+/)
  const found = users.filter((user) => {
    const said = `${user.name} ${user.handle} ${user.title}`.toLowerCase()
    return !user.isBot && wanted.every((word) => said.includes(word))
  })
  const roleOf = ({ title }: SandboxUser): PeopleGroup['role'] =>
    SECRETARIAT.test(title) ? 'secretariat' : CONVENOR.test(title) ? 'convenors' : 'members'
  return (['secretariat', 'convenors', 'members'] as const)
    .map((role) => ({ role, people: found.filter((user) => roleOf(user) === role) }))
    .filter(({ people }) => people.length > 0)
}
