-- What no bank has answered yet is counted for every clerk's first page: of 333,000 transfers of a run 166,000 open ones in 68 ms instead of
-- 185, and none in 0.03 ms once the run is answered. The division stands in it because the fence of the table asks for it.
create index payment_transfer_sent on payment_transfer (run_id, edition) include (division_code) where state = 'sent';

-- Who draws and has no account is asked of everybody who draws: without it all facts were read to find the accounts (1.5 s instead of 0.4
-- for 333,000 who draw among five million facts).
create index fact_of_account on fact (person_id) include (valid_to, division_code) where kind = 'bank-account' and superseded_at is null;
