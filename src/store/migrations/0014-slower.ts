/** What a group or a member hears more rarely, or not at all. */
export const slower = `
alter table rapporteur.schedules
  -- Only every so many weeks, counted from the one that begins on that Monday.
  add column every_weeks smallint check (every_weeks between 2 and 4),
  add column weeks_from date,
  add column is_off boolean not null default false,
  add check ((every_weeks is null) = (weeks_from is null));
alter table rapporteur.hearing
  -- The moves of what one follows; null: at once.
  add column moves text check (moves in ('weekly', 'off'));
-- What a whole group owes is owed by whoever answers for it.
create index assignments_open_of_group on rapporteur.assignments (workspace, owner_group, due_on, id)
  where state = 'open' and owner_group is not null;
`
