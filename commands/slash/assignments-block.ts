// /assignments block a7 because the draft is missing
import { slashCommand } from '../../src/contract/command.ts'
import { UserError } from '../../src/contract/errors.ts'
import { nameIn } from '../../src/domain/language/rules.ts'
import { askedAbout } from './asked-about.ts'
import { gestureTyped } from './assignment-gesture.ts'
import { openAsked } from './assignment-modals.ts'
import { parseBlocking } from './assignment-words.ts'
import { oneAssignment } from './one-assignment.ts'
import { partyCalled } from './party-called.ts'

const verb = { en: 'block', zh: '受阻' }

export const assignmentsBlock = slashCommand({
  command: '/assignments',
  verb: 'block',
  otherVerbs: ['受阻', '卡住', '阻塞', '搁置', '暂停'],
  summary: 'help.assignments-block',
  usage: [
    '/assignments block a7 because the draft is missing',
    '/assignments block a7 by WG8 because its draft is missing',
    '/assignments block a7',
  ],
  chineseUsage: ['/assignments 受阻 a7 因为缺少草案', '/assignments 受阻 a7 等待 WG8 因为草案未到'],
  who: 'owner-or-lead',
  ifAsked: askedAbout(verb),
  parse: (text) => ({ ...parseBlocking(text), text }),
  async run(app, caller, { text, name, why, whom }) {
    const assignment = await oneAssignment(app, caller, text, verb)
    if (whom === undefined)
      return why === ''
        ? openAsked(app, caller, assignment, 'block')
        : gestureTyped(app, caller, assignment, { kind: 'block', why })
    const { kind, id, names } = await partyCalled(app, caller, whom)
    // The modal would ask once more for whom it waits.
    if (why === '') {
      const called = kind === 'group' ? id : nameIn(names, caller.language)
      throw new UserError('assignments.block-why', { name, whom: called })
    }
    return gestureTyped(app, caller, assignment, { kind: 'block', why, waitsFor: { kind, id } })
  },
})
