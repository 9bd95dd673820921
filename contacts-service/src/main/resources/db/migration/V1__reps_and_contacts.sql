-- Hibernate (7.2 reads the collections of entities with a composite key as empty) knows rows by their id, within the workspace of the
-- transaction; so the rows of its collections get their workspace from there too.
-- E-mails are compared by a key that the service makes (trimmed, lower case): under row-level security an index on lower(email) would
-- not be used, for lower() is not leakproof.
create table rep (
  workspace_id      text not null,
  id                uuid not null,
  version           bigint not null,
  created_from      uuid not null, -- a digest of the request that created it, by which its repetition is known
  name              text not null,
  email             text not null,
  email_key         text not null,
  locale            text not null,
  time_zone         text not null,
  working_days      text[] not null,
  hours_from        time not null,
  hours_to          time not null,
  holiday_region    text,
  daily_capacity    integer not null,
  digest_time       time not null,
  reply_clock_hours integer not null,
  manager_id        uuid,
  primary key (workspace_id, id),
  constraint rep_manager foreign key (workspace_id, manager_id) references rep
);
create unique index rep_email on rep (workspace_id, email_key);
create index rep_manager on rep (workspace_id, manager_id);

create table rep_absence (
  workspace_id text not null default current_setting('app.workspace'),
  rep_id       uuid not null,
  from_date    date not null,
  to_date      date not null,
  cover_rep_id uuid,
  primary key (workspace_id, rep_id, from_date),
  constraint rep_absence_of foreign key (workspace_id, rep_id) references rep,
  constraint rep_absence_cover foreign key (workspace_id, cover_rep_id) references rep
);
create index rep_absence_cover on rep_absence (workspace_id, cover_rep_id);

create table contact (
  workspace_id              text not null,
  id                        uuid not null,
  version                   bigint not null,
  created_from              uuid not null,
  name                      text not null,
  email                     text,
  email_key                 text,
  phone                     text,
  company                   text,
  title                     text,
  time_zone                 text,
  owner_id                  uuid,
  external_id               text,
  do_not_contact            boolean not null,
  do_not_contact_channels   text[] not null,
  do_not_contact_because    uuid,
  do_not_contact_lifted_at  timestamptz,
  primary key (workspace_id, id),
  constraint contact_owner foreign key (workspace_id, owner_id) references rep
);
create unique index contact_email on contact (workspace_id, email_key);
create unique index contact_external_id on contact (workspace_id, external_id);
create index contact_of_owner on contact (workspace_id, owner_id, id);

-- A table and no array: array operators are not leakproof either.
create table contact_tag (
  workspace_id text not null default current_setting('app.workspace'),
  contact_id   uuid not null,
  tag          text not null,
  primary key (workspace_id, contact_id, tag),
  constraint contact_tag_of foreign key (workspace_id, contact_id) references contact
);
create index contact_tag_tag on contact_tag (workspace_id, tag, contact_id);

-- Interactions that are, were or may have been a "never", with the version last seen. No foreign key: they may come before their contact.
create table never_interaction (
  workspace_id   text not null,
  contact_id     uuid not null,
  interaction_id uuid not null,
  version        bigint not null,
  is_never       boolean not null,
  occurred_at    timestamptz not null,
  primary key (workspace_id, contact_id, interaction_id)
);
