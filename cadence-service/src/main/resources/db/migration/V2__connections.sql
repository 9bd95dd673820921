-- Derived from the facts at each re-plan, and when stage or strength becomes another by time alone.
create table connection (
  workspace_id   text not null,
  contact_id     uuid not null,
  version        bigint not null,
  stage          text not null,
  strength       int not null,
  next_touch_on  date,
  why_none       text,
  next_change_at timestamptz,
  primary key (workspace_id, contact_id)
);
create index connection_by_next_change on connection (next_change_at) where next_change_at is not null;
