import { z } from 'zod'
import { job } from '../src/contract/job.ts'

/** Finds the channels and people that the committee file names by name and e-mail; neither waits for the other. */
export const linkWorkspace = job({
  name: 'link-workspace',
  payload: z.strictObject({}),
  attempts: 3,
  everyMs: 600_000,
  async run(app) {
    const { directory } = app.slack()
    const linked = await Promise.allSettled([
      directory.channels().then((channels) => app.groups.linkChannels(channels)),
      directory.users().then((users) => app.members.linkUsers(users)),
    ])
    for (const each of linked) if (each.status === 'rejected') throw each.reason
  },
})
