/**
 * What it takes to say a thing once, whatever happens: notices for the secretariat, the moment until which an attempt
 * may still be carried out, decisions of people, and a pace that all processes share. What was left in `sending` by
 * the former version is uncertain from now on.
 */
export const saidOnce = `
alter table rapporteur.committees add column channel_id text;

alter table rapporteur.notices
  drop constraint notices_workspace_kind_group_code_period_key,
  drop constraint notices_kind_check,
  alter column group_code drop not null,
  add column recipient text collate "C" generated always as (coalesce(group_code, '')) stored,
  add column uncertain_since timestamptz,
  add column may_repeat boolean not null default false,
  add column spoke_at timestamptz,
  add column strays text[] not null default '{}',
  add constraint notices_kind_check
    check (kind in ('reminder', 'digest', 'reminder-report', 'digest-report', 'decision')),
  add constraint notices_recipient_check check ((group_code is not null) = (kind in ('reminder', 'digest'))),
  add constraint notices_key unique (workspace, kind, recipient, period);
drop index rapporteur.notices_to_work_on;
create index notices_to_work_on on rapporteur.notices (workspace, slot_at, id)
  where state in ('pending', 'sending')
    or (state = 'sent' and (revision > shown_revision or cardinality(strays) > 0));
create index notices_run on rapporteur.notices (workspace, kind, slot_on);
create index notices_spoken on rapporteur.notices (workspace, spoke_at);

create table rapporteur.decisions (
  workspace text collate "C" not null,
  id bigint generated always as identity,
  notice text collate "C" not null,
  word text not null check (word in ('retry', 'keep', 'drop')),
  member text collate "C",
  why text,
  decided_at timestamptz not null,
  primary key (workspace, id),
  foreign key (workspace, notice) references rapporteur.notices,
  foreign key (workspace, member) references rapporteur.members
);
create index decisions_notice on rapporteur.decisions (workspace, notice, id);

create table rapporteur.paces (
  workspace text collate "C" not null,
  method text collate "C" not null,
  free_at timestamptz,
  held_until timestamptz,
  why text,
  failures integer not null default 0,
  primary key (workspace, method)
);
`
