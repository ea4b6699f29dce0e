import type { Problem } from '#lib/domain/problem.ts';
import { rowReader } from '../answered-row.ts';
import { answerIn, isAnswerId, statementColumns } from '../hme/answers.ts';
import * as fields from '../hme/fields.ts';
import { sumsOf } from '../hme/respondents.ts';
import type { Respondent } from '../hme/respondents.ts';
import { listed } from '../rows.ts';
import type { Table } from '../table.ts';
import type { Layout, LayoutReading, Recognition, TypedTable } from './layout.ts';

/** So many of the nine show that it is HME. */
const ENOUGH = 3;

/** A row for each unit has means, or each unit once; a row for each person has neither. */
function isPerPerson({ header, texts }: Table, unit: number): boolean {
  if (header.some(isAnswerId)) return true;
  const units = new Set<string>();
  texts[unit]!.forEach((text) => void units.add(text));
  return units.size < texts[unit]!.length;
}

function recognise(table: Table): Recognition {
  const { header, texts } = table;
  const [unit] = fields.unitColumns(header);
  const columns = statementColumns(header);
  if (unit === undefined || columns.length < ENOUGH) {
    return { sure: 0, why: 'no unit, or too few of the statements of HME as headings' };
  }
  const hasMeans = columns.some(({ at }) => texts[at]!.some((text) => /^\d[.,]\d/.test(text)));
  return hasMeans || !isPerPerson(table, unit)
    ? { sure: 0, why: 'means, or each unit on one row' }
    : {
        sure: 0.95,
        why: `answers to ${columns.length} of the nine statements, a row for each person`,
      };
}

/** Longer than any answer: what somebody has written in the wrong column is not quoted. */
const LONGEST = 12;

/** A slip or two is set aside; more in a column is another scale, as 1–6 of local surveys (formats 6). */
const SLIPS = 5;
const SHARE = 0.1;

type Outside = Extract<Problem, { code: 'value-out-of-scale' }>;

/** What to tell of answers outside the scale: each by itself, or where they are many once for the column. */
function outsideOf(all: readonly Outside[], answers: number): readonly Outside[] {
  if (all.length < SLIPS || all.length <= answers * SHARE) {
    return all.map((one) => ({ ...one, isSetAside: true }));
  }
  return [{ ...all[0]!, lines: all.length }];
}

function respondents(table: TypedTable) {
  const { header, lines, columns } = table;
  const statements = statementColumns(header);
  const { positions, problems } = fields.positionsOf(table);
  const { place, period } = positions;
  const readRow = rowReader(table, { place, period });
  const told: Problem[] = [...problems];
  const all: Respondent[] = [];
  const outside = statements.map((): Outside[] => []);
  lines.forEach((line, row) => {
    const { answered, problems: faults } = readRow(row);
    told.push(...faults);
    const answers = statements.map(({ at }, statement) => {
      const text = columns[at]!.texts.at(row);
      const answer = answerIn(text);
      if (answer !== undefined) return answer;
      const value = text.length > LONGEST ? '…' : text;
      const cell = { line, column: header[at]!, value };
      outside[statement]!.push({ code: 'value-out-of-scale', ...cell, from: 1, to: 5 });
      return null;
    });
    const sex = columns[positions.sex ?? -1]?.texts.at(row) ?? '';
    if (answered) all.push({ answered, sex, answers });
  });
  const faults = outside.flatMap((some, statement) => {
    const inside = all.filter(({ answers }) => answers[statement] !== null).length;
    return outsideOf(some, inside + some.length);
  });
  // One column of another scale puts all in doubt: in those beside it nobody may have answered 6.
  const isOtherScale = faults.some(({ isSetAside }) => !isSetAside);
  const read = isOtherScale ? [] : all;
  return { all: read, statements, place: place!, problems: [...told, ...faults] };
}

function read(table: TypedTable): LayoutReading {
  const { header, headerLine } = table;
  const { all, statements, place, problems } = respondents(table);
  const observations = sumsOf(all, statements, headerLine);
  const hidden = new Set(
    observations.flatMap((one) => (one.state === 'suppressed' ? (one.place ?? '') : [])),
  );
  const few: Problem[] =
    hidden.size === 0
      ? []
      : [
          {
            code: 'suppressed-values',
            line: headerLine,
            column: header[place]!,
            lines: hidden.size,
          },
        ];
  const headings = statements.map(({ at }) => header[at]!);
  const isRead = statements.map(({ at }) => at);
  return {
    isPerPerson: true,
    used: [...fields.readColumns(header), ...isRead],
    observations: listed(observations),
    names: {
      indicator: headings.join(', '),
      place: header[place]!,
      value: headings[0]!,
      broken: [],
    },
    problems: [...fields.strangeColumns(table, isRead), ...few, ...problems],
  };
}

/** HME with a row for each person: added up at the door, and only the sums go on. */
export const hmeRespondent: Layout = {
  name: 'hme-respondent',
  recognise,
  // Text all of it: what a person wrote is looked at as an answer, or not at all.
  kinds: (header) => header.map((name) => (fields.fieldOf(name) === 'period' ? 'period' : 'text')),
  read,
};
