/**
 * Members follow standards and topics, and hear in person of what moves: who is to hear of which move is settled once,
 * and written down before anything is said. What was accepted before anybody could follow is told to nobody.
 */
export const watching = `
create table rapporteur.follows (
  workspace text collate "C" not null,
  member text collate "C" not null,
  kind text not null check (kind in ('standard', 'topic')),
  value text collate "C" not null,
  since timestamptz not null,
  language text not null,
  primary key (workspace, member, kind, value),
  foreign key (workspace, member) references rapporteur.members
);

alter table rapporteur.stage_moves add column distributed boolean not null default false;
update rapporteur.stage_moves set distributed = true where state = 'accepted';
create index stage_moves_undistributed on rapporteur.stage_moves (workspace, told_at, id)
  where state = 'accepted' and not distributed;

alter table rapporteur.notices
  drop constraint notices_kind_check,
  drop constraint notices_recipient_check,
  drop constraint notices_key,
  drop column recipient,
  add column member text collate "C";
alter table rapporteur.notices
  add column recipient text collate "C"
    generated always as (coalesce(group_code, 'member ' || member, '')) stored,
  add constraint notices_kind_check
    check (kind in ('reminder', 'digest', 'reminder-report', 'digest-report', 'decision', 'moves')),
  add constraint notices_recipient_check check (
    (group_code is not null) = (kind in ('reminder', 'digest')) and (member is not null) = (kind = 'moves')
  ),
  add constraint notices_key unique (workspace, kind, recipient, period),
  add constraint notices_member foreign key (workspace, member) references rapporteur.members;
create index notices_of_member on rapporteur.notices (workspace, member, created_at) where member is not null;

create table rapporteur.told_moves (
  workspace text collate "C" not null,
  member text collate "C" not null,
  move bigint not null,
  notice text collate "C" not null,
  primary key (workspace, member, move),
  foreign key (workspace, member) references rapporteur.members,
  foreign key (workspace, move) references rapporteur.stage_moves,
  foreign key (workspace, notice) references rapporteur.notices
);
create index told_moves_notice on rapporteur.told_moves (workspace, notice, move);
`
