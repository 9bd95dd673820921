-- What was asked for with many contacts at once, and what became of it, contact by contact.
create table enrollment_job (
  workspace_id text not null,
  id           uuid not null,
  request      uuid not null, -- a digest: the same id with another request is refused
  action       text not null,
  cadence_id   uuid,
  owner_id     uuid,
  until        date,
  words        text,          -- until it is done; then they stand with what they were said of, or nowhere
  asked_at     timestamptz not null,
  asked_by     text not null,
  only_for     uuid,          -- the rep whose contacts the asker may act on; null: all
  traceparent  text,
  worked_at    timestamptz,   -- by the database's clock: when a batch of it was begun last
  done_at      timestamptz,
  primary key (workspace_id, id)
);
create index enrollment_job_open on enrollment_job (worked_at nulls first, asked_at, id) where done_at is null;

create table enrollment_job_item (
  workspace_id text not null,
  job_id       uuid not null,
  contact_id   uuid not null,
  succeeded    boolean,       -- null: not its turn yet
  type         text,          -- of the refusal
  rule         text,
  reason       text,
  primary key (workspace_id, job_id, contact_id)
);
create index enrollment_job_item_to_do on enrollment_job_item (workspace_id, job_id, contact_id) where succeeded is null;
create index enrollment_job_item_by_contact on enrollment_job_item (workspace_id, contact_id);

-- Hand-overs that contacts-service may not know of yet.
create table hand_over (
  workspace_id   text not null,
  contact_id     uuid not null,
  handed_over_at timestamptz not null,
  from_rep       uuid,
  to_rep         uuid not null,
  primary key (workspace_id, contact_id, handed_over_at)
);

create index enrollment_by_start on enrollment (workspace_id, started_at, id);
create index enrollment_by_cadence on enrollment (workspace_id, cadence_id, started_at, id);
