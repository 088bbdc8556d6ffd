-- A chain: each entry's hash covers the entry before. How it is computed stands at AuditEntry.
create table audit_entry (
    seq           bigint      primary key check (seq > 0),
    at            timestamptz not null,
    actor         text        not null,
    action        text        not null,
    subject       text        not null,
    -- As it was hashed, letter by letter.
    payload       text        not null check (payload is json object),
    previous_hash bytea       not null check (length(previous_hash) = 32),
    hash          bytea       not null unique check (length(hash) = 32)
);

-- Which checkpoints were signed; they themselves are in the image store.
create table audit_checkpoint (
    number    bigint      primary key check (number > 0),
    seq       bigint      not null references audit_entry,
    signed_at timestamptz not null,
    signature bytea       not null
);

-- The role of the service adds and looks; it can't change or take away what was written.
revoke all on audit_entry, audit_checkpoint from public;
grant select, insert on audit_entry, audit_checkpoint to ${application_role};
