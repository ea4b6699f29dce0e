import { foldTitle } from '#lib/ingest/fold.ts';
import type { Kpi } from '#lib/ingest/kolada/kpi.ts';
import { surveyOfTitle } from '#lib/ingest/surveys/services.ts';
import type { Db } from './db/client.ts';
import * as measures from './db/measures.ts';
import type { KnownMeasure } from './db/measures.ts';
import { changeOf } from './import-catalogue.ts';
import type { CatalogueChange } from './import-catalogue.ts';

const FIELDS = ['title', 'unit', 'isShare', 'better', 'endedAfter', 'about'] as const;

const pick = (one: Pick<Kpi, (typeof FIELDS)[number]>) =>
  Object.fromEntries(FIELDS.map((field) => [field, one[field]]));

/** Titles to remember: what the catalogue says it was called, and what we called it until now. */
function newTitles(kpi: Kpi, old: KnownMeasure | undefined): string[] {
  const titles = [...kpi.oldTitles, ...(old ? [old.title] : [])].map(foldTitle);
  return titles.filter(
    (title) => title !== foldTitle(kpi.title) && !old?.oldTitles.includes(title),
  );
}

/** Kolada's metadata states no unit and no direction: what is known of them stays. */
function keepingKnown(kpi: Kpi, old: KnownMeasure | undefined): Kpi {
  if (!kpi.facts || !old) return kpi;
  const { unit, isShare } = old.unit === '' ? kpi : old;
  const endedAfter = kpi.endedAfter ?? old.endedAfter;
  return { ...kpi, unit, isShare, better: old.better, endedAfter, about: kpi.about ?? old.about };
}

type Change = { readonly kpi: Kpi; readonly old: KnownMeasure | undefined };

const isChange = ({ kpi, old }: Change) =>
  !old || FIELDS.some((field) => old[field] !== kpi[field]) || newTitles(kpi, old).length > 0;

function save(db: Db, { kpi, old }: Change): void {
  const row = { title: kpi.title, unit: kpi.unit, isShare: kpi.isShare, better: kpi.better };
  const fields = { ...row, endedAfter: kpi.endedAfter, about: kpi.about };
  const titles = newTitles(kpi, old);
  const id =
    old?.id ??
    measures.insert(db, {
      ...fields,
      ...{ kommun: null, code: kpi.code, source: 'kolada', survey: surveyOfTitle(kpi.title) },
    });
  if (old) measures.update(db, id, fields);
  for (const title of titles) measures.rememberTitle(db, id, title);
}

/** What a catalogue of nyckeltal would change among the shared measures. */
export function examineKpis(db: Db, kpis: readonly Kpi[]): CatalogueChange {
  const known = new Map(measures.list(db, null).map((one) => [one.code, one]));
  const all = kpis.map((kpi): Change => {
    const old = known.get(kpi.code);
    return { kpi: keepingKnown(kpi, old), old };
  });
  return changeOf('measures', all, {
    isNew: ({ old }) => !old,
    code: ({ kpi }) => kpi.code,
    was: ({ old }) => old && { ...pick(old), oldTitles: old.oldTitles },
    is: ({ kpi, old }) => ({
      ...pick(kpi),
      oldTitles: [...(old?.oldTitles ?? []), ...newTitles(kpi, old)],
    }),
    isChange,
    save: (one) => save(db, one),
  });
}
