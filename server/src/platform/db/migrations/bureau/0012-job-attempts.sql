-- 任务的第几次运行: a worker that fell silent loses its job to the next one; only the latest attempt may write.
alter table job_run add column attempt integer not null default 0,
  add constraint job_run_attempt_is_counted check (attempt >= 0);
