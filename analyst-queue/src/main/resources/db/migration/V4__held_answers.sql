-- A container was read and cleared, and its source hears of it when it would have heard without a reader.
alter table assessment add column answer_held boolean not null default false;

drop index assessment_to_answer;
create index assessment_to_answer on assessment (answer_at)
    where (route = 'NOT_READ' or answer_held) and answered_at is null;
