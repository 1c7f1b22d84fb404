-- What session_record said once: each version that was corrected, moved or deleted, from logged_at until valid_until.
create table session_history (
    organization      text        not null,
    id                uuid        not null,
    customer          text        not null,
    customer_key      text        not null,
    region            text        not null,
    sessions          integer     not null,
    source            text        not null,
    destination       text        not null,
    minutes           integer,
    observation       text        not null,
    highlight_type    text,
    highlight_url     text,
    highlight_details text,
    uploaded_at       timestamptz not null,
    created_at        timestamptz not null,
    local_day         date        not null,
    channel           text        not null,
    search_text       text        not null,
    revision          integer     not null,
    sender            text        not null,
    delivery          uuid,
    line              integer     not null,
    rejection         uuid,
    log_partition     integer     not null,
    log_offset        bigint      not null,
    logged_at         timestamptz not null,
    change_id         uuid,
    valid_until       timestamptz not null,
    primary key (organization, id, log_partition, log_offset)
);

comment on column session_history.valid_until is 'logged_at of what took its place, or ended it; not contained';

create index session_history_by_end on session_history (organization, valid_until);
create index session_history_expired on session_history (valid_until);
create index session_history_by_customer on session_history (organization, customer_key);

-- Records that were erased with their customer: what they said up to then is not kept, even if it is read again later.
create table session_erasure (
    organization text        not null,
    id           uuid        not null,
    erased_at    timestamptz not null,
    primary key (organization, id)
);

-- From when on the history is complete, and what had been read when that was last made sure of.
create table session_history_reach (
    single   boolean     not null default true primary key check (single),
    since    timestamptz not null,
    read_at  timestamptz not null,
    position text        not null
);

comment on column session_history_reach.since is 'what the log said at any time from then on is in session_record and session_history';
comment on column session_history_reach.read_at is 'all that was logged before then had been read, which was up to position';

-- Rows that were there before have no history; those of an empty database have all that the log still has.
insert into session_history_reach (since, read_at, position)
select greatest(now(), max(as_of)), now(), '' from projection_offset where topic = 'session-records' having count(*) > 0;

-- What was logged in some span of time. Rows are written in about that order, so a few kilobytes are enough.
create index session_record_by_log on session_record using brin (logged_at) with (autosummarize = on);
