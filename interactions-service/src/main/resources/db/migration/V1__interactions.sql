-- What happened between a rep and a contact, as of version; the columns are the fields of the event's record.
-- Of a removed one only its id, contact and version remain, so that the id cannot come back.
create table interaction (
  workspace_id  text not null,
  id            uuid not null,
  version       bigint not null,
  contact_id    uuid not null,
  rep_id        uuid,
  direction     text,
  channel       text,
  outcome       text,
  occurred_at   timestamptz,
  recorded_at   timestamptz,
  touchpoint_id uuid,
  gave          text,
  note          text,
  revisit_on    date,
  return_on     date,
  meeting_on    date,
  recorded_from uuid, -- a digest of the request that recorded it, by which its repetition is known
  removed_at    timestamptz,
  primary key (workspace_id, id),
  check (removed_at is not null
         or num_nulls(direction, channel, outcome, occurred_at, recorded_at) = 0)
);

create index interaction_of_contact on interaction (workspace_id, contact_id, occurred_at desc, id desc);
create index interaction_of_rep on interaction (workspace_id, rep_id, occurred_at desc, id desc);

-- What is known from the events of other services. No foreign keys: topics are not ordered among each other.
create table contact (
  workspace_id text not null,
  id           uuid not null,
  version      bigint not null,
  owner_id     uuid,
  primary key (workspace_id, id)
);

create table rep (
  workspace_id text not null,
  id           uuid not null,
  version      bigint not null,
  erased       boolean not null,
  primary key (workspace_id, id)
);

create table touchpoint (
  workspace_id text not null,
  id           uuid not null,
  contact_id   uuid not null,
  primary key (workspace_id, id)
);

create index touchpoint_of_contact on touchpoint (workspace_id, contact_id);
