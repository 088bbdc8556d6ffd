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
    -- Where the channels of each view are, for a correction to refer to.
    images           jsonb       not null,
    -- As the manifest that stands says, the first or its latest correction.
    containers       text[]      not null,
    flags            text[]      not null,
    containers_found integer
);
create index scan_by_tenant on scan (tenant, received_at);

-- Manifests that came later. The one with the highest version stands; without any, the one of the scan.
create table correction (
    scan_id     uuid        not null references scan,
    version     integer     not null,
    message_id  uuid        not null,
    received_at timestamptz not null,
    manifest    bytea       not null,
    receipt     jsonb       not null,
    primary key (scan_id, version),
    unique (scan_id, message_id)
);

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
grant select, insert on correction to ${application_role};
grant select, insert on outcome to ${application_role};
