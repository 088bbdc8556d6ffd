-- Which score of a scan this is: 0 from before they had versions. Of two, the higher one counts.
alter table scored_scan add column score_version integer not null default 0;
alter table scored_scan add column changes jsonb not null default '[]';

-- A score that changed after the decision changes nothing about it, but does not pass unnoticed.
alter table review_case add column score_changed_at timestamptz;
