-- A check is asked again of the whole row whenever any column of it changes: with 0027's, whoever was rated in clear by an earlier release
-- could be neither corrected nor merged. What is asked of a row that is written is asked by a policy; the rows of before are sealed when
-- the server starts, which has the key, and the index tells it at once that none is left.
alter table fact drop constraint fact_mental_is_sealed;
create policy fact_mental_is_sealed on fact as restrictive for insert
  with check (kind <> 'disability' or value -> 'mental' is null);
create index fact_mental_in_clear on fact (id) where kind = 'disability' and value -> 'mental' is not null;

-- Of a signature, the name under it and nothing else: 0025's answered for every account of the bureau, and told its login. Served are those
-- who signed what everybody in the bureau may read, by the id or the login that stands on the row.
drop function names_of_accounts(bigint[], text[]);
create function names_of_signers(ids bigint[], logins text[])
  returns table (account_id bigint, user_name text, display_name text)
  language sql stable security definer set search_path from current
as $$
  select a.id, null::text, a.display_name from account a
  where a.id = any(ids) and (
    exists (select from rate r where a.id in (r.account_id, r.confirmed_account_id)) or
    exists (select from rate_exclusion e where a.id in (e.account_id, e.confirmed_account_id)))
  union all
  select null::bigint, a.user_name, a.display_name from account a
  where a.user_name = any(logins) and (
    exists (select from rate r where a.user_name in (r.recorded_by, r.confirmed_by, r.withdrawn_by)) or
    exists (select from rate_exclusion e where a.user_name in (e.recorded_by, e.confirmed_by, e.withdrawn_by)))
$$;
comment on function names_of_signers(bigint[], text[]) is '签名姓名: what those are called who signed a row of the rate book, whatever the division of whoever reads it.';
revoke all on function names_of_signers(bigint[], text[]) from public;
grant execute on function names_of_signers(bigint[], text[]) to dongzhou_app;
