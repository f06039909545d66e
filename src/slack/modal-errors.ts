import type { UserError } from '../contract/errors.ts'
import type { Language } from '../domain/language/rules.ts'
import { texts } from '../texts/texts.ts'
import { shorten } from '../views/mrkdwn.ts'
import type { Failure } from './funnel.ts'

type Blocks = readonly { type: string; block_id?: string }[]

/** What a modal shows stays below an input, and is read at a glance. */
const longestValue = 200

/**
 * A failure as a modal shows it, by the input block below which it stands: what concerns no field stands below the
 * first, so that nothing that was typed is lost. Undefined where the modal has no input to put it below.
 */
export function modalErrors(
  failure: Failure,
  blocks: Blocks,
  language: Language,
): Record<string, string> | undefined {
  const inputs = blocks.flatMap(({ type, block_id: id }) =>
    type === 'input' && id !== undefined ? [id] : [],
  )
  const [first] = inputs
  if (first === undefined) return undefined
  if (failure.kind === 'bug') return { [first]: texts(language)('bug', { reference: failure.reference }) }
  if (failure.kind === 'refused') return { [first]: plain(failure.error, language) }
  return Object.fromEntries(
    Object.entries(failure.errors).map(([block, error]) => [
      inputs.includes(block) ? block : first,
      plain(error, language),
    ]),
  )
}

/** Plain text: there is nothing in it that Slack could take for markup. */
function plain({ key, values }: UserError, language: Language): string {
  const brief = Object.entries(values).map(([name, value]) => [
    name,
    typeof value === 'string' ? shorten(value.replace(/\s+/gu, ' '), longestValue) : value,
  ])
  return texts(language)(key, Object.fromEntries(brief))
}
