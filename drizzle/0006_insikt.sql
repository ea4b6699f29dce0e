-- Insikt by area: an area's index needs ten answers, the total twenty (Kolada's texts on U07455 and U07453).
-- A kommun may have read Kolada's own list already: then they are there.
INSERT INTO measure (code, source, title, unit, is_share, better, ended_after, about) VALUES
  ('U07447', 'kolada', 'Företagsklimat Insikt - Bygglov - Index', '', 0, 'higher', NULL, 'kommun'),
  ('U07448', 'kolada', 'Företagsklimat Insikt - Markupplåtelse - Index', '', 0, 'higher', NULL, 'kommun'),
  ('U07449', 'kolada', 'Företagsklimat Insikt - Miljö- och hälsoskydd - Index', '', 0, 'higher', NULL, 'kommun'),
  ('U07450', 'kolada', 'Företagsklimat Insikt - Serveringstillstånd - Index', '', 0, 'higher', NULL, 'kommun'),
  ('U07459', 'kolada', 'Företagsklimat Insikt - Upphandling - Index', '', 0, 'higher', NULL, 'kommun')
  ON CONFLICT DO NOTHING;
--> statement-breakpoint
UPDATE measure SET survey = 'insikt' WHERE kommun IS NULL
  AND code IN ('U07446', 'U07447', 'U07448', 'U07449', 'U07450', 'U07451', 'U07453', 'U07455', 'U07459');
--> statement-breakpoint
UPDATE measure SET small_count = 20 WHERE kommun IS NULL AND code IN ('U07451', 'U07453');
