-- Offset of the newest record contained; next_offset can be further, because it counts markers of transactions too.
alter table projection_offset add column last_offset bigint not null default -1;

update projection_offset set last_offset = next_offset - 1;
