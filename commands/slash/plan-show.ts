// /plan 2.3
import type { App } from '../../src/app.ts'
import type { Caller } from '../../src/contract/caller.ts'
import { slashCommand } from '../../src/contract/command.ts'
import { ephemeral, type Message } from '../../src/contract/reply.ts'
import { planAnswer } from './plan-answer.ts'
import { endAnswer } from './plan-end.ts'
import { gapsAnswer } from './plan-gaps.ts'
import { risksAnswer } from './plan-risks.ts'
import { summaryAnswer } from './plan-summary.ts'
import { parsePlanWords } from './plan-words.ts'

export const planShow = slashCommand({
  command: '/plan',
  alsoCalled: ['要点', '工作要点'],
  summary: 'help.plan',
  usage: ['/plan', '/plan 2024', '/plan 2', '/plan 2.3', '/plan g7'],
  who: 'anyone',
  parse: parsePlanWords,
  async run(app, caller, words) {
    const [, answer] = behindYear.find(([word]) => word.test(words.what)) ?? []
    return ephemeral(await (answer ?? planAnswer)(app, caller, words))
  },
})

type Answer = (app: App, caller: Caller, words: { year?: number; what: string }) => Promise<Message>

/** `/plan 2024 gaps` is said as often as `/plan gaps 2024`. */
const behindYear: readonly [RegExp, Answer][] = [
  [/^(gaps?|缺口|空白)$/, (app, caller, { year }) => gapsAnswer(app, caller, '', year)],
  [/^(risks?|风险)$/, (app, caller, { year }) => risksAnswer(app, caller, year)],
  [/^(summary|总结)$/, (app, { language }, { year }) => summaryAnswer(app, language, year)],
  [/^(end|年终|结转)$/, (app, caller, { year }) => endAnswer(app, caller, year)],
]
