/** What the secretariat keeps from being said on a day. */
export const beforeAndAfter = `
create table rapporteur.holds (
  workspace text collate "C" not null,
  id bigint generated always as identity,
  kind text not null check (kind in ('reminder', 'digest', 'asks')),
  -- A group's code, a member's id, or * for everything of the kind.
  recipient text collate "C" not null,
  day date not null,
  by_member text collate "C",
  held_at timestamptz not null,
  why text,
  released_at timestamptz,
  released_by text collate "C",
  primary key (workspace, id),
  foreign key (workspace, by_member) references rapporteur.members,
  foreign key (workspace, released_by) references rapporteur.members
);
create unique index holds_in_force on rapporteur.holds (workspace, day, kind, recipient) where released_at is null;
`
