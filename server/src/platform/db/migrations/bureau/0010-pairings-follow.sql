-- 结对随人走 (a pairing lies where its person lives): a person moves in four places of the registry, and registry knows nothing
-- of visits. The database carries the division over, whoever moves the person; no clerk's fence stands in its way.
alter table person add constraint person_in_a_division unique (id, division_code);
alter table pairing add constraint pairing_id_in_a_division unique (id, division_code);
update pairing p set division_code = person.division_code from person
  where person.id = p.person_id and person.division_code <> p.division_code;
update pairing_visit v set division_code = p.division_code from pairing p
  where p.id = v.pairing_id and p.division_code <> v.division_code;
alter table pairing add constraint pairing_lies_with_its_person
  foreign key (person_id, division_code) references person (id, division_code) on update cascade;
alter table pairing_visit add constraint pairing_visit_lies_with_its_pairing
  foreign key (pairing_id, division_code) references pairing (id, division_code) on update cascade;
