-- The sign-in service's own tables, as it generates them (better-auth 1.7.25: core, username, twoFactor, rate limit).
create schema if not exists auth;
grant usage on schema auth to dongzhou_app;

create table auth."user" ("id" text not null primary key, "name" text not null, "email" text not null unique,
  "emailVerified" boolean not null, "image" text, "createdAt" timestamptz default current_timestamp not null,
  "updatedAt" timestamptz default current_timestamp not null, "username" text unique, "displayUsername" text,
  "twoFactorEnabled" boolean);
comment on table auth."user" is '用户 (user): who can sign in. What they may do stands in the bureau''s accounts.';

create table auth."session" ("id" text not null primary key, "expiresAt" timestamptz not null, "token" text not null unique,
  "createdAt" timestamptz default current_timestamp not null, "updatedAt" timestamptz not null, "ipAddress" text,
  "userAgent" text, "userId" text not null references auth."user" ("id") on delete cascade);
comment on table auth."session" is '会话 (session): one signed-in browser; can be listed and ended.';

create table auth."account" ("id" text not null primary key, "accountId" text not null, "providerId" text not null,
  "userId" text not null references auth."user" ("id") on delete cascade, "accessToken" text, "refreshToken" text,
  "idToken" text, "accessTokenExpiresAt" timestamptz, "refreshTokenExpiresAt" timestamptz, "scope" text, "password" text,
  "createdAt" timestamptz default current_timestamp not null, "updatedAt" timestamptz not null);
comment on table auth."account" is '凭据 (credential): the password hash of a user.';

create table auth."verification" ("id" text not null primary key, "identifier" text not null, "value" text not null,
  "expiresAt" timestamptz not null, "createdAt" timestamptz default current_timestamp not null,
  "updatedAt" timestamptz default current_timestamp not null);
comment on table auth."verification" is '验证 (verification): a short-lived token of the sign-in service.';

create table auth."twoFactor" ("id" text not null primary key, "secret" text not null, "backupCodes" text not null,
  "userId" text not null references auth."user" ("id") on delete cascade, "verified" boolean,
  "failedVerificationCount" integer, "lockedUntil" timestamptz);
comment on table auth."twoFactor" is '动态口令 (second factor): the TOTP secret of a user, encrypted by the sign-in service.';

create table auth."rateLimit" ("id" text not null primary key, "key" text not null unique, "count" integer not null,
  "lastRequest" bigint not null);
comment on table auth."rateLimit" is '频次限制 (rate limit): requests per address, counted by the sign-in service.';

create index "session_userId_idx" on auth."session" ("userId");
create index "account_userId_idx" on auth."account" ("userId");
create index "verification_identifier_idx" on auth."verification" ("identifier");
create index "twoFactor_secret_idx" on auth."twoFactor" ("secret");
create index "twoFactor_userId_idx" on auth."twoFactor" ("userId");

-- 登录失败 (sign-in failure): the lock-out is per user name and ours; the rate limit above counts by address only.
create table auth.sign_in_failure (
  user_name text primary key,
  failures integer not null,
  locked_until timestamptz,
  last_at timestamptz not null
);
comment on table auth.sign_in_failure is '登录失败 (sign-in failure): failures in a row of a user name, and until when it is locked.';

-- Opening and stopping an account happens in one transaction with its trail, as the application role.
grant insert on auth."user", auth."account", public.bureau_member to dongzhou_app;
grant select ("userId"), delete on auth."session" to dongzhou_app;
grant select ("username") on auth."user" to dongzhou_app;
