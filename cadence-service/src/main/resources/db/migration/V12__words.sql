-- What people said and were given, for who reads the contact's story; apart from what is planned from, which is read at every re-plan.
create table interaction_words (
  workspace_id  text not null,
  id            uuid not null,
  gave          text,
  note          text,
  primary key (workspace_id, id),
  foreign key (workspace_id, id) references interaction on delete cascade
);

-- The words of what is known already are told again from the topic's beginning.
update consumer_offset set next_offset = 0 where topic = 'interactions';
