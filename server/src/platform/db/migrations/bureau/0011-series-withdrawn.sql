-- 撤回的系列: a ledger opened it, its batch was taken back, and nothing else is held under it.
alter table activity_series add column state text not null default 'open',
  add constraint activity_series_state_is_known check (state in ('open', 'withdrawn'));
