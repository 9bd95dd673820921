-- A follow-up waits for a digest in a sender's hands too: without it in the index all mails of the rep were read for that.
drop index reminder_unsent_of_rep;
create index reminder_unsent_of_rep on reminder (workspace_id, rep_id) where state in ('PENDING', 'RETRYING', 'SENDING');
