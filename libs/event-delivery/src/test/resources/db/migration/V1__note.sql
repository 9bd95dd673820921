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
