import type { Choices } from '#lib/domain/choices.ts';
import type { Problem } from '#lib/domain/problem.ts';
import { parseJson, textsIn } from './json.ts';
import type { Json } from './json.ts';
import { answerOf } from './kolada/answer.ts';
import type { Answer } from './kolada/answer.ts';
import { recogniseJson } from './layouts/all.ts';
import type { JsonReading } from './layouts/layout.ts';
import { signIn } from './personal-signs.ts';
import { wholeOf } from './pieces.ts';
import type { Pieces } from './pieces.ts';

const FOREIGN: Problem = { code: 'not-a-table', found: 'json' };

/** What holds for every answer, whatever it is about. */
function answerProblems({ version, next, rows, problems }: Answer): Problem[] {
  return [
    ...(version === 2 ? [{ code: 'kolada-v2-closed' } as const] : []),
    ...(next === null ? [] : [{ code: 'page-incomplete', next } as const]),
    // Kolada answers a wrong address with no rows, and not with a fault.
    ...(rows.length + problems.length === 0 ? [{ code: 'empty-answer' } as const] : []),
    ...problems,
  ];
}

const without = (answer: Answer, leftOut: Choices['leftOut']): Answer => {
  if (leftOut.length === 0) return answer;
  const isLeftOut = new Set(leftOut);
  const isKept = (line: number) => !isLeftOut.has(line);
  return {
    ...answer,
    rows: answer.rows.filter((row) => isKept(answer.spotOf(row).line)),
    problems: answer.problems.filter((one) => !('line' in one) || isKept(one.line)),
  };
};

export type JsonContents = Partial<JsonReading> & {
  readonly layout?: string;
  readonly isKolada?: true;
  readonly next?: string | null;
  readonly problems: readonly Problem[];
};

/** Figures tell of nobody, and a copy of JSON without a part of it would be no answer of Kolada's. */
function personsIn(root: Json): Problem | null {
  for (const text of textsIn(root)) {
    const kind = signIn(text);
    if (kind !== null) return { code: 'personal-answer', kind };
  }
  return null;
}

/** Reads JSON as far as it is an answer of Kolada's; other JSON is refused with what to do. Never throws. */
export function readJson(pieces: Pieces, choices: Choices): JsonContents {
  const json = parseJson(wholeOf(pieces));
  if (!json.ok) return { problems: [json.error === 'broken' ? { code: 'broken-json' } : FOREIGN] };
  const answer = answerOf(json.value);
  const layout = answer && recogniseJson(answer)?.layout;
  if (!answer || !layout) return { problems: [FOREIGN] };
  // A list of nyckeltal may say where to ask about one.
  const ofPersons = layout.name.startsWith('kolada-json') ? personsIn(json.value.root) : null;
  if (ofPersons) return { problems: [ofPersons] };
  const kept = without(answer, choices.leftOut);
  const reading = layout.read(kept, choices);
  return {
    ...reading,
    layout: layout.name,
    // Nobody else's answers are read.
    isKolada: true,
    next: answer.next,
    problems: [...answerProblems({ ...answer, problems: kept.problems }), ...reading.problems],
  };
}
