create table member (
    segment text not null,
    customer_id text not null,
    valid_from text not null,            -- ISO 8601, UTC: since when the customer is a member, as far as is known
    valid_to text,                       -- null while the customer is a member
    result_id integer not null,          -- the result that the customer came in with
    primary key (segment, customer_id)
) strict, without rowid;

insert or ignore into member select segment, customer_id, valid_from, valid_to, result_id from segment_member;

drop table segment_member;

alter table member rename to segment_member;
