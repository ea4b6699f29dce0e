import { answerTo } from '#lib/domain/question.ts';
import { findingsIn } from './column-problems.ts';
import type { Cell, Findings, Source } from './column-problems.ts';
import { missingMark } from './marks.ts';
import { otherMark, parseNumber, plainNumber, withoutFootnote } from './number.ts';
import type { DecimalMark } from './number.ts';
import { remembered } from './rows.ts';

const STATES = [
  'value',
  'missing',
  'suppressed',
  'not_applicable',
  'not_collected',
  'bad',
] as const satisfies readonly Cell['state'][];

const codeOf = (state: Cell['state']) => STATES.indexOf(state);

/** The numbers of a column, packed: a million of them are nine bytes each. */
export type Numbers = {
  readonly cell: (at: number) => Cell;
  readonly findings: Findings;
  readonly hasDecimals: boolean;
};

export function readNumbers(source: Source, decimal: DecimalMark): Numbers {
  const { texts } = source;
  const values = new Float64Array(texts.length);
  const states = new Uint8Array(texts.length);
  const findings = findingsIn(source);
  const markOf = remembered(source.marks?.read ?? missingMark);
  const isEither = answerTo(source.answers, 'mixed-decimals', source.name) === 'decimal';
  let hasDecimals = false;

  const readOdd = (text: string, at: number): void => {
    const mark = markOf(text);
    if (mark) {
      if (mark !== 'nil') states[at] = codeOf(mark);
      return findings.gap(at);
    }
    const bare = withoutFootnote(text);
    const number = parseNumber(bare, decimal);
    if (number.ok) {
      values[at] = number.value;
      hasDecimals ||= text.includes(decimal);
      if (bare !== text) findings.footnote(at);
      return;
    }
    const other = parseNumber(bare, otherMark(decimal));
    if (other.ok) {
      findings.otherMark(at);
      if (!isEither) states[at] = codeOf('bad');
      else values[at] = other.value;
      return;
    }
    states[at] = codeOf('bad');
    findings.fault(at, number.error === 'too-large' ? 'too-large-number' : 'bad-number');
  };

  for (let at = 0; at < texts.length; at += 1) {
    const text = texts.at(at);
    const value = plainNumber(text, decimal);
    if (Number.isNaN(value)) readOdd(text, at);
    else {
      values[at] = value;
      hasDecimals ||= text.includes(decimal);
    }
  }

  const cell = (at: number): Cell => {
    const text = texts.at(at);
    const state = STATES[states[at]!]!;
    if (state === 'value') return { text, value: values[at]!, state };
    return { text, value: state === 'bad' ? text : null, state };
  };
  return { cell, findings, hasDecimals };
}
