create table scan (
    scan_id          uuid        primary key,
    tenant           text        not null,
    case_reference   text        not null,
    received_at      timestamptz not null,
    content_digest   text        not null,
    source_reference text,
    -- As received: unknown fields are kept here and nowhere else.
    manifest         bytea       not null,
    receipt          jsonb       not null,
    containers       text[]      not null,
    containers_found integer
);
create index scan_by_tenant on scan (tenant, received_at);

-- Positions are given in the order of commit, one row of numbers for each tenant: see Outcomes.
create table outcome (
    tenant           text        not null,
    position         bigint      not null,
    case_id          uuid        not null,
    scan_id          uuid        not null references scan,
    container_index  integer     not null,
    container_number text,
    decision         text        not null,
    told_nl          text        not null,
    told_en          text        not null,
    decided_at       timestamptz not null,
    primary key (tenant, position)
);
create index outcome_by_scan on outcome (scan_id, container_index, position);

grant select, insert, update on scan to ${application_role};
grant select, insert on outcome to ${application_role};
