-- Since which date, of whose it is, a touchpoint has been due in its present round (N1): what "overdue for" counts from. The policies
-- are forced on the owner too: without lifting that, it would find no row.
alter table touchpoint add column due_since date;
alter table touchpoint no force row level security;
alter table release no force row level security;
update touchpoint t
   set due_since = coalesce(
         (select max(r.released_on) from release r
           where r.workspace_id = t.workspace_id and r.touchpoint_id = t.id and r.rep_id = t.owner_id),
         t.due_on)
 where t.state = 'DUE';
alter table release force row level security;
alter table touchpoint force row level security;

-- Who manages whom; the Monday of the week that a manager was last told of; and the day on which one began that is still to be told.
alter table rep
  add column manager_id uuid generated always as ((state ->> 'managerId')::uuid) stored,
  add column team_week date,
  add column team_week_begun_on date;
create index rep_by_manager on rep (workspace_id, manager_id) where manager_id is not null;
create index rep_by_team_week on rep (team_week_begun_on) where team_week_begun_on is not null;
