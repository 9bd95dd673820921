-- An address that refused our last mail for good, and how often in a row. Where the rep has another address by now, this says
-- nothing. It goes with the rep. refused_at is by the database's clock, bouncing_since by the domain's.
create table mailbox (
  workspace_id    text        not null,
  rep_id          uuid        not null,
  email           text        not null,
  refusals        int         not null,
  refused_at      timestamptz not null,
  answer          text,                 -- the last one's code, without the server's words
  bouncing_since  timestamptz,          -- null: not often enough yet
  primary key (workspace_id, rep_id),
  foreign key (workspace_id, rep_id) references rep on delete cascade
);

alter table reminder
  add column about_rep_id  uuid,        -- whose address bounces; null but where a manager is told that
  add column resent_at     timestamptz, -- when it was last sent again by somebody's wish, and whose
  add column resent_by     text;
