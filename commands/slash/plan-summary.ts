// /plan summary 2024
import type { App } from '../../src/app.ts'
import { slashCommand } from '../../src/contract/command.ts'
import { ephemeral, type Message } from '../../src/contract/reply.ts'
import { type Language, languageOfLocale } from '../../src/domain/language/rules.ts'
import { summariseYear } from '../../src/domain/plan/summary.ts'
import { yearSummary } from '../../src/views/year-summary.ts'
import { traceOfYear } from './plan-meant.ts'
import { parsePlanWords } from './plan-words.ts'

export const planSummary = slashCommand({
  command: '/plan',
  verb: 'summary',
  otherVerbs: ['总结'],
  summary: 'help.plan-summary',
  usage: ['/plan summary', '/plan summary 2024', '/plan summary 2024 en'],
  chineseUsage: ['/plan 总结', '/plan 总结 2024'],
  who: 'anyone',
  parse: parsePlanWords,
  async run(app, caller, { year, what }) {
    const language = languageNamed(what) ?? caller.language
    return ephemeral(await summaryAnswer(app, language, year))
  },
})

/** The draft of a year's summary. @throws UserError where that year has no plan */
export async function summaryAnswer(app: App, language: Language, year?: number): Promise<Message> {
  const trace = await traceOfYear(app, year)
  return yearSummary(summariseYear(trace), await app.work.kinds(), await app.plans.today(), language)
}

function languageNamed(word: string): Language | undefined {
  if (/^(english|英文|英语)$/.test(word)) return 'en'
  if (/^(chinese|中文|汉语)$/.test(word)) return 'zh-CN'
  return languageOfLocale(word)
}
