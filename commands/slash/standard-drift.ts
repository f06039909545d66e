// /standard drift WG8
import { slashCommand } from '../../src/contract/command.ts'
import { ephemeral } from '../../src/contract/reply.ts'
import { driftList } from '../../src/views/drift-list.ts'
import { groupNeeded } from './wg-meant.ts'

export const standardDrift = slashCommand({
  command: '/standard',
  verb: 'drift',
  otherVerbs: ['twins', '对照', '差异'],
  summary: 'help.standard-drift',
  usage: ['/standard drift', '/standard drift WG8'],
  chineseUsage: ['/standard 差异', '/standard 差异 WG8'],
  who: 'anyone',
  parse: (text) => ({ code: text.normalize('NFKC').trim() }),
  async run(app, caller, { code }) {
    const group = code === '' ? undefined : (await groupNeeded(app, caller, code)).code
    const { today, found } = await app.twins.drifting(group)
    const place = { ...(group !== undefined && { group }), page: 1 }
    return ephemeral(driftList(found, place, today, caller.language))
  },
})
