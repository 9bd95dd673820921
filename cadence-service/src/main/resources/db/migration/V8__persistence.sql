-- How far each enrollment came, derived at each re-plan: what "where we give up" adds up. No id of the person.
create table persistence (
  workspace_id   text not null,
  enrollment_id  uuid not null,
  rep_id         uuid,              -- the owner; of one that ended, the owner at its end
  cadence_id     uuid not null,
  purpose        text not null,
  started_on     date not null,     -- in the owner's zone (T1)
  touches        smallint not null, -- steps done
  replied_after  smallint,          -- so many touches before their first word; null: none yet
  end_reason     text,
  late_2         smallint not null, -- of the touches, those done one or two working days after they were due,
  late_5         smallint not null, -- three to five,
  late_10        smallint not null, -- six to ten,
  later          smallint not null, -- more
  owed_open      smallint not null, -- answers that are owed still,
  owed_1         smallint not null, -- that were owed for an hour at most,
  owed_4         smallint not null, -- for four,
  owed_24        smallint not null, -- a day,
  owed_72        smallint not null, -- three days,
  owed_longer    smallint not null, -- longer
  primary key (workspace_id, enrollment_id)
);
-- All that a report reads, so that it reads no table.
create index persistence_by_start on persistence (workspace_id, started_on)
  include (rep_id, cadence_id, purpose, touches, replied_after, end_reason, late_2, late_5, late_10, later, owed_open,
           owed_1, owed_4, owed_24, owed_72, owed_longer);

-- The policies are forced on the owner too: without lifting that, it would find no row.
alter table enrollment no force row level security;
alter table replan_request no force row level security;
insert into replan_request
select distinct workspace_id, contact_id from enrollment
on conflict do nothing;
alter table replan_request force row level security;
alter table enrollment force row level security;
