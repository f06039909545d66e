// "Show" beside a figure of a year's summary.
import { z } from 'zod'
import { action } from '../../src/contract/action.ts'
import { UserError } from '../../src/contract/errors.ts'
import { jsonValue } from '../../src/contract/json-value.ts'
import { ephemeral } from '../../src/contract/reply.ts'
import { summariseYear } from '../../src/domain/plan/summary.ts'
import { figureMessage, looseArea, showFigureId } from '../../src/views/year-summary.ts'
import { traceOfYear } from '../slash/plan-meant.ts'

const name = z.string().max(64)
const ref = jsonValue(
  z.strictObject({
    year: z.int().min(1980).max(2200),
    area: z.int().optional(),
    kind: name,
    counter: name,
    language: z.enum(['en', 'zh-CN']),
  }),
)

export const showFigure = action({
  id: showFigureId,
  value: ref,
  who: 'anyone',
  async run(app, _caller, { year, area, kind, counter, language }) {
    const summary = summariseYear(await traceOfYear(app, year))
    const part =
      area === undefined
        ? summary
        : area === looseArea
          ? summary.loose
          : summary.areas.find(({ traced }) => traced.area.number === area)
    const figure = part?.figures.find((one) => one.kind.id === kind && one.counter.id === counter)
    if (figure === undefined) throw new UserError('refused.outdated-button')
    return ephemeral(figureMessage(figure, year, language))
  },
})
