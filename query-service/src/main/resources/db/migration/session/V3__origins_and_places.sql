-- What came before has no place in the log, so the table is filled from its topic again.
truncate session_record;
delete from projection_offset where topic = 'session-records';

alter table session_record
    add column revision      integer     not null,
    add column sender        text        not null,
    add column delivery      uuid,
    add column line          integer     not null,
    add column rejection     uuid,
    add column log_partition integer     not null,
    add column log_offset    bigint      not null,
    add column logged_at     timestamptz not null;

comment on column session_record.log_offset is 'where this version of the record stands in session-records';

create index session_record_by_channel on session_record (organization, channel);

-- What is kept of a record that was deleted: how it came in, and where in the log it ended. Nothing of its content.
create table session_deletion (
    organization  text        not null,
    id            uuid        not null,
    created_at    timestamptz,
    channel       text,
    delivery      uuid,
    line          integer,
    rejection     uuid,
    log_partition integer     not null,
    log_offset    bigint      not null,
    logged_at     timestamptz not null,
    primary key (organization, id)
);

comment on column session_deletion.created_at is 'null, as what follows, when the record had no row before it was deleted';
