import type { Problem } from '#lib/domain/problem.ts';
import { isFigure } from '../column-kind.ts';
import { fold } from '../fold.ts';
import { listed } from '../rows.ts';
import { answerColumns } from '../surveys/answers.ts';
import type { AnswerColumn } from '../surveys/answers.ts';
import { blocksOf } from '../surveys/blocks.ts';
import type { Block } from '../surveys/blocks.ts';
import { doubtsOf } from '../surveys/doubts.ts';
import { kindsOf, positionsOf, strangeColumns } from '../surveys/fields.ts';
import type { Positions } from '../surveys/fields.ts';
import { figureOf, isBroken, ruleOf } from '../surveys/figures.ts';
import { kindsIn, shareScale } from '../surveys/shares.ts';
import type { Table } from '../table.ts';
import type { Layout, LayoutReading, ReadObservation, Recognition, TypedTable } from './layout.ts';

const NO: Recognition = { sure: 0, why: 'no answers to questions' };

/** Answers that are words are those of one person. */
const areFigures = ({ texts }: Table, columns: readonly { readonly at: number }[]) =>
  columns.every(({ at }) => texts[at]!.every(isFigure));

/** "Antal svar" beside answers that nobody else counts is their count, unless all answers to a question say the same. */
function countedBy(table: Pick<Table, 'header' | 'texts'>): Positions {
  const positions = positionsOf(table.header);
  const { question, option, count, n } = positions;
  if (question === undefined || option === undefined || count !== undefined || n === undefined)
    return positions;
  const said = new Map<string, Set<string>>();
  table.texts[n]!.forEach((text, row) => {
    const key = table.texts
      .map((texts, at) => (isOfGroup(positions, at) ? fold(texts.at(row)) : ''))
      .join('\n');
    said.set(key, (said.get(key) ?? new Set()).add(text));
  });
  const isTotal = [...said.values()].every(({ size }) => size === 1);
  if (isTotal) return positions;
  const { n: _n, ...others } = positions;
  return { ...others, count: n };
}

const isOfGroup = (
  { place, kommun, code, service, question, sex, period }: Positions,
  at: number,
) => [place, kommun, code, service, question, sex, period].includes(at);

function recognise(table: Table): Recognition {
  const positions = positionsOf(table.header);
  const { question, option, count, share, n, place, kommun, code, service } = positions;
  if (question !== undefined && option !== undefined) {
    return count === undefined && share === undefined && n === undefined
      ? NO
      : { sure: 0.95, why: 'questions, answers and how many gave each' };
  }
  const answers = answerColumns(table, positions);
  const hasRows = [question, place, kommun, code].some((at) => at !== undefined);
  if (answers.length === 0 || !hasRows || !areFigures(table, answers)) return NO;
  // Those who work are asked without a place or a service: then a survey of theirs is as likely.
  const isOfUsers = [place, kommun, code, service].some((at) => at !== undefined);
  const why = `${answers.length} columns of answers to questions`;
  return { sure: isOfUsers ? 0.92 : 0.7, why };
}

/** What a survey says of every figure alike. */
const ALIKE: Pick<
  ReadObservation,
  'breakdown' | 'kind' | 'isPreliminary' | 'measuredOn' | 'publishedOn' | 'note'
> = {
  ...{ breakdown: '', kind: 'utfall', isPreliminary: false },
  ...{ measuredOn: null, publishedOn: null, note: null },
};

function observationsIn(block: Block, table: TypedTable, scale: number): ReadObservation[] {
  const rule = ruleOf(block, table.answers);
  if ('options' in rule || isBroken(block)) return [];
  const { place, period, sex, question } = block;
  return rule.map((counted) => {
    const { line, column } =
      block.options.find(({ name }) => counted.counts(name)) ?? block.options[0]!;
    const figure = figureOf(block, counted, scale);
    const told = { indicator: counted.indicator, question, place, period, sex, line, column };
    return { ...ALIKE, ...told, ...figure };
  });
}

/** A kommun beside units says nothing more where it is one: the units are its own. */
function isSilentKommun({ columns }: TypedTable, { place, kommun }: Positions): boolean {
  if (place === undefined || kommun === undefined) return true;
  const { texts } = columns[kommun]!;
  return texts.every((text) => fold(text) === fold(texts.at(0)));
}

function usedIn(table: TypedTable, positions: Positions, answers: readonly AnswerColumn[]) {
  const { kommun: _kommun, ...others } = positions;
  const own = isSilentKommun(table, positions) ? positions : others;
  return new Set([...Object.values(own), ...answers.map(({ at }) => at)]);
}

function read(table: TypedTable): LayoutReading {
  const { header, columns } = table;
  const positions = countedBy({ header, texts: columns.map(({ texts }) => texts) });
  const answers = kindsIn(table, answerColumns(table, positions));
  const { blocks, placeHeader, problems } = blocksOf(table, positions, answers);
  const scale = shareScale(blocks);
  const value = header[positions.count ?? positions.share ?? answers[0]!.at]!;
  const question = positions.question === undefined ? '' : header[positions.question]!;
  const used = usedIn(table, positions, answers);
  const strange: Problem[] = strangeColumns(table, used);
  return {
    used: [...used],
    observations: listed(blocks.flatMap((block) => observationsIn(block, table, scale))),
    names: {
      indicator: question || value,
      place: placeHeader,
      value,
      broken: [],
    },
    problems: [...problems, ...strange, ...doubtsOf(blocks, table, scale, question)],
  };
}

/** A survey of users, added up: how many gave each answer, or what share of them. */
export const surveyAggregate: Layout = {
  name: 'survey-aggregate',
  recognise,
  kinds: (header, under) =>
    kindsOf(
      header,
      answerColumns({ header, under }, positionsOf(header)).map(({ at }) => at),
    ),
  read,
};
