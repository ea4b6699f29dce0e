import type { Difference } from '#lib/domain/difference.ts';
import { foldTitle } from '#lib/ingest/fold.ts';
import type { Kpi } from '#lib/ingest/kolada/kpi.ts';
import { surveyOfTitle } from '#lib/ingest/surveys/services.ts';
import type { Actor } from './db/actor.ts';
import type { Db } from './db/client.ts';
import * as measures from './db/measures.ts';
import type { KnownMeasure } from './db/measures.ts';
import { write } from './db/write.ts';

const FIELDS = ['title', 'unit', 'isShare', 'better', 'endedAfter', 'about'] as const;

/** Titles to remember: what the catalogue says it was called, and what we called it until now. */
function newTitles(kpi: Kpi, old: KnownMeasure | undefined): string[] {
  const titles = [...kpi.oldTitles, ...(old ? [old.title] : [])].map(foldTitle);
  return titles.filter(
    (title) => title !== foldTitle(kpi.title) && !old?.oldTitles.includes(title),
  );
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
export function examineKpis(db: Db, kpis: readonly Kpi[]) {
  const known = new Map(measures.list(db, null).map((one) => [one.code, one]));
  const all = kpis.map((kpi): Change => ({ kpi, old: known.get(kpi.code) }));
  const changes = all.filter(isChange);
  const isNew = changes.filter(({ old }) => !old).length;
  const difference: Difference = {
    new: isNew,
    changed: changes.length - isNew,
    unchanged: all.length - changes.length,
  };
  return { changes, difference };
}

/** Stores a catalogue, which is everybody's: one row in the log, and every kommun's pages are made anew. */
export function storeKpis(
  db: Db,
  actor: Actor,
  now: Date,
  file: { readonly name: string; readonly sha256: string },
  { changes, difference }: ReturnType<typeof examineKpis>,
): void {
  write(db, actor, now, () => {
    for (const change of changes) save(db, change);
    return {
      result: undefined,
      change: {
        kommun: null,
        action: 'measure.catalogue',
        entity: 'measure',
        entityId: 'kolada',
        before: null,
        after: { file: file.name, sha256: file.sha256, ...difference },
        reason: null,
      },
    };
  });
}
