create table project (
    one integer primary key check (one = 1),
    created_at text not null,            -- ISO 8601, UTC
    position integer not null,           -- how many steps of history are in force; the later ones were undone
    next_id integer not null             -- the id that the next result will have
) strict;

create table history (
    step integer primary key,            -- 1, 2, 3 … in the order of their happening
    label text not null,                 -- what the step did, in words
    at text not null,                    -- ISO 8601, UTC
    change text not null                 -- the step with its plan and result, as JSON
) strict;

create table audit (
    entry integer primary key,
    at text not null,                    -- ISO 8601, UTC
    action text not null,                -- import, export, undo, redo …
    detail text not null                 -- in words, without personal data
) strict;

create table part (
    part integer primary key,
    relation text not null,              -- which rows: source_3, features_9 …
    number integer not null,             -- reading order, from 0
    sha256 text not null,                -- of the bytes
    bytes blob not null,                 -- a Parquet file, zstd
    unique (relation, number)
) strict;

create table shown (
    table_name text not null,            -- one of the tables below
    result_id integer not null,          -- whose rows stand in it
    primary key (table_name, result_id)
) strict, without rowid;

create table source (
    source text not null,
    role text not null,                  -- customers, events, items, consents or exposures
    file text not null,                  -- where it was read from
    rows integer not null,               -- rows in the file = accepted + rejected + duplicates
    accepted integer not null,
    rejected integer not null,
    duplicates integer not null,
    imported_at text not null,
    result_id integer not null
) strict;

create table source_column (
    source text not null,
    position integer not null,           -- from 1
    name text not null,
    type text not null,
    file_column text not null,           -- what the file calls it
    field text not null,                 -- the field it fills; empty for an attribute
    unreadable integer not null,         -- values that could not be read as the type
    result_id integer not null
) strict;

create table rejected_row (
    source text not null,
    line integer,                        -- in the file, from 1
    column_name text,
    text text,                           -- the row as it stands in the file
    reason text not null,
    result_id integer not null
) strict;

create table finding (
    source text not null,
    check_name text not null,
    severity text not null,
    column_name text not null,
    rows integer not null,
    message text not null,
    result_id integer not null
) strict;

create table customer (
    customer_id text not null,
    profile text not null,               -- all attributes, as a JSON object: profile ->> 'city'
    result_id integer not null
) strict;

create table customer_origin (
    customer_id text not null,
    source text not null,
    records integer not null,            -- how many rows of the source are this customer
    result_id integer not null
) strict;

create table consent (
    customer_id text not null,
    purpose text not null,
    status text not null,                -- granted, denied or withdrawn: the latest one
    since text,                          -- ISO 8601, UTC
    result_id integer not null
) strict;

create table feature (
    feature text not null,
    description text not null,
    unit text not null,
    result_id integer not null
) strict;

create table customer_feature (
    customer_id text not null,
    features text not null,              -- all features, as a JSON object: features ->> 'recency_days'
    result_id integer not null
) strict;

create table clustering (
    clustering integer not null,
    clusters integer not null,           -- the chosen number
    reason text not null,                -- why that number
    made_at text not null,
    result_id integer not null
) strict;

create table clustering_candidate (
    clustering integer not null,
    clusters integer not null,
    inertia real not null,               -- sum of squared distances to the centres, scaled features
    silhouette real not null,            -- -1 to 1
    result_id integer not null
) strict;

create table cluster_member (
    clustering integer not null,
    customer_id text not null,
    cluster integer not null,            -- 0 is the largest
    result_id integer not null
) strict;

create table segment (
    segment text not null,
    rule text not null,
    members integer not null,            -- distinct customers
    defined_at text not null,
    result_id integer not null
) strict;

create table segment_member (
    segment text not null,
    customer_id text not null,
    valid_from text not null,            -- ISO 8601, UTC
    valid_to text,                       -- null while the customer is a member
    result_id integer not null
) strict;

create table recommendation (
    customer_id text not null,
    rank integer not null,               -- 1 is the best
    item_id text not null,
    title text,
    score real not null,
    reason text not null,
    result_id integer not null
) strict;

create table experiment (
    experiment text not null,
    kind text not null,                  -- planned, simulated or analysed
    made_at text not null,
    result text not null,                -- plan and result, as JSON
    result_id integer not null
) strict;

create index customer_by_id on customer (customer_id);

create index segment_member_by_segment on segment_member (segment, customer_id);

create index recommendation_by_customer on recommendation (customer_id, rank);
