-- A later word about the same check corrects the earlier one, though the check was at the same time.
alter table outcome add column told_at timestamptz;
update outcome set told_at = said_at;
alter table outcome alter column told_at set not null;
