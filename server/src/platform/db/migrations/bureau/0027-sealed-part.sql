-- 部分密封: of a disability rating, grade, nature and day are asked in bulk and stand open; whether it was for a mental disorder is a health
-- finding and stands sealed beside them. Every other kind is open or sealed as a whole, as before.
alter table fact drop constraint fact_is_open_or_sealed;
alter table fact add constraint fact_is_open_or_sealed check (
  (value is not null or sealed is not null) and (value is null or sealed is null or kind = 'disability'));
-- Not asked of rows from before: sealing them takes the key, which the database has not.
alter table fact add constraint fact_mental_is_sealed check (kind <> 'disability' or value -> 'mental' is null) not valid;
