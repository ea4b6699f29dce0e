-- Whose survey a nyckeltal is from, so that what a kommun reads in of its own is hidden by that survey's limit
-- for small counts (Socialstyrelsen 30, SKR's IFO 10, SKR's LSS 5). By title, as surveyOfTitle in
-- src/lib/ingest/surveys/services.ts says of those that catalogues bring; a test holds the two together.
UPDATE measure SET survey = CASE
  WHEN title LIKE '%äldreomsorg%' THEN 'aldre'
  WHEN title LIKE '%LSS%' OR title LIKE '%SoL%' OR title LIKE '%personlig assistans%' OR title LIKE '%funktionshinder%' THEN 'lss'
  ELSE 'ifo'
END
WHERE kommun IS NULL AND source = 'kolada' AND survey IS NULL AND title LIKE 'Brukarbedömning %';
--> statement-breakpoint
-- Questions of those surveys that the first list did not have. One that a catalogue has brought stays as it is.
INSERT OR IGNORE INTO measure (code, source, title, unit, is_share, better, survey, ended_after, about) VALUES
  ('U23459', 'kolada', 'Brukarbedömning särskilt boende äldreomsorg - tillräckligt med tid, andel (%)', '%', 1, 'none', 'aldre', NULL, 'kommun'),
  ('U23460', 'kolada', 'Brukarbedömning särskilt boende äldreomsorg - möjlighet påverka tider, andel (%)', '%', 1, 'none', 'aldre', NULL, 'kommun'),
  ('U23461', 'kolada', 'Brukarbedömning särskilt boende äldreomsorg - hänsyn till åsikter och önskemål, andel (%)', '%', 1, 'none', 'aldre', NULL, 'kommun'),
  ('U23463', 'kolada', 'Brukarbedömning särskilt boende äldreomsorg - alltid bra bemötande, andel (%)', '%', 1, 'none', 'aldre', NULL, 'kommun'),
  ('U23464', 'kolada', 'Brukarbedömning särskilt boende äldreomsorg - mycket trygga, andel (%)', '%', 1, 'none', 'aldre', NULL, 'kommun'),
  ('U23520', 'kolada', 'Brukarbedömning särskilt boende äldreomsorg - alltid eller oftast bra bemötande, andel (%)', '%', 1, 'none', 'aldre', NULL, 'kommun'),
  ('U23521', 'kolada', 'Brukarbedömning särskilt boende äldreomsorg - mycket eller ganska trygga, andel (%)', '%', 1, 'none', 'aldre', NULL, 'kommun'),
  ('U28535', 'kolada', 'Brukarbedömning  daglig verksamhet LSS  - Personalen pratar så brukaren förstår, lägeskommun, andel (%)', '%', 1, 'none', 'lss', NULL, 'kommun'),
  ('U28536', 'kolada', 'Brukarbedömning  daglig verksamhet LSS  - Brukaren känner sig trygg med alla i personalen, lägeskommun, andel (%)', '%', 1, 'none', 'lss', NULL, 'kommun'),
  ('U28537', 'kolada', 'Brukarbedömning  daglig verksamhet LSS  - Brukaren är aldrig rädd för något på sin dagliga verksamhet, lägeskommun, andel (%)', '%', 1, 'none', 'lss', NULL, 'kommun'),
  ('U28538', 'kolada', 'Brukarbedömning  daglig verksamhet LSS  - Brukaren trivs alltid på sin dagliga verksamhet, lägeskommun, andel (%)', '%', 1, 'none', 'lss', NULL, 'kommun'),
  ('U28619', 'kolada', 'Brukarbedömning Personlig assistans - Brukaren får den hjälp hen vill ha av assistenterna, lägeskommun, andel (%)', '%', 1, 'none', 'lss', NULL, 'kommun'),
  ('U28622', 'kolada', 'Brukarbedömning Personlig assistans - Assistenterna bryr sig om brukaren, lägeskommun, andel (%)', '%', 1, 'none', 'lss', NULL, 'kommun'),
  ('U28625', 'kolada', 'Brukarbedömning Personlig assistans - Alla assistenter pratar så brukaren förstår, lägeskommun, andel (%)', '%', 1, 'none', 'lss', NULL, 'kommun'),
  ('U28628', 'kolada', 'Brukarbedömning Personlig assistans - Alla assistenter förstår brukaren, lägeskommun, andel (%)', '%', 1, 'none', 'lss', NULL, 'kommun'),
  ('U28631', 'kolada', 'Brukarbedömning Personlig assistans - Brukaren känner sig trygg med alla sina assistenter, lägeskommun, andel (%)', '%', 1, 'none', 'lss', NULL, 'kommun'),
  ('U28637', 'kolada', 'Brukarbedömning Personlig assistans - Brukaren vet vem hen ska prata med om något fungerar dåligt med assistenterna, lägeskommun, andel (%)', '%', 1, 'none', 'lss', NULL, 'kommun'),
  ('U28638', 'kolada', 'Brukarbedömning Personlig assistans - Brukaren trivs med sina assistenter, lägeskommun andel (%)', '%', 1, 'none', 'lss', NULL, 'kommun'),
  ('U28649', 'kolada', 'Brukarbedömning  boende särskild service SoL - All personal förstår brukaren, lägeskommun, andel (%)', '%', 1, 'none', 'lss', NULL, 'kommun');
