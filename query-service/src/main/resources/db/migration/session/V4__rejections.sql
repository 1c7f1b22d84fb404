-- Everything the desk asks about a rejection. The rows come again from their topic, with what they had not said before.
truncate session_rejection;
delete from projection_offset where topic = 'session-rejections';

alter table session_rejection
    add column format            text   not null,
    add column sender            text   not null,
    add column delivery          uuid,
    add column customer_key      text,
    add column reasons           text[] not null,
    add column settlement        text,
    add column settled_at        timestamptz,
    add column settled_by        text,
    add column settled_reason    text,
    add column settled_record    uuid;

comment on column session_rejection.line is 'first line of the record in what was sent, from 1; 0 when that has no lines';
comment on column session_rejection.customer_key is 'the customer whom the text names, whatever else is wrong with it';
comment on column session_rejection.reasons is 'each broken rule once, as field:rule';
comment on column session_rejection.settlement is 'resubmitted or dismissed; null while it is open';

create index session_rejection_open on session_rejection (organization, received_at desc, id desc)
    where settlement is null;
create index session_rejection_by_delivery on session_rejection (organization, delivery, received_at desc, id desc)
    where delivery is not null;
create index session_rejection_by_customer on session_rejection (organization, customer_key)
    where customer_key is not null;
create index session_rejection_by_record on session_rejection (organization, settled_record)
    where settled_record is not null;
create index session_rejection_by_reason on session_rejection using gin (reasons);
