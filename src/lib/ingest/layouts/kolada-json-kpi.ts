import { parseDayText } from '../dates.ts';
import type { JsonObject } from '../json.ts';
import { hasAll, shareWith } from '../kolada/answer.ts';
import type { Answer } from '../kolada/answer.ts';
import { fieldsOf } from '../kolada/fields.ts';
import { kindIn, measuredBy, sourceIn, unitIn } from '../kolada/from-title.ts';
import {
  aboutOf,
  endIn,
  isShare,
  kpiFaults,
  unitOf,
  withoutEnd,
  withoutPrefix,
} from '../kolada/kpi.ts';
import type { Kpi, KpiFacts } from '../kolada/kpi.ts';
import { knownKpi } from '../kolada/lists.ts';
import { listed } from '../rows.ts';
import type { JsonLayout } from './layout.ts';

const NAMES = [
  'id',
  'title',
  'description',
  'municipality_type',
  'auspice',
  'auspices',
  'prel_publication_date',
  'publication_date',
  'publ_period',
] as const;

type Texts = Readonly<Record<(typeof NAMES)[number], string>>;

const dayOf = (text: string) => {
  const day = parseDayText(text);
  return day.ok ? day.value : null;
};

/** Published first as preliminary, then for good: between the two days the year's values may change. */
function preliminary(texts: Texts): Pick<KpiFacts, 'preliminaryFrom' | 'preliminaryBetween'> {
  const from = dayOf(texts.prel_publication_date);
  const to = dayOf(texts.publication_date);
  const isKnown = from !== null && to !== null && /^\d{4}$/.test(texts.publ_period);
  if (!isKnown) return { preliminaryFrom: null, preliminaryBetween: null };
  return { preliminaryFrom: Number(texts.publ_period), preliminaryBetween: [from, to] };
}

const factsOf = (texts: Texts, { has_ou_data: hasUnitData }: JsonObject): KpiFacts => ({
  titleNormalized: withoutEnd(texts.title).replace(/\s+/g, ' '),
  unit: unitIn(texts.title),
  unitFromTitle: measuredBy(texts.title),
  kind: kindIn(texts.title),
  source: sourceIn(texts.description),
  hasUnitData: hasUnitData === true || hasUnitData === 1,
  auspice: texts.auspice || texts.auspices || null,
  ...preliminary(texts),
});

/** Kinds that say more of what a figure is than its unit does. */
const FIRST = new Set(['flag_0_1', 'margin', 'response_rate', 'answers']);

/** What the metadata does not state: from the product's own list, else from the title. */
function meansOf(code: string, title: string, { unit, kind }: KpiFacts) {
  const known = knownKpi(code);
  if (known) return { unit: known.unit, isShare: known.isShare, better: known.better };
  const unitOrKind = kind !== null && FIRST.has(kind) ? kind : (unit ?? kind ?? '');
  return {
    unit: unitOf(unitOrKind),
    isShare: isShare(title, unitOrKind),
    better: 'none' as const,
  };
}

function kpiOf(texts: Texts, row: JsonObject): Kpi {
  const facts = factsOf(texts, row);
  const title = withoutPrefix(texts.title);
  return {
    code: texts.id,
    title,
    oldTitles: [],
    ...meansOf(texts.id, title, facts),
    endedAfter: endIn(title),
    about: aboutOf(texts.municipality_type),
    facts,
  };
}

function read(answer: Answer) {
  const all = answer.rows.map((row) => {
    const spot = answer.spotOf(row);
    const { texts, problems } = fieldsOf(row, spot, NAMES);
    return { kpi: kpiOf(texts, row), line: spot.line, problems };
  });
  return {
    observations: listed([]),
    problems: [...all.flatMap(({ problems }) => problems), ...kpiFaults(all)],
    kpis: all.map(({ kpi }) => kpi),
  };
}

const isKpi = (row: JsonObject) =>
  hasAll(row, 'id', 'title', 'municipality_type', 'is_divided_by_gender');

/** Kolada's own metadata of its nyckeltal. */
export const koladaJsonKpi: JsonLayout = {
  name: 'kolada-kpi',
  recognise: (answer) => ({
    sure: shareWith(answer, isKpi),
    why: 'rows that say what a nyckeltal is called and whose it is',
  }),
  read,
};
