alter table project add column settled integer not null default 0 /* how many of the first steps can no longer be undone: their rows are gone */;

alter table project add column sha256 text not null default '' /* of the rest of this row and of all below that is sealed */;

alter table history add column sha256 text not null default '' /* of the rest of the row */;

alter table audit add column sha256 text not null default '' /* of the rest of the row */;

alter table shown add column sha256 text not null default '' /* of the result's rows in the table */;
