-- What came of laying the pictures of two scans of one container on each other. Made outside any transaction, once for each pair.
create table comparison (
    -- Of the two places in the two pictures. See PicturePair.
    pair_id         uuid        primary key,
    earlier_scan_id uuid        not null references scan on delete cascade,
    later_scan_id   uuid        not null references scan on delete cascade,
    pair            json        not null,
    asked_at        timestamptz not null,
    -- Null until it is made.
    comparison      json
);
create index comparison_to_make on comparison (asked_at, pair_id) where comparison is null;

grant select, insert, update on comparison to ${application_role};
