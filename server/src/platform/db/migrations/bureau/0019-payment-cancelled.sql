-- 撤销 (cancelled): held or failed money of which it turned out that it was never owed. It stayed in the house, so nobody is asked for it.
alter table payment_transfer add column cancelled_fen bigint not null default 0;
alter table payment_transfer add constraint payment_transfer_cancelled_was_outstanding
  check (cancelled_fen between 0 and amount_fen and (cancelled_fen = 0 or state in ('held', 'failed')));
drop index payment_transfer_outstanding;
create index payment_transfer_outstanding on payment_transfer (division_code, id)
  where state in ('held', 'failed') and reissued_in is null and cancelled_fen < amount_fen;
grant update (cancelled_fen) on payment_transfer to dongzhou_app;
