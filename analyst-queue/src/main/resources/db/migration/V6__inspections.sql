-- What the physical check of a container found, as it was last told; what was told before stands in the audit.
create table inspection (
    case_id     uuid        primary key references assessment (case_id),
    version     integer     not null check (version > 0),
    inspection  json        not null,
    reported_by text        not null,
    reported_at timestamptz not null
);
grant select, insert, update on inspection to ${application_role};
