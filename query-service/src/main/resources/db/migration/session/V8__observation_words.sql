-- The words of the observation, which is what follows the fifth line of what is searched; folded there already.
create function session_observation_words(search_text text) returns tsvector
    language sql immutable strict parallel safe
    return to_tsvector('simple'::regconfig, regexp_replace(search_text, '^(?:[^\n]*\n){5}', ''));

create index session_record_by_observation on session_record using gin (session_observation_words(search_text));

create index session_record_highlighted on session_record (organization, uploaded_at desc, id desc)
    where highlight_type is not null;
