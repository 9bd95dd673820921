-- Which dead letters were replayed by an operator and handled; places in Kafka only.
create table dead_letter_replay (
  topic         text not null,
  partition     int not null,
  letter_offset bigint not null,
  replayed_at   timestamptz not null default clock_timestamp(),
  primary key (topic, partition, letter_offset)
);
