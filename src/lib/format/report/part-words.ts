import type {
  Across,
  Gathered,
  IndicatorColumn,
  PartKind,
  ThingColumn,
} from '#lib/domain/report.ts';

/* What the parts of a report and their columns are called where somebody chooses them. */

export const PART_KIND: Readonly<Record<PartKind, string>> = {
  chapter: 'Eget kapitel',
  summary: 'Sammanfattning ur värdena',
  goals: 'Mål för mål',
  things: 'Mål eller aktiviteter i en tabell',
  indicators: 'Indikatorer i en tabell',
  series: 'Serier över tid',
  sources: 'Källor',
  rules: 'Färgernas regler',
  roles: 'Ansvarsroller',
};

export const THING_COLUMN: Readonly<Record<ThingColumn, string>> = {
  number: 'Nummer',
  texts: 'Texter',
  owners: 'Ansvarig',
  dates: 'Start och slut',
  lifecycle: 'Hur långt det har kommit',
  before: 'Förra bedömningen',
  state: 'Bedömning eller prognos',
};

export const INDICATOR_COLUMN: Readonly<Record<IndicatorColumn, string>> = {
  unit: 'Enhet',
  before: 'Senaste utfall före',
  value: 'Utfall',
  target: 'Målvärde',
  previous: 'Ett år tidigare',
  change: 'Förändring',
  county: 'Länet',
  nation: 'Riket',
  'year-budget': 'Årets budget',
  budget: 'Periodens budget',
  difference: 'Skillnad mot budget',
  texts: 'Kommentar',
  state: 'Läge',
};

export const GATHERED: Readonly<Record<Gathered, string>> = {
  each: 'en tabell för varje mått',
  group: 'en tabell för varje rubrik',
  one: 'en enda tabell',
};

export const ACROSS: Readonly<Record<Across, string>> = {
  'newest-last': 'perioder, den senaste sist',
  'newest-first': 'perioder, den senaste först',
  months: 'årets månader',
  parts: 'delar, av den senaste perioden',
};
