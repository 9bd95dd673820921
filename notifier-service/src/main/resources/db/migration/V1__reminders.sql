-- What is known of a contact, as of its version. No foreign keys: topics are not ordered among each other.
create table contact (
  workspace_id        text    not null,
  id                  uuid    not null,
  version             bigint  not null,
  name                text    not null,
  email               text,
  phone               text,
  company             text,
  title               text,
  time_zone           text,
  do_not_contact      boolean not null,
  opted_out_channels  text[]  not null,
  primary key (workspace_id, id)
);

create table rep (
  workspace_id  text   not null,
  id            uuid   not null,
  version       bigint not null,
  name          text   not null,
  email         text   not null,
  locale        text   not null,
  time_zone     text   not null,
  primary key (workspace_id, id)
);

-- All of a contact's, so that the one before the last is known once the last was removed.
create table interaction (
  workspace_id  text        not null,
  id            uuid        not null,
  version       bigint      not null,
  contact_id    uuid        not null,
  rep_id        uuid,
  direction     text        not null,
  channel       text        not null,
  outcome       text        not null,
  occurred_at   timestamptz not null,
  gave          text,
  note          text,
  removed       boolean     not null,
  primary key (workspace_id, id)
);
create index interaction_latest on interaction (workspace_id, contact_id, occurred_at desc) where not removed;

-- The highest round in which a touchpoint became due, and up to which it was done, skipped, snoozed, cancelled or
-- postponed (N4). Both only grow: in which order events are seen makes no difference.
create table touchpoint (
  workspace_id    text not null,
  id              uuid not null,
  due_round       int  not null default 0,
  finished_round  int  not null default 0,
  primary key (workspace_id, id)
);

-- One mail of a touchpoint's round and occasion (N1). Leases and attempts go by the database's clock, mail_date and
-- ended_at by the domain's.
create table reminder (
  workspace_id     text        not null,
  id               uuid        not null,
  touchpoint_id    uuid        not null,
  round            int         not null,
  occasion         text        not null,
  kind             text        not null,
  channel          text        not null,
  contact_id       uuid        not null,
  rep_id           uuid        not null,
  due_at           timestamptz not null,
  due              jsonb,                  -- the TouchpointDue; null once the contact is erased
  state            text        not null default 'PENDING',
  attempts         int         not null default 0,
  next_attempt_at  timestamptz not null default clock_timestamp(),
  fencing_token    bigint,
  lease_until      timestamptz,
  begun            boolean     not null default false, -- whether the mail may have been handed over under this lease
  message_id       text,
  mail_date        timestamptz,
  last_answer      text,                   -- the SMTP server's code, without its words
  ended_at         timestamptz,
  traceparent      text,
  created_at       timestamptz not null default clock_timestamp(),
  primary key (workspace_id, id),
  check (state in ('PENDING', 'SENDING', 'RETRYING', 'SENT', 'FAILED', 'UNKNOWN', 'CANCELLED'))
);
create sequence fencing_token;

create index reminder_to_send on reminder (next_attempt_at) where state in ('PENDING', 'RETRYING', 'UNKNOWN');
create index reminder_leased on reminder (lease_until) where state = 'SENDING';
create index reminder_lost on reminder (state, next_attempt_at) where state in ('FAILED', 'UNKNOWN');
create index reminder_of_touchpoint on reminder (workspace_id, touchpoint_id);
create index reminder_newest on reminder (workspace_id, created_at, id);
create index reminder_in_state on reminder (workspace_id, state, created_at, id);
create index reminder_of_rep on reminder (workspace_id, rep_id, created_at, id);
create index reminder_of_contact on reminder (workspace_id, contact_id, created_at, id);
