/**
 * A standard over its life: the project that its records belong to, the days from which its clocks run, and a journal
 * of stage moves in which a correction is an entry of its own and a convenor's word waits for the secretariat's.
 * Target dates and extensions keep every change with its reason.
 */
export const overItsLife = `
alter table rapporteur.standards
  drop constraint standards_stages_check,
  add constraint standards_stages_check check (stages in ('gb', 'iso', 'ietf', 'cen')),
  add column project text,
  add column planned_on text,
  add column extended_to date,
  add column published_on text,
  add column fast boolean not null default false;

alter table rapporteur.stage_moves
  add column kind text not null default 'move' check (kind in ('move', 'correction')),
  add column state text not null default 'accepted' check (state in ('accepted', 'proposed', 'declined')),
  add column member text collate "C",
  add column why text,
  add column source text,
  add column corrects bigint,
  add column decided_by text collate "C",
  add column decided_at timestamptz,
  add column told_at timestamptz generated always as (coalesce(decided_at, recorded_at)) stored,
  add constraint stage_moves_member foreign key (workspace, member) references rapporteur.members,
  add constraint stage_moves_decided_by foreign key (workspace, decided_by) references rapporteur.members,
  add constraint stage_moves_corrects foreign key (workspace, corrects) references rapporteur.stage_moves;
drop index rapporteur.stage_moves_recorded;
create index stage_moves_told on rapporteur.stage_moves (workspace, told_at, id) where state = 'accepted';
create index stage_moves_proposed on rapporteur.stage_moves (workspace, id) where state = 'proposed';
create index stage_moves_standard on rapporteur.stage_moves (workspace, standard, id);

create table rapporteur.target_changes (
  workspace text collate "C" not null,
  id bigint generated always as identity,
  standard text collate "C" not null,
  from_on date,
  to_on date,
  why text,
  member text collate "C",
  recorded_at timestamptz not null,
  primary key (workspace, id),
  foreign key (workspace, standard) references rapporteur.standards deferrable initially deferred,
  foreign key (workspace, member) references rapporteur.members
);
create index target_changes_standard on rapporteur.target_changes (workspace, standard, id);

create table rapporteur.extensions (
  workspace text collate "C" not null,
  id bigint generated always as identity,
  standard text collate "C" not null,
  asked_on date not null,
  until_on date not null,
  why text,
  member text collate "C",
  recorded_at timestamptz not null,
  primary key (workspace, id),
  foreign key (workspace, standard) references rapporteur.standards deferrable initially deferred,
  foreign key (workspace, member) references rapporteur.members
);
create index extensions_standard on rapporteur.extensions (workspace, standard, id);
`
