-- What bureaus share. One bureau is one schema: it can move to another node of a cluster as a whole.
create table public.bureau (
  code text primary key,
  name text not null,
  schema_name text not null unique,
  is_demo boolean not null default false,
  created_at timestamptz not null default now(),
  constraint bureau_code_is_a_county_code check (code ~ '^[0-9]{6}$')
);
comment on table public.bureau is '局 (bureau): one county-level Veterans Affairs Bureau and the schema that holds its records.';

-- Who belongs to which bureau: the session says who somebody is, this says where to look for their account.
create table public.bureau_member (
  user_id text primary key,
  bureau_code text not null references public.bureau (code)
);
comment on table public.bureau_member is '局成员 (bureau member): leads from a signed-in user to the bureau that holds the account.';

grant usage on schema public to dongzhou_app;
