import type { Size } from './committee.ts'
import type { Verdict } from './judge.ts'

/** So many examples of what was broken are told of each rule. */
const mostExamples = 5

/** What was counted, as a table to read. */
export function report({ seed, months, groups, members }: Size, { checks, figures }: Verdict): string {
  const widest = Math.max(...checks.map(({ what }) => what.length))
  const rows = checks.flatMap(({ what, looked, broken, beside = {} }) => [
    `${what.padEnd(widest)}  ${String(broken.length).padStart(5)}  of ${looked}`,
    ...Object.entries(beside).map(([words, count]) => `    ${words}: ${count}`),
    ...broken.slice(0, mostExamples).map((one) => `    ! ${one}`),
    ...(broken.length > mostExamples ? [`    ! and ${broken.length - mostExamples} more`] : []),
  ])
  const { messagesAPersonAndWeek: messages, askingsAnAssignment: askings, daysFromDueToDone: days } = figures
  const listed = (counts: Record<string, number>) =>
    Object.entries(counts)
      .map(([name, count]) => `${name} ${count}`)
      .join(', ')
  const { given, done, withdrawn, open } = figures.assignments
  return [
    `seed ${seed}: ${months} months, ${groups} groups, ${members} members`,
    '',
    ...rows,
    '',
    `messages in person       ${figures.messagesInPerson}; a person and week: mean ${messages.mean} (${messages.meanWhereAny} where any), p95 ${messages.p95}, most ${messages.most}`,
    `in the groups' channels  ${figures.reminders} reminders, ${figures.digests} digests`,
    `assignments              ${given} given: ${done} done, ${withdrawn} withdrawn, ${open} open`,
    `askings of an assignment mean ${askings.mean}, p95 ${askings.p95}, most ${askings.most} (${listed(figures.askingsByKind)})`,
    `followed by an act       ${figures.followedByAnAct} % of what owners were asked, within a week`,
    `days from due to done    median ${days.median}, p95 ${days.p95}, most ${days.most}; ${days.late} were late`,
    `what people did          ${listed(figures.deeds)}`,
    `not taken by the bot     ${listed(figures.refused)}`,
  ].join('\n')
}
