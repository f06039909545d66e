/**
 * The tables of the first release. What refers to something else in a committee's files is checked at the end of
 * the transaction, for a file may name a group or a member before it describes it; so are e-mail addresses and
 * Slack ids, for two members may exchange theirs. Ids compare byte by byte, whatever the server's language.
 */
export const firstTables = `
create table rapporteur.committees (
  workspace text collate "C" primary key,
  id text not null,
  names jsonb not null,
  short_names jsonb,
  former_names text[] not null,
  zone text not null,
  languages text[] not null,
  channel text
);

create table rapporteur.working_groups (
  workspace text collate "C" not null,
  code text collate "C" not null,
  kind text not null check (kind in ('WG', 'SWG', 'SG', 'TC')),
  names jsonb not null,
  exists_from text,
  exists_until text,
  predecessor text collate "C",
  channel text,
  channel_id text,
  zone text not null,
  language text not null,
  primary key (workspace, code),
  foreign key (workspace, predecessor) references rapporteur.working_groups deferrable initially deferred
);
create index working_groups_channel on rapporteur.working_groups (workspace, channel_id);

create table rapporteur.organisations (
  workspace text collate "C" not null,
  id text collate "C" not null,
  names jsonb not null,
  primary key (workspace, id)
);

create table rapporteur.members (
  workspace text collate "C" not null,
  id text collate "C" not null,
  names jsonb not null,
  organisation text collate "C",
  email text,
  email_key text generated always as (lower(email)) stored,
  slack_id text,
  language text,
  zone text,
  primary key (workspace, id),
  unique (workspace, email_key) deferrable initially deferred,
  unique (workspace, slack_id) deferrable initially deferred,
  foreign key (workspace, organisation) references rapporteur.organisations deferrable initially deferred
);

create table rapporteur.member_roles (
  workspace text collate "C" not null,
  member text collate "C" not null,
  position integer not null,
  role text not null,
  group_code text collate "C",
  held_from date,
  held_until date,
  primary key (workspace, member, position),
  foreign key (workspace, member) references rapporteur.members,
  foreign key (workspace, group_code) references rapporteur.working_groups deferrable initially deferred
);

create table rapporteur.plans (
  workspace text collate "C" not null,
  year integer not null,
  names jsonb not null,
  approved_on date,
  released_on date,
  areas jsonb not null,
  primary key (workspace, year)
);

create sequence rapporteur.changes;

create table rapporteur.standards (
  workspace text collate "C" not null,
  id text collate "C" not null,
  designation text not null,
  other_names text[] not null,
  titles jsonb not null,
  stages text not null check (stages in ('gb', 'iso')),
  stage text not null,
  stage_since text,
  as_of text not null,
  source text not null,
  target_on date,
  group_code text collate "C",
  lead text collate "C",
  effective_on text,
  replaces text[] not null,
  twins jsonb not null,
  topics text[] not null,
  url text,
  history jsonb not null,
  change bigint not null,
  primary key (workspace, id),
  foreign key (workspace, group_code) references rapporteur.working_groups deferrable initially deferred,
  foreign key (workspace, lead) references rapporteur.organisations deferrable initially deferred
);

create index standards_change on rapporteur.standards (workspace, change);

create table rapporteur.stage_moves (
  workspace text collate "C" not null,
  id bigint generated always as identity,
  standard text collate "C" not null,
  from_stage text,
  to_stage text not null,
  moved_on text,
  recorded_at timestamptz not null,
  primary key (workspace, id),
  foreign key (workspace, standard) references rapporteur.standards deferrable initially deferred
);
create index stage_moves_recorded on rapporteur.stage_moves (workspace, recorded_at, id);

create table rapporteur.assignments (
  workspace text collate "C" not null,
  id text collate "C" not null,
  titles jsonb not null,
  group_code text collate "C" not null,
  owner_member text collate "C",
  owner_organisation text collate "C",
  owner_group text collate "C",
  due_on date,
  state text not null check (state in ('open', 'done', 'withdrawn')),
  done_on date,
  standards text[] not null,
  goals text[] not null,
  primary key (workspace, id),
  check (num_nonnulls(owner_member, owner_organisation, owner_group) = 1),
  foreign key (workspace, group_code) references rapporteur.working_groups deferrable initially deferred,
  foreign key (workspace, owner_member) references rapporteur.members deferrable initially deferred,
  foreign key (workspace, owner_organisation) references rapporteur.organisations deferrable initially deferred,
  foreign key (workspace, owner_group) references rapporteur.working_groups deferrable initially deferred
);
create index assignments_group on rapporteur.assignments (workspace, group_code, id);

create table rapporteur.schedules (
  workspace text collate "C" not null,
  group_code text collate "C" not null,
  kind text not null check (kind in ('reminder', 'digest')),
  cron text not null,
  zone text not null,
  active_since timestamptz not null,
  set_by text collate "C",
  primary key (workspace, group_code, kind),
  foreign key (workspace, group_code) references rapporteur.working_groups deferrable initially deferred,
  foreign key (workspace, set_by) references rapporteur.members deferrable initially deferred
);

create table rapporteur.notices (
  workspace text collate "C" not null,
  id text collate "C" not null,
  kind text not null check (kind in ('reminder', 'digest')),
  group_code text collate "C" not null,
  period text not null,
  slot_at timestamptz not null,
  slot_on date not null,
  assignments text[] not null,
  state text not null check (state in ('pending', 'sending', 'sent', 'ambiguous', 'failed', 'withdrawn')),
  reason text,
  attempts integer not null default 0,
  channel_id text,
  ts text,
  sent_at timestamptz,
  revision integer not null default 0,
  shown_revision integer not null default 0,
  due_at timestamptz not null,
  claim text,
  claim_ends_at timestamptz,
  created_at timestamptz not null,
  primary key (workspace, id),
  unique (workspace, kind, group_code, period),
  check ((claim is null) = (claim_ends_at is null)),
  foreign key (workspace, group_code) references rapporteur.working_groups
);
create index notices_to_work_on on rapporteur.notices (workspace, slot_at, id)
  where state in ('pending', 'sending') or (state = 'sent' and revision > shown_revision);
create index notices_newest on rapporteur.notices (workspace, created_at, slot_at, id);

create table rapporteur.acknowledgements (
  workspace text collate "C" not null,
  notice text collate "C" not null,
  member text collate "C" not null,
  slack_id text,
  acknowledged_at timestamptz not null,
  primary key (workspace, notice),
  foreign key (workspace, notice) references rapporteur.notices,
  foreign key (workspace, member) references rapporteur.members
);

create table rapporteur.seen_events (
  workspace text collate "C" not null,
  id text collate "C" not null,
  seen_at timestamptz not null,
  primary key (workspace, id)
);
create index seen_events_age on rapporteur.seen_events (workspace, seen_at);
`
