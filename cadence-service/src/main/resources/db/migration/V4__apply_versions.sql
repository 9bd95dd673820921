-- A new version of a cadence that its active enrollments are to be taken to, in batches (P7).
create table apply_request (
  workspace_id text not null,
  cadence_id   uuid not null,
  version      int not null,
  requested_at timestamptz not null,
  requested_by text not null,
  done_to      uuid, -- the last enrollment of the last batch, in the order of ids; null: none yet
  primary key (workspace_id, cadence_id)
);
create index enrollment_active_by_cadence on enrollment (workspace_id, cadence_id, id) where end_reason is null;
