-- 说明人 (explained by): as signatures name people, so that whoever explained a change of a list is not the one who releases it.
alter table payment_change add column noted_who text;
grant update (noted_who) on payment_change to dongzhou_app;
