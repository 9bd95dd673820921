-- Since when a contact has no next touch; null: it has one (principle 7). The policies are forced on the owner too: without
-- lifting that, the owner would find no row to fill it in.
alter table connection add column unseen_since timestamptz;
alter table connection no force row level security;
alter table plan no force row level security;
update connection k
   set unseen_since = coalesce(
         (select p.ended_at from plan p where p.workspace_id = k.workspace_id and p.contact_id = k.contact_id), now())
 where next_touch_on is null;
alter table plan force row level security;
alter table connection force row level security;
create index connection_unseen
  on connection (workspace_id, (why_none <> 'NOBODY_TO_ANSWER'), unseen_since, contact_id)
  where unseen_since is not null and why_none <> 'DO_NOT_CONTACT';
create index connection_unseen_because on connection (workspace_id, why_none, unseen_since, contact_id)
  where unseen_since is not null;

-- The clock of a reply owed whose end was told (N3): when it had started, so that each is told of once.
alter table touchpoint add column overdue_told_for timestamptz;
create index touchpoint_reply_clock on touchpoint (answer_by)
  where kind = 'REPLY_OWED' and state = 'DUE' and overdue_told_for is distinct from owed_since;
