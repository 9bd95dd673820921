-- Runs at every start and changes only what is missing, for grants and policies lock the tables they are about.
-- One policy per role: an "or" branch for the worker would turn the app's index scans into table scans.
grant usage on schema ${flyway:defaultSchema} to ${worker}, ${app};

do $$
declare
  t record;
begin
  -- Where a job of its own migrates, the service looks as the worker whether all is there.
  if not has_table_privilege('${worker}', '"${flyway:defaultSchema}"."${flyway:table}"', 'select') then
    grant select on "${flyway:defaultSchema}"."${flyway:table}" to ${worker};
  end if;
  for t in
    select c.oid, c.oid::regclass as name, c.relname, c.relrowsecurity and c.relforcerowsecurity as forced,
           exists (select from pg_attribute a
                    where a.attrelid = c.oid and a.attname = 'workspace_id' and not a.attisdropped) as of_workspace
      from pg_class c
     where c.relnamespace = '${flyway:defaultSchema}'::regnamespace
       and c.relkind in ('r', 'p') and c.relname <> '${flyway:table}'
  loop
    if not has_table_privilege('${worker}', t.oid, 'delete') then
      execute format('grant select, insert, update, delete on %s to ${worker}', t.name);
    end if;
    if t.relname not in ('consumer_offset', 'dead_letter_replay') and not has_table_privilege('${app}', t.oid, 'delete') then
      execute format('grant select, insert, update, delete on %s to ${app}', t.name);
    end if;
    if not t.of_workspace then
      continue;
    end if;
    if not t.forced then
      execute format('alter table %s enable row level security, force row level security', t.name);
    end if;
    if not exists (select from pg_policy where polrelid = t.oid and polname = 'app') then
      execute format('create policy app on %s to ${app}'
        ' using (workspace_id = current_setting(''app.workspace'', true))', t.name);
    end if;
    if not exists (select from pg_policy where polrelid = t.oid and polname = 'worker') then
      execute format('create policy worker on %s to ${worker} using (true)', t.name);
    end if;
  end loop;

  for t in
    select c.oid, c.oid::regclass as name from pg_class c
     where c.relnamespace = '${flyway:defaultSchema}'::regnamespace and c.relkind = 'S'
  loop
    if not has_sequence_privilege('${worker}', t.oid, 'usage') then
      execute format('grant usage, select on sequence %s to ${worker}', t.name);
    end if;
    if not has_sequence_privilege('${app}', t.oid, 'usage') then
      execute format('grant usage, select on sequence %s to ${app}', t.name);
    end if;
  end loop;
end $$;
