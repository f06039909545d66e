/** Whose working days a committee and each of its groups go by. */
export const workingCalendars = `
alter table rapporteur.committees add column calendar text;
alter table rapporteur.working_groups add column calendar text;
`
