-- What is told of a touchpoint in one round for one occasion (N1), and in which mail. At any time it is one of three: waiting
-- (reminder_id and left_out are null), in a mail (left_out is null), or left out, for the reason given; reminder_id then names
-- the mail it was taken out of. tell_from and due_at are by the domain's clock.
create table announcement (
  workspace_id   text        not null,
  id             uuid        not null,
  touchpoint_id  uuid        not null,
  round          int         not null,
  occasion       text        not null,
  kind           text        not null,
  channel        text        not null,
  contact_id     uuid        not null,
  rep_id         uuid        not null,               -- whom it is told to: of an escalation the manager
  due_at         timestamptz not null,
  due            jsonb,                              -- the TouchpointDue; null once the contact is erased
  owed_since     timestamptz,                        -- since when the reply is owed that an escalation tells of, else null
  tell_from      timestamptz not null,               -- not told before
  by_digest      boolean     not null default false, -- waits for a digest, whatever else would take it
  reminder_id    uuid,
  left_out       text,
  traceparent    text,
  created_at     timestamptz not null default clock_timestamp(),
  primary key (workspace_id, id),
  check (left_out in ('FINISHED', 'SUPERSEDED', 'ERASED', 'DO_NOT_CONTACT', 'TOO_LATE', 'PREFERENCE'))
);

-- The policies are forced on the owner too: without lifting that, it would find no row.
alter table reminder no force row level security;
alter table rep no force row level security;
alter table touchpoint no force row level security;

insert into announcement (workspace_id, id, touchpoint_id, round, occasion, kind, channel, contact_id, rep_id, due_at, due,
                          owed_since, tell_from, reminder_id, left_out, traceparent, created_at)
select r.workspace_id, r.id, r.touchpoint_id, r.round, r.occasion, r.kind, r.channel, r.contact_id, r.rep_id, r.due_at, r.due,
       r.owed_since, case when r.send_from = '-infinity' then r.due_at else r.send_from end,
       case when r.state <> 'PENDING' then r.id end,
       case when r.state <> 'CANCELLED' then null
            when r.due is null then 'ERASED'
            when r.round <= t.finished_round then 'FINISHED'
            when r.round < t.due_round then 'SUPERSEDED'
            when r.occasion = 'WARNING' then 'TOO_LATE'
            else 'DO_NOT_CONTACT' end,
       r.traceparent, r.created_at
  from reminder r left join touchpoint t on t.workspace_id = r.workspace_id and t.id = r.touchpoint_id;

-- What no sender has tried is gathered anew.
delete from reminder where state = 'PENDING';

-- A mail. Not gathered: a digest or a manager's week that waits for its hour.
alter table reminder
  drop column touchpoint_id,
  drop column round,
  drop column kind,
  drop column channel,
  drop column contact_id,
  drop column due_at,
  drop column due,
  drop column owed_since,
  alter column send_from drop default,
  add column gathered  boolean not null default true,
  add column day       date,   -- the rep's local date; null but for a digest and a manager's week
  add column told      jsonb;  -- the DayBegun or TeamWeekBegun; null but for these

-- The topic of reps is read again, for whose manager is who.
alter table rep add column manager_id uuid;
update rep set version = 0;
update consumer_offset set next_offset = 0 where topic = 'reps';

alter table reminder force row level security;
alter table rep force row level security;
alter table touchpoint force row level security;

-- How a rep wants their mails; without a row as by default.
create table preference (
  workspace_id  text        not null,
  rep_id        uuid        not null,
  mails         text        not null,
  team_digest   boolean     not null,
  changed_at    timestamptz not null,
  changed_by    text        not null,
  primary key (workspace_id, rep_id),
  check (mails in ('DIGEST', 'EACH', 'BOTH', 'REPLIES_ONLY'))
);

-- How far a contact and we have come (S1), as of its version.
create table connection (
  workspace_id  text   not null,
  contact_id    uuid   not null,
  version       bigint not null,
  stage         text   not null,
  primary key (workspace_id, contact_id)
);

create index announcement_to_gather on announcement (tell_from)
  where reminder_id is null and left_out is null and not by_digest;
create index announcement_waiting_of_rep on announcement (workspace_id, rep_id)
  where reminder_id is null and left_out is null;
create index announcement_waiting on announcement (workspace_id, created_at, id)
  where reminder_id is null and left_out is null;
create index announcement_left_out on announcement (workspace_id, created_at, id) where left_out is not null;
create index announcement_of_reminder on announcement (workspace_id, reminder_id);
create index announcement_of_touchpoint on announcement (workspace_id, touchpoint_id);
create index announcement_newest on announcement (workspace_id, created_at, id);
create index announcement_of_rep on announcement (workspace_id, rep_id, created_at, id);
create index announcement_of_contact on announcement (workspace_id, contact_id, created_at, id);

drop index reminder_to_send;
create index reminder_to_send on reminder (send_from, next_attempt_at)
  where gathered and state in ('PENDING', 'RETRYING', 'UNKNOWN');
create index reminder_to_gather on reminder (send_from) where not gathered and state = 'PENDING';
create index reminder_unsent_of_rep on reminder (workspace_id, rep_id) where state in ('PENDING', 'RETRYING');
create index reminder_of_rep_by_hour on reminder (workspace_id, rep_id, send_from);
create index reminder_of_occasion on reminder (workspace_id, occasion, created_at, id);
create index rep_of_manager on rep (workspace_id, manager_id) where manager_id is not null;
