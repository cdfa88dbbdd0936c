-- Uploads and exports are kept for a time and then taken out of the storage. The record stays: batches and the trail name it.
alter table stored_file add column content_removed_at timestamptz;
comment on column stored_file.content_removed_at is '内容清理时间 (content removed at): when the content left the storage because its time was over; empty while it is there.';
