/**
 * A plan's areas hold points, word for word; goals, pieces of work and assignments hang on them, many to many. What was
 * a goal of the committee's file so far was both, so it becomes a point with one goal, which its groups have.
 */
export const fromSentenceToAssignment = `
create table rapporteur.goals (
  workspace text collate "C" not null,
  id text collate "C" not null,
  made bigint generated always as identity,
  year integer not null,
  texts jsonb not null,
  points text[] not null,
  kinds text[] not null,
  due_on date,
  state text not null check (state in ('open', 'closed', 'dropped', 'carried')),
  share_at_end double precision,
  parts_at_end jsonb,
  former jsonb,
  carried_from text collate "C",
  touched boolean not null,
  primary key (workspace, id),
  foreign key (workspace, year) references rapporteur.plans deferrable initially deferred
);
create index goals_year on rapporteur.goals (workspace, year, made);

create table rapporteur.goal_offers (
  workspace text collate "C" not null,
  id text collate "C" not null,
  year integer not null,
  group_code text collate "C" not null,
  offered_at timestamptz not null,
  by_member text collate "C",
  primary key (workspace, id),
  foreign key (workspace, group_code) references rapporteur.working_groups,
  foreign key (workspace, by_member) references rapporteur.members
);
create index goal_offers_year on rapporteur.goal_offers (workspace, year, offered_at);

create table rapporteur.goal_groups (
  workspace text collate "C" not null,
  goal text collate "C" not null,
  group_code text collate "C" not null,
  position integer not null,
  state text not null
    check (state in ('draft', 'offered', 'accepted', 'change-asked', 'declined', 'withdrawn')),
  offer text collate "C",
  answered_at timestamptz,
  by_member text collate "C",
  why text,
  primary key (workspace, goal, group_code),
  foreign key (workspace, goal) references rapporteur.goals on delete cascade,
  foreign key (workspace, group_code) references rapporteur.working_groups deferrable initially deferred,
  foreign key (workspace, offer) references rapporteur.goal_offers,
  foreign key (workspace, by_member) references rapporteur.members
);

create table rapporteur.work_items (
  workspace text collate "C" not null,
  id text collate "C" not null,
  made bigint generated always as identity,
  titles jsonb not null,
  kind text not null,
  goals text[] not null,
  group_code text collate "C" not null,
  lead text collate "C",
  standards text[] not null,
  topics text[] not null,
  starts_on date,
  due_on date,
  steps jsonb not null,
  planned jsonb not null,
  evidence jsonb not null,
  outcome text,
  state text not null check (state in ('open', 'done', 'dropped')),
  done_on date,
  primary key (workspace, id),
  foreign key (workspace, group_code) references rapporteur.working_groups deferrable initially deferred,
  foreign key (workspace, lead) references rapporteur.organisations deferrable initially deferred
);

create table rapporteur.plan_changes (
  workspace text collate "C" not null,
  id bigint generated always as identity,
  year integer not null,
  kind text not null,
  subject text not null,
  before jsonb,
  after jsonb,
  fields jsonb,
  why text,
  touched text[] not null,
  by_member text collate "C",
  changed_at timestamptz not null,
  primary key (workspace, id),
  foreign key (workspace, by_member) references rapporteur.members
);
create index plan_changes_year on rapporteur.plan_changes (workspace, year, id);

create table rapporteur.told_changes (
  workspace text collate "C" not null,
  notice text collate "C" not null,
  change bigint not null,
  primary key (workspace, notice, change),
  foreign key (workspace, notice) references rapporteur.notices,
  foreign key (workspace, change) references rapporteur.plan_changes
);

create table rapporteur.plan_drafts (
  workspace text collate "C" not null,
  id text collate "C" not null,
  plan jsonb not null,
  left_out integer not null,
  revision integer not null,
  state text not null check (state in ('open', 'taken', 'cancelled')),
  made_at timestamptz not null,
  by_member text collate "C",
  primary key (workspace, id),
  foreign key (workspace, by_member) references rapporteur.members
);

alter table rapporteur.assignments
  add column items text[] not null default '{}',
  add column evidence text;
alter table rapporteur.assignments alter column items drop default;
create index assignments_of_plans on rapporteur.assignments (workspace, id)
  where cardinality(items) > 0 or cardinality(goals) > 0;

alter table rapporteur.working_groups add column scope text[];
alter table rapporteur.committees add column kinds jsonb;
alter table rapporteur.plans add column document jsonb;

alter table rapporteur.notices
  drop constraint notices_kind_check,
  drop constraint notices_recipient_check;
alter table rapporteur.notices
  add constraint notices_kind_check check (
    kind in (
      'reminder', 'digest', 'reminder-report', 'digest-report', 'decision', 'moves', 'proposal', 'proposal-answer',
      'offer', 'offer-answers', 'goals', 'goal-news'
    )
  ),
  add constraint notices_recipient_check check (
    (group_code is not null) = (kind in ('reminder', 'digest', 'goals'))
    and (member is not null) = (kind in ('moves', 'proposal-answer', 'offer', 'goal-news'))
  );

-- A file that was made into the next year's names its goals as the old one did: they are the newest year's.
create temporary table former_goals on commit drop as
select distinct on (plan.workspace, goal.value ->> 'id')
  plan.workspace, goal.value ->> 'id' as id, plan.year, area.ordinality as area, goal.ordinality as place,
  plan.year || '-' || (area.value ->> 'number') || '.' || goal.ordinality as point,
  goal.value -> 'texts' as texts, goal.value -> 'groups' as groups
from rapporteur.plans plan,
  jsonb_array_elements(plan.areas) with ordinality area,
  jsonb_array_elements(area.value -> 'goals') with ordinality goal
order by plan.workspace, goal.value ->> 'id', plan.year desc, area.ordinality, goal.ordinality;

insert into rapporteur.goals (workspace, id, year, texts, points, kinds, state, touched)
select workspace, id, year, texts, array[point], '{}', 'open', false
from former_goals order by year, area, place;

insert into rapporteur.goal_groups (workspace, goal, group_code, position, state)
select distinct on (goal.workspace, goal.id, code.value)
  goal.workspace, goal.id, code.value, code.ordinality - 1, 'accepted'
from former_goals goal, jsonb_array_elements_text(goal.groups) with ordinality code
order by goal.workspace, goal.id, code.value, code.ordinality;

update rapporteur.plans plan set areas = (
  select coalesce(jsonb_agg(
    (area.value - 'goals') || jsonb_build_object('points', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'id', plan.year || '-' || (area.value ->> 'number') || '.' || goal.ordinality,
        'number', (area.value ->> 'number') || '.' || goal.ordinality,
        'texts', goal.value -> 'texts'
      ) order by goal.ordinality), '[]')
      from jsonb_array_elements(area.value -> 'goals') with ordinality goal
    )) order by area.ordinality
  ), '[]')
  from jsonb_array_elements(plan.areas) with ordinality area
);
`
