-- What people keep of the reports: a name for a filter, a search, columns and an order. Nobody else knows these, so they are
-- the one table that neither a topic nor a rebuild fills again.
create table saved_view (
    organization text        not null,
    id           uuid        not null,
    owner        text        not null,
    name         text        not null,
    query        text        not null,
    created_at   timestamptz not null,
    updated_at   timestamptz not null,
    primary key (organization, id)
);

comment on column saved_view.owner is 'the actor who made it';
comment on column saved_view.query is 'what an address of the reports says after the question mark';

create unique index saved_view_by_name on saved_view (organization, owner, lower(name));
