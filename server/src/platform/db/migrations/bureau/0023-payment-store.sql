-- A million lines are written by one action out of people and a run that the same action has read: a foreign key looked each of them up once
-- more, at 6 us a row, two thirds of all that storing took. Nobody may delete a run or a person; the integrity check payment-without-owner
-- names what a key would have refused.
alter table payment_line drop constraint payment_line_run_id_fkey;
alter table payment_line drop constraint payment_line_person_id_fkey;
alter table payment_transfer drop constraint payment_transfer_run_id_fkey;
alter table payment_transfer drop constraint payment_transfer_person_id_fkey;

-- One index by run instead of two: a line is asked for by its run or by its person.
alter table payment_line drop constraint payment_line_pkey;
drop index payment_line_by_run;
alter table payment_line add primary key (run_id, edition, id);

-- A person stands once in a run, and in a reissue once for each transfer that is paid again; the same index finds the transfers of a run.
drop index payment_transfer_pays_a_person_once;
drop index payment_transfer_by_run;
create unique index payment_transfer_by_run on payment_transfer (run_id, edition, person_id, coalesce(reissue_of, 0));

-- 测算时快照 (what was committed): which transactions a computation may have seen. Instants alone leave a gap: what was begun before it and
-- committed after it carries the earlier instant.
alter table payment_run add column known_snapshot text;
grant update (known_snapshot) on payment_run to dongzhou_app;
