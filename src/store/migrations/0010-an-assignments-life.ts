/**
 * What became of an assignment since its owner has it; and every change on record, which is kept as it was written:
 * nobody changes or takes away what an entry says.
 */
export const anAssignmentsLife = `
alter table rapporteur.assignments add column life jsonb not null default '{}';
alter table rapporteur.assignments alter column life drop default;

create table rapporteur.audit (
  workspace text collate "C" not null,
  id bigint generated always as identity,
  subject_kind text not null,
  subject text collate "C" not null,
  what text not null,
  by_member text collate "C",
  behalf jsonb,
  via text not null,
  request text,
  before jsonb not null,
  after jsonb not null,
  note text,
  at timestamptz not null,
  primary key (workspace, id),
  foreign key (workspace, by_member) references rapporteur.members
);
create index audit_subject on rapporteur.audit (workspace, subject_kind, subject, id);
create unique index audit_request on rapporteur.audit (workspace, subject_kind, subject, request)
  where request is not null;

create function rapporteur.keep_entry() returns trigger language plpgsql as $$
begin
  raise exception 'an entry of the audit is never changed';
end $$;
create trigger audit_stays before update or delete or truncate on rapporteur.audit
  for each statement execute function rapporteur.keep_entry();
`
