import { boardOf } from '#lib/domain/board.ts';
import { boardSentences } from '#lib/format/board.ts';
import { readAsFrozen } from '#lib/server/decided.ts';
import { readDecisions } from '#lib/server/decisions.ts';
import { fileNameOf, frozenOr404 } from '#routes/frozen.server.ts';

/** All of a version on one page, to print and hand out: made of what was frozen, and of nothing else. */
export const load = (asked) => {
  const frozen = frozenOr404(asked);
  const { namnd, occasion, version, isMistaken } = frozen;
  const at = { id: occasion.id, key: occasion.key, decision: version };
  const assessed = readAsFrozen(asked.locals.db, namnd, at);
  return {
    title: `${assessed.occasion.title}, ${namnd.name}, version ${version.version}`,
    ...{ assessed, version, isMistaken },
    versions: readDecisions(asked.locals.db, { namnd: namnd.id, occasion: occasion.id }).versions,
    sentences: boardSentences(assessed, boardOf(assessed)),
    file: fileNameOf(frozen),
    home: asked.locals.home,
  };
};
