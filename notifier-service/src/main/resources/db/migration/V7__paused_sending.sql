-- A workspace whose mails an operator has stopped for a while: none is claimed until this row is gone. since is by the domain's clock.
create table sending_pause (
  workspace_id  text        not null,
  why           text        not null,
  since         timestamptz not null,
  primary key (workspace_id)
);

-- Operators look at them over all workspaces, the newest first. There are few.
create index reminder_unknown on reminder (ended_at, id) where state = 'UNKNOWN';
