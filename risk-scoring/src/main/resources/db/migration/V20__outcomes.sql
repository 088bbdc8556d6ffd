-- What was said of a container after it was scored: by an analyst, and by who opened it. No score depends on it. The scan need not be
-- known yet, since outcomes come on topics of their own.
create table outcome (
    case_id         uuid        not null,
    kind            text        not null check (kind in ('DECISION', 'INSPECTION')),
    scan_id         uuid        not null,
    container_index integer     not null check (container_index >= 0),
    said            text        not null,
    said_at         timestamptz not null,
    event_id        uuid        not null,
    primary key (case_id, kind)
);
create index outcome_by_scan on outcome (scan_id);

grant select, insert, update on outcome to ${application_role};
