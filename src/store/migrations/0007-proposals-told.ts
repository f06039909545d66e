/**
 * The secretariat hears of every stage that is proposed, in a message that shows what was decided; whoever proposed it
 * hears that in person, with the reason where it was declined.
 */
export const proposalsTold = `
alter table rapporteur.stage_moves add column decided_why text;

alter table rapporteur.notices
  drop constraint notices_kind_check,
  drop constraint notices_recipient_check;
alter table rapporteur.notices
  add constraint notices_kind_check check (
    kind in (
      'reminder', 'digest', 'reminder-report', 'digest-report', 'decision', 'moves', 'proposal', 'proposal-answer'
    )
  ),
  add constraint notices_recipient_check check (
    (group_code is not null) = (kind in ('reminder', 'digest'))
    and (member is not null) = (kind in ('moves', 'proposal-answer'))
  );
`
