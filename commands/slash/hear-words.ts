import { UserError } from '../../src/contract/errors.ts'
import type { HearingGiven, MovesPace } from '../../src/domain/hearing/rules.ts'

const kinds = {
  moves:
    /^(?:moves?|stages?|follows?|following|followed|standards?|news|动态|阶段(?:变更|变动)?|关注(?:的标准)?|标准(?:动态)?)(?![a-z])/iu,
  reminders:
    /^(?:reminders?|asks?|asking|assignments?|offers?|questions?|提醒|个人提醒|催办|任务|工作|认领)(?![a-z])/iu,
}

const paces: Record<MovesPace, RegExp> = {
  'at-once': /^(?:at once|now|immediately|each|on|usual|again|立即|及时|随时|每条|打开|开启|开|恢复|默认)$/iu,
  weekly: /^(?:(?:once )?(?:weekly|a week|every week|per week)|每周(?:一次|1次|汇总)?)$/iu,
  off: /^(?:off|none|never|stop|mute|no|关闭|关|停|不要|不接收)$/iu,
}

/**
 * `moves weekly`, `reminders once a week`, `动态 关闭`; nothing where nothing was typed.
 * @throws UserError where it can't be read, and where what a role owes is to be switched off
 */
export function readHear(text: string): HearingGiven | undefined {
  const plain = text.normalize('NFKC').trim().replace(/\s+/gu, ' ')
  if (plain === '') return undefined
  const kind = (['moves', 'reminders'] as const).find((one) => kinds[one].test(plain))
  if (kind === undefined) throw new UserError('hearing.which', { text: plain })
  const rest = plain.replace(kinds[kind], '').trim()
  const pace = (['at-once', 'weekly', 'off'] as const).find((one) => paces[one].test(rest))
  if (pace === undefined) throw new UserError('hearing.which', { text: plain })
  if (kind === 'moves') return { moves: pace }
  if (pace === 'off') throw new UserError('hearing.not-off')
  return { perWeek: pace === 'weekly' ? 1 : 'usual' }
}
