-- What is to be published, in the order of position: whole Kafka records, deleted once they are in Kafka.
-- workspace_id is null only for a dead letter whose key names none.
create sequence outbox_position cache 1;

create table outbox (
  position     bigint primary key default nextval('outbox_position'),
  workspace_id text,
  topic        text not null,
  key          bytea,
  headers      bytea[] not null, -- names and values in turn
  payload      bytea,            -- null is a tombstone
  created_at   timestamptz not null default clock_timestamp()
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000);

-- How far each partition has been handled; written in the transaction that handles it.
create table consumer_offset (
  topic       text not null,
  partition   int not null,
  next_offset bigint not null,
  primary key (topic, partition)
);

-- Kept for ever, ids only: merged_into is null where the subject was erased.
create table ended_subject (
  workspace_id text not null,
  subject_id   uuid not null,
  merged_into  uuid,
  primary key (workspace_id, subject_id)
);
