-- Who signed a rate is no secret of the county: whoever may read the line may read the name under it, also where the account lies above
-- their own place and its row is out of their sight. The name alone: no role, no place, no login of anybody who signed nothing they see.
create function names_of_accounts(ids bigint[], logins text[])
  returns table (account_id bigint, user_name text, display_name text)
  language sql stable security definer set search_path from current
as $$
  select a.id, a.user_name, a.display_name from account a where a.id = any(ids) or a.user_name = any(logins)
$$;
comment on function names_of_accounts(bigint[], text[]) is '签名姓名: what those are called who signed, whatever the division of whoever reads it.';
revoke all on function names_of_accounts(bigint[], text[]) from public;
grant execute on function names_of_accounts(bigint[], text[]) to dongzhou_app;
