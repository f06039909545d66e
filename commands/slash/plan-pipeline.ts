// /plan pipeline
import { slashCommand } from '../../src/contract/command.ts'
import { ephemeral } from '../../src/contract/reply.ts'
import { pipelinesOf } from '../../src/domain/plan/pipeline.ts'
import { pipelineMessage } from '../../src/views/pipeline-message.ts'
import { traceOfYear } from './plan-meant.ts'
import { parsePlanWords } from './plan-words.ts'

export const planPipeline = slashCommand({
  command: '/plan',
  verb: 'pipeline',
  otherVerbs: ['提案', '推进'],
  summary: 'help.plan-pipeline',
  usage: ['/plan pipeline', '/plan pipeline 2024'],
  chineseUsage: ['/plan 提案', '/plan 提案 2024'],
  who: 'anyone',
  parse: parsePlanWords,
  async run(app, { language }, { year }) {
    const trace = await traceOfYear(app, year)
    return ephemeral(pipelineMessage(pipelinesOf(trace), trace.plan.year, language))
  },
})
