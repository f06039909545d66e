/**
 * Assignments are found by whoever owes them and by when: a committee has a million, of which a person asks for a
 * handful. The open ones are few beside those that are done, and the digest asks for what was done of late.
 */
export const askedByOwner = `
drop index rapporteur.assignments_group;
create index assignments_open_of_member on rapporteur.assignments (workspace, owner_member, due_on, id)
  where state = 'open' and owner_member is not null;
create index assignments_open_of_organisation on rapporteur.assignments (workspace, owner_organisation, due_on, id)
  where state = 'open' and owner_organisation is not null;
create index assignments_open_in_group on rapporteur.assignments (workspace, group_code, due_on, id)
  where state = 'open';
create index assignments_open on rapporteur.assignments (workspace, due_on, id) where state = 'open';
create index assignments_done_in_group on rapporteur.assignments (workspace, group_code, done_on)
  where state = 'done';
`
