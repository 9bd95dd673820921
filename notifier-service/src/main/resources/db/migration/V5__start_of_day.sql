-- When a local date began. PostgreSQL has its own list of time zones: one that it does not know must not keep anybody else waiting.
create function start_of_day(at timestamptz, zone text) returns timestamptz language plpgsql stable as $$
begin
  return date_trunc('day', at, coalesce(zone, 'UTC'));
exception when invalid_parameter_value then
  return date_trunc('day', at, 'UTC');
end $$;
