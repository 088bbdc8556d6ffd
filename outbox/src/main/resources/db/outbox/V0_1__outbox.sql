-- The shape that Debezium's outbox event router reads, plus a position to relay in.
create table outbox (
    position      bigint generated always as identity primary key,
    id            uuid        not null unique,
    aggregatetype text        not null,
    aggregateid   text        not null,
    type          text        not null,
    payload       bytea       not null,
    created_at    timestamptz not null default now()
);

create table processed_event (
    consumer     text        not null,
    event_id     uuid        not null,
    processed_at timestamptz not null default now(),
    primary key (consumer, event_id)
);

grant select, insert, delete on outbox to ${application_role};
grant select, insert on processed_event to ${application_role};
