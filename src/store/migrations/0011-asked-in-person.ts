/**
 * What asking people rests on: days that the secretary marks, who is away and who stands in, reminders that were put
 * off, and at which hours and how often somebody wants to hear. The distances of asking are the committee's own.
 */
export const askedInPerson = `
alter table rapporteur.committees add column asking jsonb not null default '{}';
alter table rapporteur.committees alter column asking drop default;

alter table rapporteur.members add column slack_zone text;

create table rapporteur.marked_days (
  workspace text collate "C" not null,
  -- Empty for the whole committee.
  group_code text collate "C" not null,
  day date not null,
  is_worked boolean not null,
  why text,
  by_member text collate "C",
  marked_at timestamptz not null,
  primary key (workspace, group_code, day),
  foreign key (workspace, by_member) references rapporteur.members
);

create table rapporteur.absences (
  workspace text collate "C" not null,
  id text collate "C" not null,
  member text collate "C" not null,
  from_on date not null,
  until_on date not null,
  stand_in text collate "C",
  made_at timestamptz not null,
  primary key (workspace, id),
  check (from_on <= until_on),
  check (stand_in <> member),
  foreign key (workspace, member) references rapporteur.members,
  foreign key (workspace, stand_in) references rapporteur.members
);
create index absences_until on rapporteur.absences (workspace, until_on);

create table rapporteur.snoozes (
  workspace text collate "C" not null,
  id bigint generated always as identity,
  notice text collate "C" not null,
  until_on date not null,
  member text collate "C" not null,
  snoozed_at timestamptz not null,
  primary key (workspace, id),
  foreign key (workspace, notice) references rapporteur.notices,
  foreign key (workspace, member) references rapporteur.members
);
create index snoozes_notice on rapporteur.snoozes (workspace, notice, id);

create table rapporteur.hearing (
  workspace text collate "C" not null,
  member text collate "C" not null,
  quiet_from text,
  quiet_until text,
  per_week integer,
  primary key (workspace, member),
  check ((quiet_from is null) = (quiet_until is null)),
  foreign key (workspace, member) references rapporteur.members
);

alter table rapporteur.notices
  drop constraint notices_kind_check,
  drop constraint notices_recipient_check,
  add constraint notices_kind_check check (
    kind in (
      'reminder', 'digest', 'reminder-report', 'digest-report', 'decision', 'moves', 'proposal', 'proposal-answer',
      'offer', 'offer-answers', 'goals', 'goal-news', 'asks', 'unanswered', 'days-unknown'
    )
  ),
  add constraint notices_recipient_check check (
    (group_code is not null) = (kind in ('reminder', 'digest', 'goals'))
    and (member is not null) = (kind in ('moves', 'proposal-answer', 'offer', 'goal-news', 'asks'))
  );
alter table rapporteur.notices add column about jsonb;
create index notices_asks on rapporteur.notices (workspace, member, sent_at) where kind in ('asks', 'unanswered');
create index notices_naming on rapporteur.notices (workspace, sent_at)
  where state = 'sent' and kind in ('reminder', 'asks');
`
