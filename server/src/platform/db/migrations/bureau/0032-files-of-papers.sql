-- A scan that was handed in for a case is kept with it: the nightly removal of old uploads asks for its file.
create index case_paper_by_file on case_paper (file_id) where file_id is not null;
