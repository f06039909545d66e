/** Groups whose items their own members alone see. */
export const closedGroups = `
alter table rapporteur.working_groups add column is_closed boolean not null default false;
alter table rapporteur.working_groups alter column is_closed drop default;
`
