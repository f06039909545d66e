/** A goal that is carried on keeps how many assignments below it were done by then. */
export const owedAtTheEnd = `
alter table rapporteur.goals add column owed_at_end jsonb;
`
