-- Why the broker will never take an event, for somebody to look at; the relay passes it over.
alter table outbox add column refused text;

grant update (refused) on outbox to ${application_role};
