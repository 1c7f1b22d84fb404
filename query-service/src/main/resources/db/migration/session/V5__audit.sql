-- One row per entry of the topic audit-log, in its order; a row is never changed.
create table audit_entry (
    organization text        not null,
    sequence     bigint      not null,
    id           uuid        not null,
    at           timestamptz not null,
    actor        text        not null,
    domain       text        not null,
    action       text        not null,
    subject      text        not null,
    facts        jsonb       not null,
    before       jsonb       not null,
    after        jsonb       not null,
    log_offset   bigint      not null,
    entry        bytea       not null,
    hash         text        not null,
    primary key (organization, sequence)
);

comment on column audit_entry.sequence is 'from 1, without a gap, per organization';
comment on column audit_entry.entry is 'the bytes as they stand in the topic';
comment on column audit_entry.hash is 'SHA-256 of the hash before, as 32 bytes that are zero for the first, followed by entry';

create index audit_entry_by_subject on audit_entry (organization, subject, sequence desc);
create index audit_entry_by_action on audit_entry (organization, action, sequence desc);
