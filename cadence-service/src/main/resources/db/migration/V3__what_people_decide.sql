-- What planning needs of other services' newer fields.
alter table contact add column do_not_contact_channels text[] not null default '{}';
alter table interaction
  add column opt_out_of text,
  add column merged_from uuid; -- the contact it happened with, where that one went into another (P12)

-- A cadence's versions; each holds from its creation on (P7).
alter table cadence
  add column created_at timestamptz not null default 'epoch',
  add column created_by text,
  add column reenrollment text not null default 'WHEN_NONE_ACTIVE', -- P8
  add column quiet_days int not null default 0;

create table retired_cadence (
  workspace_id text not null,
  id           uuid not null,
  retired_at   timestamptz not null,
  retired_by   text not null,
  primary key (workspace_id, id)
);

alter table enrollment
  add column track uuid,            -- the contact it was started for, where that one went into another since (P12)
  add column merged_at timestamptz, -- when contacts were merged, and whether this track of enrollments is the one that goes on
  add column goes_on boolean,
  add column applied_version int,   -- derived: the newer version it goes by (P7)
  add column started_by text,
  add column words text;      -- a person's own, of its end

alter table decision
  add column enrollment_id uuid,      -- what it is about, where that is no touchpoint
  add column cadence_id uuid,         -- of a new version applied (P7)
  add column cadence_version int;

-- Each holds from its date on, so that what once followed by itself is derived the same for ever (P11).
create table settings (
  workspace_id    text not null,
  version         int not null,
  since           timestamptz not null,
  changed_by      text,
  week            text[] not null, -- the weekdays that gaps count (T3)
  rest_after_no   int not null,    -- working days (P10)
  on_new          uuid,            -- the cadence of a new contact; null: none
  after_won       uuid,
  after_lost      uuid,
  after_completed uuid,
  primary key (workspace_id, version)
);
-- The policies are forced on the owner too: without lifting that, it would find no row.
alter table cadence no force row level security;
insert into settings
select workspace_id, 1, 'epoch', null, '{MONDAY,TUESDAY,WEDNESDAY,THURSDAY,FRIDAY}', 10, connect.id, care.id, slow.id, slow.id
  from (select workspace_id, id from cadence where purpose = 'CONNECT' and version = 1) connect
  join (select workspace_id, id from cadence where purpose = 'CARE' and version = 1) care using (workspace_id)
  join (select workspace_id, id from cadence where purpose = 'KEEP_IN_TOUCH' and version = 1) slow using (workspace_id);
alter table cadence force row level security;
