-- An index that is only as fine as the hour has few different keys, which the database keeps once each with a list of rows: a
-- tenth of the size of one by time and id, and half the work for each row. Rows of one hour are sorted when they are read.
create function session_hour(at timestamptz) returns timestamptz
    language sql immutable strict parallel safe
    return date_bin(interval '1 hour', at, timestamptz '2000-01-01 00:00:00+00');

drop index session_record_by_customer;
drop index session_record_by_region;
drop index session_record_by_source;
drop index session_record_by_destination;
drop index session_record_by_sessions;
drop index session_record_by_minutes;

create index session_record_by_customer on session_record (organization, customer_key);
-- Read backward: in the order of the column, newest first within it.
create index session_record_by_region on session_record (organization, lower(region) desc, session_hour(uploaded_at));
create index session_record_by_source on session_record (organization, lower(source) desc, session_hour(uploaded_at));
create index session_record_by_destination
    on session_record (organization, lower(destination) desc, session_hour(uploaded_at));
-- Read backward: the most first, newest first within it.
create index session_record_by_sessions on session_record (organization, sessions, session_hour(uploaded_at));
create index session_record_by_minutes on session_record (organization, minutes, session_hour(uploaded_at));
