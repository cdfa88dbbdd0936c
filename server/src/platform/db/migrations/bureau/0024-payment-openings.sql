-- 起始月 (opening): from which month on each benefit of a run is settled here. What was due before was paid by whatever paid before this
-- system, and is neither paid nor asked back here, but for whoever was awarded the benefit since.
alter table payment_run add column openings jsonb not null default '{}';
alter table payment_run add constraint payment_run_openings_are_by_benefit check (jsonb_typeof(openings) = 'object');
comment on column payment_run.openings is '起始月 (openings): month by benefit from which on this run settles; declared by the first run of each benefit.';
grant update (openings) on payment_run to dongzhou_app;
