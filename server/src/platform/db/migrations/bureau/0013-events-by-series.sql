-- The rows behind an indicator are found by series and day. Whole, not partial: see heldEvents in activities/relation.sql.ts.
create index activity_event_by_series on activity_event (series_id, day);
