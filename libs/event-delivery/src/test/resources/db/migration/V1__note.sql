create table note (
  workspace_id text not null,
  id           uuid not null,
  version      bigint not null,
  text         text not null,
  traceparent  text,
  primary key (workspace_id, id)
);

-- Every change in the order in which it was made.
create table change (
  position     bigint primary key generated always as identity,
  workspace_id text not null,
  id           uuid not null,
  version      bigint not null
);

-- Whoever handles a record a second time breaks the primary key.
create table handled (
  workspace_id text not null,
  record       text not null,
  instance     text not null,
  primary key (workspace_id, record)
);
