import type { App } from '../app.ts'
import type { AuditAbout, AuditAsked } from '../domain/audit/query.ts'
import type { AuditSubject } from '../domain/audit/rules.ts'
import { type Day, isDay } from '../domain/calendar/day.ts'
import { OperatorError } from './operator-error.ts'
import { memberMeant } from './who.ts'

/** What the operator asks the audit for, as they say it. */
export type AuditWords = {
  of?: string | undefined
  by?: string | undefined
  since?: Day | undefined
  until?: Day | undefined
  kind?: AuditSubject['kind'] | undefined
}

/** @throws OperatorError where one is no day of the calendar, or the span ends before it begins */
export function checkSpan(since: string | undefined, until: string | undefined): void {
  for (const day of [since, until])
    if (day !== undefined && !isDay(day)) throw new OperatorError(`"${day}" is no day such as 2026-11-30`)
  if (since !== undefined && until !== undefined && until < since)
    throw new OperatorError(`--until ${until} lies before --since ${since}`)
}

/** @throws OperatorError for what is not known, or may be several */
export async function auditAsked(app: App, { of, by, since, until, kind }: AuditWords): Promise<AuditAsked> {
  return {
    ...(of !== undefined && { about: await aboutMeant(app, of.trim()) }),
    ...(by !== undefined && { by: await doerMeant(app, by.trim()) }),
    ...(since !== undefined && { since }),
    ...(until !== undefined && { until }),
    ...(kind !== undefined && { kind }),
  }
}

async function doerMeant(app: App, who: string): Promise<NonNullable<AuditAsked['by']>> {
  return who.toLowerCase() === 'operator' ? 'operator' : { member: (await memberMeant(app, who)).id }
}

/** Short names first: they can't be mistaken. */
async function aboutMeant(app: App, what: string): Promise<AuditAbout> {
  const id = what.toLowerCase()
  const one = (kind: AuditSubject['kind'], id: string): AuditAbout => ({ subjects: [{ kind, id }] })
  if ((await app.assignments.byId(id)) !== undefined) return one('assignment', id)
  if ((await app.goals.byId(id)) !== undefined) return one('goal', id)
  if ((await app.work.byId(id)) !== undefined) return one('work', id)
  const group = await app.groups.called(what)
  if (group !== undefined) return { group: group.code, behalf: { kind: 'group', id: group.code } }
  if (/^\d{4}$/.test(what)) return one('plan', what)
  const [day = '', ofGroup] = what.split('/')
  if (isDay(day)) return one('marked-day', ofGroup === undefined ? day : `${day}/${ofGroup.toUpperCase()}`)
  const committee = await app.committees.get()
  if (id === 'committee' || what === committee?.id) return one('committee', committee?.id ?? what)
  const members = await app.members.called(what)
  if (members.length > 0) {
    const { id } = await memberMeant(app, what)
    return { ...one('member', id), member: id, behalf: { kind: 'member', id } }
  }
  const body = await app.members.organisationCalled(what)
  if (body !== undefined)
    return { ...one('organisation', body.id), behalf: { kind: 'organisation', id: body.id } }
  const [notice, ...others] = id.length < shortestNotice ? [] : await app.decisions.startingWith(id)
  if (notice !== undefined && others.length === 0) return one('notice', notice.id)
  return one('standard', await standardMeant(app, what))
}

/** Fewer characters of a notice's id might begin the name of something else. */
const shortestNotice = 4

async function standardMeant(app: App, what: string): Promise<string> {
  const found = await app.standards.find(what)
  if (found.kind === 'one') return found.card.standard.id
  const near = found.kind === 'many' ? found.standards : found.guesses
  const names = near.slice(0, 5).map(({ designation }) => designation)
  const perhaps = names.length === 0 ? '' : `: ${names.join(', ')}`
  throw new OperatorError(
    found.kind === 'many'
      ? `"${what}" may be ${found.total} standards${perhaps}; say which`
      : `nothing on record is called "${what}"${names.length === 0 ? '' : `; near it are${perhaps.slice(1)}`}; give a name such as a7, g3, w2, WG8, 2026, 2026-10-01, GB/T 43697, or a member's`,
  )
}
