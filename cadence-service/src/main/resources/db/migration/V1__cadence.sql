-- What we keep of other services' state to do our own work; no foreign keys, for topics are not ordered among each other.
create table contact (
  workspace_id           text not null,
  id                     uuid not null,
  version                bigint not null,
  name                   text not null,
  company                text,
  owner_id               uuid,
  do_not_contact         boolean not null,
  do_not_contact_because uuid,
  lifted_at              timestamptz,
  first_owned_at         timestamptz, -- when, and by which version, it was first seen with an owner: enrolled then, once ever
  first_owned_version    bigint,
  primary key (workspace_id, id)
);
create index contact_by_owner on contact (workspace_id, owner_id);

create table rep (
  workspace_id        text not null,
  id                  uuid not null,
  version             bigint not null,
  state               jsonb not null,
  current_day         date,        -- the last day that began, and when its hours end
  current_day_ends_at timestamptz,
  next_day            date,        -- the next that will, and when
  next_day_begins_at  timestamptz,
  primary key (workspace_id, id)
);
create index rep_by_next_day on rep (next_day_begins_at);

create table interaction (
  workspace_id  text not null,
  id            uuid not null,
  version       bigint not null,
  removed       boolean not null,
  contact_id    uuid not null,
  rep_id        uuid,
  direction     text not null,
  channel       text not null,
  outcome       text not null,
  occurred_at   timestamptz not null,
  recorded_at   timestamptz,
  touchpoint_id uuid,
  revisit_on    date,
  return_on     date,
  meeting_on    date,
  primary key (workspace_id, id)
);
create index interaction_by_contact on interaction (workspace_id, contact_id);

-- Our own facts.
create table cadence (
  workspace_id text not null,
  id           uuid not null,
  version      int not null,
  name         text not null,
  purpose      text not null,
  steps        jsonb not null,
  primary key (workspace_id, id, version)
);

create table enrollment (
  workspace_id    text not null,
  id              uuid not null,
  contact_id      uuid not null,
  cadence_id      uuid not null,
  cadence_version int not null,
  started_at      timestamptz not null,
  follow_on       boolean not null default false, -- started by itself: derived, and ends with its cause (P11)
  end_reason      text,                           -- derived too
  ended_at        timestamptz,
  primary key (workspace_id, id)
);
create index enrollment_by_contact on enrollment (workspace_id, contact_id, started_at);

create table decision (
  workspace_id  text not null,
  id            uuid not null,
  contact_id    uuid not null,
  touchpoint_id uuid,
  kind          text not null,
  decided_at    timestamptz not null,
  decided_by    text not null,
  due_on        date,
  until         date,
  reason        text,
  primary key (workspace_id, id)
);
create index decision_by_contact on decision (workspace_id, contact_id);

-- What the levelling of a rep's day did (P5): found a place, or none.
create table release (
  workspace_id  text not null,
  touchpoint_id uuid not null,
  released_on   date not null,
  contact_id    uuid not null,
  rep_id        uuid not null,
  released_at   timestamptz not null,
  basis         text, -- what the date counted from: while that is the same, what is due stays due (T1)
  primary key (workspace_id, touchpoint_id, released_on)
);
create index release_by_contact on release (workspace_id, contact_id);

create table passed_over (
  workspace_id  text not null,
  touchpoint_id uuid not null,
  day           date not null,
  contact_id    uuid not null,
  rep_id        uuid not null,
  primary key (workspace_id, touchpoint_id, day)
);
create index passed_over_by_contact on passed_over (workspace_id, contact_id);

create table rep_day (
  workspace_id text not null,
  rep_id       uuid not null,
  day          date not null,
  capacity     int not null,
  used         int not null,
  began_at     timestamptz not null,
  primary key (workspace_id, rep_id, day)
);

-- Derived from the facts at each re-plan.
create table plan (
  workspace_id   text not null,
  contact_id     uuid not null,
  version        bigint not null,
  enrollment_id  uuid,
  owner_id       uuid,
  state          text,
  waiting_for    text,
  end_reason     text,
  ended_at       timestamptz,
  last_theirs_at timestamptz,
  traceparent    text, -- of what last changed it, for what becomes due later
  primary key (workspace_id, contact_id)
);
create index plan_waiting_by_owner on plan (workspace_id, owner_id) where waiting_for is not null;

create table touchpoint (
  workspace_id  text not null,
  id            uuid not null,
  contact_id    uuid not null,
  enrollment_id uuid,
  owner_id      uuid,
  step          int,
  kind          text not null,
  state         text not null,
  channel       text not null,
  intent        text not null,
  guidance      text not null,
  due_on        date,
  planned_on    date,
  reasons       jsonb not null,
  next          boolean not null, -- the one to release: the enrollment's earliest open step while nothing is waited for
  round         int not null,     -- how often it became due (N1)
  closed_at     timestamptz,
  closed_by     uuid,
  owed_since    timestamptz,
  answer_by     timestamptz,
  basis         text, -- of the one to release: what its date counts from
  primary key (workspace_id, id)
);
create index touchpoint_by_contact on touchpoint (workspace_id, contact_id);
create index touchpoint_open_by_owner on touchpoint (workspace_id, owner_id, due_on) where state in ('PLANNED', 'DUE');
create index touchpoint_to_release on touchpoint (due_on) where next and state = 'PLANNED';

-- Contacts to be planned anew, in batches, since something about their owner changed.
create table replan_request (
  workspace_id text not null,
  contact_id   uuid not null,
  primary key (workspace_id, contact_id)
);
