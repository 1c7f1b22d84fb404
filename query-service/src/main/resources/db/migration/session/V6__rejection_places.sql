-- Rejections have a place in the log too, and leave one when they are erased; the rows come again from their topic.
truncate session_rejection;
delete from projection_offset where topic = 'session-rejections';

alter table session_rejection
    add column log_partition integer     not null,
    add column log_offset    bigint      not null,
    add column logged_at     timestamptz not null;

-- What is kept of a rejection that was erased with its customer: how it came in, and where in the log it ended.
create table rejection_deletion (
    organization  text        not null,
    id            uuid        not null,
    received_at   timestamptz,
    channel       text,
    log_partition integer     not null,
    log_offset    bigint      not null,
    logged_at     timestamptz not null,
    primary key (organization, id)
);
