import { z } from 'zod'
import { job } from '../src/contract/job.ts'

/** Finds the channels and people that the committee file names by name and e-mail address. */
export const linkWorkspace = job({
  name: 'link-workspace',
  payload: z.strictObject({}),
  attempts: 3,
  everyMs: 3_600_000,
  async run(app) {
    const { directory } = app.slack()
    await app.groups.linkChannels(await directory.channels())
    await app.members.linkUsers(await directory.users())
  },
})
