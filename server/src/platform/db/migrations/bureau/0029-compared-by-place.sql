-- 上期金额 (before): what a list was compared with, over the people of its division, whatever runs paid them; and how many of it could not be
-- compared although their benefit had been paid. Lists of before have neither: they were compared with one run.
alter table payment_run add column before_fen bigint;
alter table payment_run add column before_people integer;
alter table payment_run add column uncompared integer not null default 0;
alter table payment_run add constraint payment_run_before_is_people_and_money check ((before_fen is null) = (before_people is null));
grant update (before_fen, before_people, uncompared) on payment_run to dongzhou_app;

-- 起始月 by place: a town that begins before the others, or after them, has an opening of its own. A run from before openings were declared
-- began with its own month.
update payment_run r set openings = jsonb_build_object(r.division_code, (
    select jsonb_object_agg(b.benefit, coalesce((r.openings ->> b.benefit)::int, r.month)) from unnest(r.benefits) as b(benefit)))
  where r.kind = 'regular' and cardinality(r.benefits) > 0;
comment on column payment_run.openings is '起始月 (openings): month by division and benefit from which on this run settles; declared by the first run of a division.';
