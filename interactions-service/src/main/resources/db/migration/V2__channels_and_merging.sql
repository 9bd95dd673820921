alter table interaction
  add column opt_out_of  text, -- the one channel of a "never"; null: all of them
  add column merged_from uuid; -- the contact it first happened with, where that one was merged into contact_id since
