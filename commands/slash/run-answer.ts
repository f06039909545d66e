import type { App } from '../../src/app.ts'
import type { Caller } from '../../src/contract/caller.ts'
import { UserError } from '../../src/contract/errors.ts'
import { isAllowed } from '../../src/contract/permit.ts'
import type { Message } from '../../src/contract/reply.ts'
import type { Day } from '../../src/domain/calendar/day.ts'
import type { ScheduleKind } from '../../src/domain/schedule/rules.ts'
import { runAheadMessage } from '../../src/views/run-ahead-message.ts'

type Asked = { kind: ScheduleKind; day?: Day; groups?: number; people?: number; told?: string }

/** What a run would say, as the caller may see and hold it. @throws UserError without a committee */
export async function runAnswer(
  app: App,
  caller: Caller,
  { kind, day, groups = 1, people = 1, told }: Asked,
): Promise<Message> {
  const run = await app.runs.ahead(kind, day)
  if (run === undefined) throw new UserError('ahead.gone')
  const names = new Map((await app.members.all()).map((member) => [member.id, member.names]))
  return runAheadMessage(
    run,
    { groups, people },
    {
      mayHold: isAllowed('secretariat', caller, undefined),
      names,
      ...(told !== undefined && { told }),
    },
    caller.language,
  )
}
