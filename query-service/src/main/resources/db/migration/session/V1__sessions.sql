create extension if not exists pg_trgm;

-- How far each topic partition is contained in its table; written in the transaction that writes the rows.
create table projection_offset (
    topic       text        not null,
    partition   integer     not null,
    cluster_id  text        not null,
    next_offset bigint      not null,
    as_of       timestamptz not null,
    primary key (topic, partition)
);

-- One row per live record of the topic session-records.
create table session_record (
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
    primary key (organization, id)
);

comment on column session_record.search_text is 'everything that is searched, case folded, one field per line';

create index session_record_by_upload on session_record (organization, uploaded_at desc, id desc);
create index session_record_by_customer on session_record (organization, customer_key, uploaded_at desc, id desc);
create index session_record_by_region on session_record (organization, lower(region), uploaded_at desc, id desc);
create index session_record_by_sessions on session_record (organization, sessions, uploaded_at desc, id desc);
create index session_record_by_source on session_record (organization, lower(source), uploaded_at desc, id desc);
create index session_record_by_destination on session_record (organization, lower(destination), uploaded_at desc, id desc);
create index session_record_by_minutes on session_record (organization, minutes, uploaded_at desc, id desc);
create index session_record_by_words on session_record using gin (search_text gin_trgm_ops);

-- One row per record of the topic session-rejections.
create table session_rejection (
    organization text        not null,
    id           uuid        not null,
    received_at  timestamptz not null,
    channel      text        not null,
    line         integer     not null,
    text         text        not null,
    violations   jsonb       not null,
    primary key (organization, id)
);

create index session_rejection_by_time on session_rejection (organization, received_at desc, id desc);
