-- The rows of 128 neighbouring offsets of a partition are a block. What a block's rows contain is known by the block, as the
-- numbers of all three and six characters in a row that occur in them; a search reads only the blocks that have all of its own.
create function session_block(log_partition integer, log_offset bigint) returns bigint
    language sql immutable strict parallel safe
    return (log_partition::bigint << 40) + (log_offset >> 7);

create index session_record_by_block on session_record (session_block(log_partition, log_offset));

create table session_search_block (
    block bigint    not null primary key,
    grams integer[] not null
);

alter table session_search_block alter column grams set storage external;

comment on column session_search_block.grams is 'of search_text in all rows of the block, and perhaps of rows that left it';

create index session_search_block_by_grams on session_search_block using gin (grams);

-- Blocks before this one are known; later rows are all read by a search.
create table session_search_progress (
    log_partition integer not null primary key,
    next_block    bigint  not null
);

-- Blocks that rows have left, until the blocks are known anew: what was deleted is not to stay in them.
create table session_search_left (
    block bigint not null
);

create index session_search_left_by_block on session_search_left (block);

create function session_search_leave() returns trigger language plpgsql as $$
begin
    insert into session_search_left select distinct session_block(log_partition, log_offset) from gone;
    return null;
end
$$;

create trigger session_search_deleted after delete on session_record
    referencing old table as gone for each statement execute function session_search_leave();
create trigger session_search_updated after update on session_record
    referencing old table as gone for each statement execute function session_search_leave();

drop index session_record_by_words;
drop index session_record_by_observation;
drop function session_observation_words(text);
