-- A "never" may be for one channel. What is lifted of a channel is kept for each, as do_not_contact_lifted_at is for the whole.
alter table never_interaction
  add column opt_out_of text,       -- the one channel; null: all of them
  add column lifted_at  timestamptz; -- when it had been lifted for the contact it was said of, where that one was merged into this

alter table contact
  add column do_not_contact_channels_heard text[] not null default '{}', -- those that only interactions set
  add column owner_since timestamptz; -- when the owner last changed: a hand-over decided before changes nothing any more

create table contact_channel_lifted (
  workspace_id text not null default current_setting('app.workspace'),
  contact_id   uuid not null,
  channel      text not null,
  lifted_at    timestamptz not null,
  primary key (workspace_id, contact_id, channel),
  constraint contact_channel_lifted_of foreign key (workspace_id, contact_id) references contact
);
