-- What scoring said of a scan, the newest word only, so that a case can be shown without asking anybody.
create table scored_scan (
    scan_id        uuid        primary key,
    tenant         text        not null,
    case_reference text        not null,
    score_id       uuid        not null,
    scored_at      timestamptz not null,
    containers     integer     not null check (containers > 0),
    scan           jsonb       not null,
    versions       jsonb       not null
);

-- Exactly one row for each container of a scan, read or not.
create table assessment (
    scan_id          uuid             not null references scored_scan,
    container_index  integer          not null check (container_index >= 0),
    case_id          uuid             not null unique,
    container_number text,
    route            text             not null check (route in ('ABOVE_THRESHOLD', 'RANDOM_SHARE', 'NOT_READ')),
    probability      double precision not null,
    score            jsonb            not null,
    assessed_at      timestamptz      not null,
    -- When the source hears of a container that nobody reads, and when it did.
    answer_at        timestamptz      not null,
    answered_at      timestamptz,
    primary key (scan_id, container_index)
);
create index assessment_by_number on assessment (container_number) where container_number is not null;
create index assessment_to_answer on assessment (answer_at) where route = 'NOT_READ' and answered_at is null;

-- A container that needs eyes. Nothing here tells why: a drawn one looks like any other.
create table review_case (
    case_id         uuid             primary key references assessment (case_id),
    scan_id         uuid             not null,
    container_index integer          not null,
    reference       text             not null,
    opened_at       timestamptz      not null,
    state           text             not null check (state in ('OPEN', 'CLAIMED', 'AWAITING_SECOND_READING', 'DECIDED')),
    purpose         text             not null check (purpose in ('FIRST_READING', 'SECOND_READING')),
    waiting_since   timestamptz      not null,

    cut_off         timestamptz,
    departure       timestamptz,
    arrival         timestamptz,
    direction       text,
    received_at     timestamptz      not null,
    has_image       boolean          not null,

    -- Kept up to date by claiming: see docs/claiming.md.
    deadline        timestamptz      not null,
    deadline_kind   text             not null check (deadline_kind in ('CUT_OFF', 'DEPARTURE', 'ARRIVAL', 'NONE')),
    passed          boolean          not null,
    risk            double precision not null check (risk > 0 and risk <= 1),
    -- Hours: the deadline, brought forward by a day for each doubling of the risk.
    rank            double precision not null generated always as
                    (extract(epoch from (deadline at time zone 'UTC'))::double precision / 3600
                     - 24 * ln(risk) / ln(2::double precision)) stored,

    -- Claimable from this moment: at once, or when the lease ends.
    free_from       timestamptz      not null default '-infinity',
    claim_id        uuid,
    claimed_by      text,
    claimed_at      timestamptz,
    lease_hash      bytea,
    image_opened_at timestamptz,
    revealed_at     timestamptz,

    decision        text,
    decided_by      text,
    decided_at      timestamptz,
    unique (scan_id, container_index),
    foreign key (scan_id, container_index) references assessment,
    check ((state = 'CLAIMED') = (claim_id is not null and decided_at is null)),
    check ((state = 'DECIDED') = (decision is not null))
);
create index review_case_next on review_case (passed, rank) where state <> 'DECIDED';
create index review_case_deadline on review_case (deadline) where state <> 'DECIDED' and not passed;
create index review_case_waiting on review_case (waiting_since) where state <> 'DECIDED';
create index review_case_holder on review_case (claimed_by) where state = 'CLAIMED';
create index review_case_decided on review_case (decided_at) where state = 'DECIDED';

-- How each look at a case ended.
create table reading (
    case_id  uuid        not null references review_case,
    claim_id uuid        not null,
    reader   text        not null,
    purpose  text        not null,
    ended    text        not null check (ended in ('DECIDED', 'PASSED_ON', 'RELEASED')),
    decision text,
    note     text        not null,
    ended_at timestamptz not null,
    primary key (case_id, claim_id)
);
create index reading_by_reader on reading (reader, case_id);

grant select, insert, update on scored_scan, assessment, review_case to ${application_role};
grant select, insert on reading to ${application_role};
