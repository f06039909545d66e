import { describe, expect, test } from 'vitest'
import { slashCommands } from '../../commands/index.ts'
import { route, verbsOf } from '../../src/contract/dispatch.ts'
import { inflections } from '../../src/contract/inflections.ts'

test.each([
  ['accept', 'accepts accepted accepting'],
  ['update', 'updates updated updating'],
  ['pass', 'passes passed passing'],
  ['finish', 'finishes finished finishing'],
  ['cancel', 'cancels canceled canceling cancelled cancelling'],
  ['drop', 'drops droped droping dropped dropping'],
  ['apply', 'applies applied applying'],
  ['delay', 'delays delayed delaying'],
  ['完成', '已完成 已经完成 完成了 已完成了'],
  ['pass on', 'passes on passed on passing on'],
  ['more time', ''],
  ['on', ''],
  ['take-over', ''],
])('%s: %s', (verb, forms) => {
  expect(inflections(verb).join(' ')).toBe(forms)
})

/** Everything that chooses a command: its verbs and how they are inflected. */
const forms = slashCommands.flatMap((handler) =>
  verbsOf(handler).flatMap((verb) =>
    [verb, ...inflections(verb)].map((form) => ({ handler, form, isOwn: form === verb })),
  ),
)
/** Whose own verb a word is: that comes before any inflection. */
const ownerOf = (command: string, form: string) =>
  forms.find((one) => one.isOwn && one.form === form && one.handler.command === command)?.handler

describe.each(
  slashCommands.filter(({ verb }) => verb !== undefined).map((one) => [one.usage[0], one] as const),
)('%s', (_usage, handler) => {
  const { command } = handler
  const own = forms.filter((one) => one.handler === handler)

  test('is chosen by its verbs in every form, in any case and with a colon behind them', () => {
    for (const { form } of own) {
      const expected = ownerOf(command, form) ?? handler
      for (const typed of [`${form} a7 2026-12-01`, `${form.toUpperCase()}: a7 2026-12-01`]) {
        const found = route(slashCommands, command, typed)
        expect([form, found?.handler, found?.text]).toStrictEqual([form, expected, 'a7 2026-12-01'])
      }
    }
  })

  test('is chosen by its Chinese verbs where a short name is joined to them', () => {
    for (const { form } of own.filter(({ form }) => /\p{Script=Han}$/u.test(form)))
      for (const typed of [`${form}a7`, `${form}：a7`])
        expect(route(slashCommands, command, typed)).toStrictEqual({
          handler: ownerOf(command, form) ?? handler,
          text: 'a7',
        })
  })

  test('shares no form with another', () => {
    const shared = own.filter(({ form, isOwn }) =>
      forms.some((other) => {
        if (other.handler === handler || other.handler.command !== command || other.form !== form)
          return false
        return isOwn ? other.isOwn : !other.isOwn && ownerOf(command, form) === undefined
      }),
    )
    expect(shared.map(({ form }) => form)).toStrictEqual([])
  })
})

test.each([
  ['/assignments', 'follows a7', undefined],
  ['/standard', 'following', 'following'],
  ['/standard', 'follows GB/T 43697', 'follow'],
  ['/standard', 'followed topic:data-security', 'follow'],
  ['/standard', 'recorded 20262852-T-469 30', 'record'],
  ['/standard', 'proposals', 'proposals'],
  // A title may begin with such a word.
  ['/standard', 'records management', undefined],
  ['/standard', 'targeted advertising', undefined],
  ['/plan', 'offers', 'offers'],
  ['/plan', 'offered', 'offer'],
  ['/plan', 'g7 closed because so', 'close'],
  ['/plan', '2.3', undefined],
  ['/wg', 'sends reminder', 'send'],
  ['/wg', 'scheduling reminder Mon 09:00', 'schedule'],
  ['/wg', 'WG8', undefined],
  ['/rapporteur', 'heard', 'hear'],
  ['/rapporteur', 'mute off', 'quiet'],
  ['/assignments', 'a7', undefined],
  ['/assignments', 'a7 done', 'done'],
  ['/assignments', 'a7完成', 'done'],
  ['/rapporteur', '请假12月1日', 'away'],
  ['/rapporteur', '请假十二月一日', 'away'],
  ['/rapporteur', '请假明天', 'away'],
  ['/assignments', 'wg8-05完成了', 'done'],
  ['/assignments', 'wg8-05: postponed 2026-12-31', 'extend'],
  // A group's code is no short name, and what follows a short name may be anything.
  ['/assignments', 'WG8 report', undefined],
  ['/assignments', 'a7 overdue', undefined],
])('%s %s goes to %s', (command, typed, verb) => {
  expect(route(slashCommands, command, typed)?.handler.verb).toBe(verb)
})
