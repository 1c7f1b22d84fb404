-- Where in session-records the past of a record stands: versions that were corrected or deleted, and tombstones. No content.
create table session_version (
    organization  text        not null,
    id            uuid        not null,
    revision      integer,
    log_partition integer     not null,
    log_offset    bigint      not null,
    logged_at     timestamptz not null,
    change_id     uuid,
    primary key (organization, id, log_partition, log_offset)
);

comment on column session_version.revision is 'null for a tombstone';
comment on column session_version.change_id is 'the audit entry of the change that wrote it; null when nobody changed anything';

alter table session_record add column change_id uuid;
alter table session_deletion add column change_id uuid;
alter table session_rejection add column change_id uuid;
alter table rejection_deletion add column change_id uuid;

-- Finds the few rows that a version which is read late may belong to.
create index session_record_corrected on session_record (organization, id) where revision > 0;
create index audit_entry_by_id on audit_entry (organization, id);
