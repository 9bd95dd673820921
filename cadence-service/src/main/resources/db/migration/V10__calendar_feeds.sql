-- The calendar a rep subscribed to: only who has the address can read it, so of its secret only a hash is kept.
create table calendar_feed (
  workspace_id text not null,
  rep_id       uuid not null,
  secret_hash  bytea not null, -- SHA-256
  since        timestamptz not null,
  primary key (workspace_id, rep_id)
);
create unique index calendar_feed_by_secret on calendar_feed (workspace_id, secret_hash);

-- What a calendar is to know of an event besides what it is now. What was there before counts as changed now.
alter table touchpoint
  add column changed_at timestamptz not null default now(),
  add column changes int not null default 0, -- of itself, and one for each day that it was shown a day later; never fewer
  add column previous_owner_id uuid;         -- who was to do it before who is now
alter table contact add column changed_at timestamptz not null default now();

create index touchpoint_closed_by_owner on touchpoint (workspace_id, owner_id, coalesce(closed_at, changed_at))
  where state not in ('PLANNED', 'DUE');
create index touchpoint_passed_on on touchpoint (workspace_id, previous_owner_id, changed_at) where previous_owner_id is not null;
