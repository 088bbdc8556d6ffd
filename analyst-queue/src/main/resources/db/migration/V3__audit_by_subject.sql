-- What happened to one case, and what the settings were last.
create index audit_entry_by_subject on audit_entry (subject, seq);
