-- What was posted, owed or confirmed under a file that was merged is looked for from the file it went into.
create index person_by_merged_into on person (merged_into) where merged_into is not null;
