import type { Choices } from '#lib/domain/choices.ts';
import type { Problem } from '#lib/domain/problem.ts';
import { answerTo } from '#lib/domain/question.ts';
import type { Ask } from '#lib/domain/question.ts';
import { fold } from './fold.ts';
import { fieldOf, FIELDS } from './layouts/plain-long-fields.ts';
import type { Table, TableReading } from './table.ts';
import { isColumnOfUnits } from './units.ts';

type Groups = ReadonlyMap<string, readonly number[]>;

function grouped(header: readonly string[], nameOf: (header: string) => string | null): Groups {
  const groups = new Map<string, number[]>();
  header.forEach((name, at) => {
    const group = nameOf(name);
    if (group !== null) groups.set(group, [...(groups.get(group) ?? []), at]);
  });
  return groups;
}

/** Of each group whose question is answered, the columns that were not chosen. */
function notChosen(
  code: Ask,
  groups: Groups,
  answers: Choices['answers'],
  nameOf = (name: string) => name,
) {
  return [...groups].flatMap(([name, columns]) => {
    const answer = answerTo(answers, code, nameOf(name));
    const chosen = columns[Number(/^column-(\d+)$/.exec(answer ?? '')?.[1] ?? 0) - 1];
    return chosen === undefined ? [] : columns.filter((at) => at !== chosen);
  });
}

/**
 * The table without the columns that somebody has said do not count, and those of units of measurement:
 * in a column of places `%` would be one. Two headers for one field are
 * still told of: whoever reads the table finds only one of them.
 */
export function chosenColumns(table: Table, answers: Choices['answers']): TableReading {
  const { header, headerLine: line } = table;
  const firstSpelling = (folded: string) => header.find((name) => fold(name) === folded)!;
  const twice = notChosen('duplicate-column', grouped(header, fold), answers, firstSpelling);
  const fields = grouped(header, (name) => {
    const field = fieldOf(name);
    return field && FIELDS[field].names[0];
  });
  const notMeant = notChosen('same-field', fields, answers);
  const ofUnits = header.flatMap((name, at) =>
    isColumnOfUnits(name, table.texts[at]!) ? [at] : [],
  );
  const dropped = new Set([...twice, ...notMeant, ...ofUnits]);
  if (dropped.size === 0) return { table, problems: [] };
  const isKept = (_: unknown, at: number) => !dropped.has(at);
  const problems = [...fields].flatMap(([meaning, at]): Problem[] =>
    at.some((one) => notMeant.includes(one))
      ? [{ code: 'same-field', line, columns: at.map((one) => header[one]!), meaning }]
      : [],
  );
  const passedBy = ofUnits.map((at): Problem => ({
    code: 'ignored-column',
    line,
    column: header[at]!,
  }));
  return {
    table: {
      ...table,
      header: header.filter(isKept),
      under: table.under.filter(isKept),
      positions: table.positions.filter(isKept),
      texts: table.texts.filter(isKept),
    },
    problems: [...problems, ...passedBy],
  };
}
