import type { Assessed } from '#lib/domain/assess-all.ts';
import { asDecided, published } from '#lib/domain/occasion.ts';
import type { Kommun, Namnd, NamndOccasion } from '#lib/domain/model.ts';
import { readAssessed } from './assessed.ts';
import type { Db } from './db/client.ts';
import * as indicators from './db/indicators.ts';
import * as measures from './db/measures.ts';
import * as occasions from './db/occasions.ts';
import * as uploads from './db/uploads.ts';
import type { Upload } from './db/uploads.ts';
import { readDecisions, readLate } from './decisions.ts';
import { readHistory } from './history/gather.ts';

/* Which uploads the public may know of (DESIGN 6): those that something which all may read rests on, and no other. */

type Asked = {
  readonly db: Db;
  readonly kommun: Kommun;
  readonly namnd: Namnd;
  readonly upload: Upload;
};

/** Whether a tree shows a value of an upload, or that it has one which is hidden. */
export const holdsValueOf = ({ indicators: list }: Assessed, ids: ReadonlySet<number>): boolean =>
  list.some(({ observations }) => observations.some(({ source }) => ids.has(source.upload)));

const decisionsAt = ({ db, namnd }: Asked, { id }: NamndOccasion) =>
  readDecisions(db, { namnd: namnd.id, occasion: id });

/** What is published now, with what has come in beside what was decided. */
function isPublished(asked: Asked, list: readonly NamndOccasion[]): boolean {
  const { db, kommun, namnd, upload } = asked;
  return published(list).some((one) => {
    const assessed = readAssessed(db, kommun, namnd, one);
    const late = readLate(db, assessed, decisionsAt(asked, one));
    return (
      holdsValueOf(assessed, new Set([upload.id])) ||
      late.some(({ is }) => is?.source.upload === upload.id)
    );
  });
}

/** What was ever locked, also by mistake: it is still read. */
const isDecided = (asked: Asked, list: readonly NamndOccasion[]): boolean =>
  list.some((one) => {
    const { versions, mistaken } = decisionsAt(asked, one);
    return [...versions, ...mistaken].some((version) =>
      holdsValueOf(
        readAssessed(asked.db, asked.kommun, asked.namnd, asDecided(one, version)),
        new Set([asked.upload.id]),
      ),
    );
  });

/** What a value has been says where it stood; not where the upload was undone. */
function isInHistory({ db, kommun, namnd, upload }: Asked): boolean {
  if (upload.state === 'undone') return false;
  const byId = new Map(
    measures.listByIds(db, uploads.measuresOf(db, upload.id)).map((one) => [one.id, one]),
  );
  return indicators.list(db, namnd.id).some((one) => {
    const measure = byId.get(one.measure);
    if (!measure) return false;
    const subject = { kind: 'indicator', id: one.id } as const;
    const { entries } = readHistory(db, {
      kommun,
      namnd,
      subject,
      measure,
      isInside: false,
      from: null,
    });
    return entries.some(
      (entry) =>
        entry.kind === 'value' &&
        [entry.step.was, entry.step.is].some((value) => value?.source.upload === upload.id),
    );
  });
}

/** Whether something that everybody may read of a nämnd rests on an upload: else it is arbetsmaterial, or undone. */
export function isShownToAll(db: Db, kommun: Kommun, namnd: Namnd, upload: Upload): boolean {
  const asked = { db, kommun, namnd, upload };
  const list = occasions.listOfNamnd(db, namnd.id);
  return isPublished(asked, list) || isDecided(asked, list) || isInHistory(asked);
}
