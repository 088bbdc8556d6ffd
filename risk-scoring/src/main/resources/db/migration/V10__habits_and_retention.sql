-- Until when a scan may be kept; see Retention.
alter table scan add column keep_until date not null default 'infinity';
alter table scan alter column keep_until drop default;
create index scan_by_end on scan (keep_until);

-- A container that travels from one company to one other. Companies and bills are known by digests, and nothing is said of them here.
create table shipment (
    scan_id         uuid        not null references scan,
    container_index integer     not null check (container_index >= 0),
    sender          text        not null,
    receiver        text        not null,
    bill            text        not null,
    chapters        text[]      not null,
    passed_at       timestamptz not null,
    primary key (scan_id, container_index)
);
create index shipment_of_sender on shipment (sender, passed_at);

-- In what order scans changed or went, for those who keep something made from passages. Transactions that change scans wait for each
-- other from beginning to end, so nothing is ever filed before a position that was seen.
create sequence filing_position;
create table filing (
    scan_id  uuid   primary key,
    position bigint not null unique
);
insert into filing select scan_id, nextval('filing_position') from scan;

-- What another rule book would have made of what was scored since a day.
create index score_in_time on score (scored_at);

grant delete on scan, score to ${application_role};
grant select, insert, delete on shipment to ${application_role};
grant select, insert, update on filing to ${application_role};
grant usage on sequence filing_position to ${application_role};
