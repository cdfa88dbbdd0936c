-- What a row says of the place, the month and the money stands from the day it was written: the application may change how far a thing has
-- gone, and nothing else. The account of a transfer is the one that was checked and signed for.
revoke update on payment_run from dongzhou_app;
grant update (version, state, edition, computed_at, seen_signature, job_id, is_sample, people, list_fen, unknown, unexplained,
  previous_run_id, digest, locked_at, released_at, changed_at) on payment_run to dongzhou_app;
revoke update (account_sealed, account_index) on payment_transfer from dongzhou_app;
revoke update on recovery from dongzhou_app;
grant update (version, settled_fen, monthly_fen, from_month, document, changed_at) on recovery to dongzhou_app;
revoke update on death_notice from dongzhou_app;
grant update (version, division_code, person_id, state, because, decided_by, decided_at) on death_notice to dongzhou_app;
revoke update on stock_item from dongzhou_app;
grant update (version) on stock_item to dongzhou_app;
revoke update on stock_lot from dongzhou_app;
grant update (quantity) on stock_lot to dongzhou_app;
revoke update on benefit_finding from dongzhou_app;
grant update (version, since_month, amount_fen, found_at, closed_at, dismissed_until, dismissed_because, dismissed_by, dismissed_at)
  on benefit_finding to dongzhou_app;
revoke update on benefit_screening from dongzhou_app;
grant update (finished_at, followed_at, people) on benefit_screening to dongzhou_app;

-- A round is read by every town, and written by whoever answers for the whole county.
drop policy benefit_screening_of_anyone on benefit_screening;
create policy benefit_screening_read_by_anyone on benefit_screening for select using (true);
create policy benefit_screening_begun_within_division on benefit_screening for insert
  with check (division_code between current_setting('app.division_first', true) and current_setting('app.division_last', true));
create policy benefit_screening_ended_within_division on benefit_screening for update
  using (division_code between current_setting('app.division_first', true) and current_setting('app.division_last', true));
