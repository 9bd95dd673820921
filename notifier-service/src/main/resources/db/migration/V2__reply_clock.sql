-- When the clock of a reply owed ends (N3), and when cadence-service said so: of two words the later holds, in whichever order
-- they are seen. Null: it has no clock, or its round is from before this was kept.
alter table touchpoint
  add column answer_by          timestamptz,
  add column answer_by_told_at  timestamptz;

-- By the domain's clock: not sent before; since when the reply is owed that an escalation tells of, else null.
alter table reminder
  add column send_from   timestamptz not null default '-infinity',
  add column owed_since  timestamptz;

-- Those that wait for their hour are not looked at until it comes.
drop index reminder_to_send;
create index reminder_to_send on reminder (send_from, next_attempt_at) where state in ('PENDING', 'RETRYING', 'UNKNOWN');
