import { fold } from '../fold.ts';
import { statementOf } from '../hme/statements.ts';
import { listed } from '../rows.ts';
import { isOption } from '../surveys/scales.ts';
import { questionOf, serviceIn } from '../surveys/questions.ts';
import type { Table } from '../table.ts';
import type { Texts } from '../texts.ts';
import type { Layout, LayoutReading, Recognition } from './layout.ts';

/*
 * A survey of users with a row for each of them: refused, for what one person has answered about care
 * or support of their own is nothing that Fyren keeps (DESIGN 6). A file of HME is added up instead.
 */

/** What tells one person from another, or is said of one. */
const OF_A_PERSON =
  /^(?:respondent|svars?-?\s?id|id|löpnr|löpnummer|enkät-?\s?id|brukar-?\s?id|person|personnummer|namn|svarsdatum|datum|svarad|inskickad|tidsstämpel|timestamp|e-?post|e-?mail|mejl|kön|ålder|åldersgrupp|födelseår)/;

/** What counts several: then a row is no person. */
const OF_SEVERAL =
  /^(?:antal|andel|n$|procent|svarande|svarsfrekvens|medel|index|värde|utfall|svarsalternativ|nämnare|täljare)/;

const FREE_TEXT = /fritext|kommentar|synpunkt|övrigt|något annat|motivera|berätta/;

const isLike = (texts: Texts, test: (text: string) => boolean): boolean => {
  let [filled, like] = [0, 0];
  texts.forEach((text) => {
    if (text === '') return;
    filled += 1;
    if (test(text)) like += 1;
  });
  return filled > 0 && like * 5 >= filled * 4;
};

/** A step of a scale as a word, or as 1–10. */
const isAnswer = (text: string) => isOption(text) || /^(?:[1-9]|10)$/.test(text);

/** `Fråga 1`, `Q1`, `F1_2`: a question by its number. */
const CODED = /^(?:fråga|fr|f|q|question)[ ._-]?\d+(?:[._-]?\w{1,2})?$/;
const FEWEST_CODED = 3;
/** What numbers the answers themselves: then one question is enough. */
const OF_AN_ANSWER = /^(?:respondent|svars?-?\s?id|enkät-?\s?id|brukar-?\s?id)/;

const isCoded = (name: string) => CODED.test(fold(name));

const isAsked = (name: string) =>
  isCoded(name) || name.includes('?') || questionOf(name, serviceIn('', name)) !== null;

/** Columns of what one person answered; words are enough, numbers only under what is a question. */
function questionColumns({ header, texts }: Table): readonly number[] {
  return header.flatMap((name, at) => {
    if (statementOf(name) !== null || OF_SEVERAL.test(fold(name))) return [];
    const isWords = isLike(texts[at]!, isOption);
    return isWords || (isAsked(name) && isLike(texts[at]!, isAnswer)) ? [at] : [];
  });
}

const personColumns = ({ header }: Table) =>
  header.flatMap((name, at) => (OF_A_PERSON.test(fold(name)) ? [at] : []));

const textColumns = ({ header }: Table) =>
  header.flatMap((name, at) => (FREE_TEXT.test(fold(name)) ? [at] : []));

const isAddedUp = ({ header }: Table) => header.some((name) => OF_SEVERAL.test(fold(name)));

function recognise(table: Table): Recognition {
  const [asked, persons] = [questionColumns(table), personColumns(table)];
  if (isAddedUp(table) || asked.length === 0 || isOnlyOption(table, asked)) {
    return { sure: 0, why: 'no answers of one person' };
  }
  const coded = asked.filter((at) => isCoded(table.header[at]!)).length;
  const hasAnswerId = table.header.some((name) => OF_AN_ANSWER.test(fold(name)));
  const isNumbered = persons.length + textColumns(table).length > 0 && coded >= FEWEST_CODED;
  if (isNumbered || (hasAnswerId && coded > 0))
    return { sure: 0.92, why: 'persons and what each answered to numbered questions' };
  const known = asked.filter((at) => isAsked(table.header[at]!)).length - coded;
  if (persons.length > 0 && known > 0) return { sure: 0.93, why: 'persons and what each answered' };
  return asked.length > 2 && known > 1
    ? { sure: 0.9, why: `what each answered to ${asked.length} questions` }
    : { sure: 0, why: 'too few questions' };
}

/** A column that names the answers of a table, and is no question itself. */
const isOnlyOption = ({ header }: Table, asked: readonly number[]) =>
  asked.every((at) => /^(?:svar|alternativ)/.test(fold(header[at]!)));

function columnsIn(table: Table): readonly string[] {
  const found = [...personColumns(table), ...questionColumns(table), ...textColumns(table)];
  return [...new Set(found)].map((at) => table.header[at]!);
}

/** So many columns are named. */
const NAMED = 3;

/** Nothing of what anybody has answered is read, and no cell is quoted. */
function read({ columns, ...table }: Parameters<Layout['read']>[0]): LayoutReading {
  const texts = columns.map((column) => column.texts);
  const named = columnsIn({ ...table, texts }).slice(0, NAMED);
  const line = table.lines[0] ?? table.headerLine;
  return {
    observations: listed([]),
    used: [],
    isPerPerson: true,
    problems: [{ code: 'respondent-rows', line, columns: named }],
  };
}

export const surveyRespondent: Layout = {
  name: 'survey-respondent',
  isRefused: true,
  recognise,
  // Read as text a cell is never told of as a fault, with what it says.
  kinds: (header) => header.map(() => 'text'),
  read,
};
