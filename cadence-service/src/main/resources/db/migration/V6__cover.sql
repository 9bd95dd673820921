-- Who may have to stand in for a rep (P9), and when an absence of theirs begins or ends next: the first time, look at once.
alter table rep
  add column stand_ins uuid[] not null default '{}',
  add column absence_changes_at timestamptz;
create index rep_by_stand_in on rep using gin (stand_ins);
create index rep_by_absence_change on rep (absence_changes_at) where absence_changes_at is not null;
-- The policies are forced on the owner too: without lifting that, it would find no row.
alter table rep no force row level security;
update rep set absence_changes_at = 'epoch' where jsonb_array_length(coalesce(nullif(state -> 'absences', 'null'), '[]')) > 0;
alter table rep force row level security;

-- On one date a touchpoint may find its place, or none, with more than one rep.
alter table release drop constraint release_pkey, add primary key (workspace_id, touchpoint_id, released_on, rep_id);
-- In the order of what a rep's queue reads of it: this day's, among all that ever were.
alter table passed_over drop constraint passed_over_pkey, add primary key (workspace_id, rep_id, day, touchpoint_id);
