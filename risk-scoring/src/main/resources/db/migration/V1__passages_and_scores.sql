-- A scan as it stands: what its source told first and last, and what was seen in its pictures.
create table scan (
    scan_id uuid primary key,
    known   json not null
);

-- A container's way through a scanner: what other scans have to know of it.
create table passage (
    scan_id         uuid        not null references scan,
    container_index integer     not null check (container_index >= 0),
    -- What it shares with the passages that say something about it: number, bills, seals. See Passage.keys.
    keys            text[]      not null,
    passed_at       timestamptz not null,
    size_type       text        not null,
    headings        text[]      not null,
    -- 64 numbers of 4 bytes, little end first; they can be compared within one model only.
    embedding       bytea,
    model_digest    text,
    passage         json        not null,
    primary key (scan_id, container_index)
);
create index passage_by_key on passage using gin (keys);

-- Every score there was, with all that it was made from, so that it can be made again.
create table score (
    scan_id   uuid        not null references scan,
    version   integer     not null check (version > 0),
    scored_at timestamptz not null,
    basis     json        not null,
    -- As it was published, byte by byte.
    event     bytea       not null,
    primary key (scan_id, version)
);

-- Which scan of a container belongs to which at the other end of its voyage.
create table encounter (
    scan_id         uuid    not null references scan,
    container_index integer not null,
    other_scan_id   uuid    not null references scan,
    other_index     integer not null,
    is_earlier      boolean not null,
    -- Or one character differs.
    has_same_number boolean not null,
    primary key (scan_id, container_index)
);

-- Scans of which something else changed, to be scored again.
create table rescoring (
    scan_id  uuid        not null references scan,
    because  text        not null,
    cause    uuid        not null,
    noted_at timestamptz not null,
    primary key (scan_id, because, cause)
);
create index rescoring_in_order on rescoring (noted_at);

grant select, insert, update on scan to ${application_role};
grant select, insert, delete on passage, encounter, rescoring to ${application_role};
grant select, insert on score to ${application_role};
