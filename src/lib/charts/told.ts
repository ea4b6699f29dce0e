import type { AssessedIndicator } from '#lib/domain/assess-indicator.ts';
import type { Parts } from '#lib/domain/by-part.ts';
import type { Observation } from '#lib/domain/observation.ts';
import type { OverTime } from '#lib/domain/over-time.ts';
import type { Place } from '#lib/domain/snapshot.ts';
import { formatPeriod, joinWords, upperFirst } from '#lib/format/sv.ts';
import { valueWords } from '#lib/format/value.ts';
import { partName } from './by-part.ts';
import { shorten } from './letters.ts';
import { limitWords, nearWords } from './limit-words.ts';
import { pointsOf, SEX_NAME, startsAtZero } from './drawing.ts';

/* What a chart says, in words: its title, one sentence for who does not see it, and how to read it. */

const nameOf = ({ indicator }: AssessedIndicator) =>
  shorten(indicator.short ?? indicator.title, 120);

const unitWords = ({ measure }: AssessedIndicator) => (measure.unit ? ` (${measure.unit})` : '');

export const timeTitle = (one: AssessedIndicator): string => `Utveckling${unitWords(one)}`;

const told = (one: AssessedIndicator, observation: Observation) =>
  `${valueWords(one, observation)} (${formatPeriod(observation.period)})`;

/** "Linjediagram över väntetid: från 81 dagar (2022) till 102 dagar (2023), målvärde 2023: …" */
export function timeAlt(one: AssessedIndicator, time: OverTime): string {
  const line = time.lines[0];
  const points = (line?.runs.flat() ?? []).toSorted((a, b) => a.at - b.at);
  const [first, last] = [points[0]?.observation, points.at(-1)?.observation];
  if (!line || !first || !last) return '';
  const sexes =
    time.lines.length > 1
      ? `, ${joinWords(time.lines.map(({ sex }) => SEX_NAME[sex].toLocaleLowerCase('sv')))}`
      : '';
  const limits = time.limits.map((limit) => limitWords(one, limit));
  const target = limits.length > 0 ? `, ${limits.join(', ')}` : '';
  const who = time.lines.length > 1 ? `${SEX_NAME[line.sex].toLocaleLowerCase('sv')} ` : '';
  return `Linjediagram över ${nameOf(one)}${sexes}: ${who}från ${told(one, first)} till ${told(one, last)}${target}.`;
}

const isMixed = (time: OverTime) =>
  new Set(pointsOf(time).map(({ observation }) => observation.period.kind)).size > 1;

/** A slot before the last value that some line has no point on. */
const hasGap = (time: OverTime) => {
  const planned = new Set(time.planned.map(({ at }) => at));
  const last = Math.max(...pointsOf(time).map(({ at }) => at));
  return time.lines.some((line) => {
    const known = new Set(pointsOf({ lines: [line] }).map(({ at }) => at));
    return time.slots.slice(0, last + 1).some((_, at) => !known.has(at) && !planned.has(at));
  });
};

const cutNotes = ({ cuts }: OverTime) =>
  cuts.map(({ reason }, index) =>
    cuts.length > 1
      ? `Brott ${index + 1}: ${reason}`
      : `Vid den streckade lodräta linjen bryts serien: ${reason}`,
  );

const nearNotes = (one: AssessedIndicator, { limits }: OverTime) =>
  limits.flatMap((limit) => {
    const words = nearWords(one, limit);
    return words ? [`Det gula fältet är nära målvärdet ${limit.target.year}: ${words}`] : [];
  });

/** Notes as sentences, each with one full stop. */
const asSentences = (notes: readonly (string | null)[]) =>
  notes.filter((note) => note !== null).map((note) => (/[.!?]$/.test(note) ? note : `${note}.`));

export function timeNotes(one: AssessedIndicator, time: OverTime): readonly string[] {
  const points = pointsOf(time);
  return asSentences([
    ...cutNotes(time),
    isMixed(time) ? 'Värden för olika slags perioder binds inte ihop' : null,
    points.some(({ observation }) => observation.period.kind === 'until')
      ? 'Där det står t.o.m. säger källan inte vilken period värdet gäller'
      : null,
    hasGap(time) ? 'Där en punkt fattas saknas värdet eller är skyddat' : null,
    points.some(({ observation }) => observation.isPreliminary)
      ? 'Ihåliga punkter är preliminära'
      : null,
    ...nearNotes(one, time),
    startsAtZero(time) ? null : 'Axeln börjar inte på 0',
  ]);
}

const BY: Readonly<Record<Exclude<Parts['by'], 'breakdown'>, string>> = {
  place: 'Enheter',
  sex: 'Kön',
};

const byWord = ({ by, name }: Parts) => (by === 'breakdown' ? upperFirst(name || 'Delar') : BY[by]);

export const partsTitle = (one: AssessedIndicator, parts: Parts): string =>
  `${shorten(byWord(parts), 80)}, ${formatPeriod(parts.period)}${unitWords(one)}`;

/** "Stapeldiagram över sjukfrånvaro efter ålder, 2023: från 8,1 % (…) till 5,0 % (…)." */
export function partsAlt(one: AssessedIndicator, parts: Parts, places: readonly Place[]): string {
  const valued = parts.parts.filter(({ value }) => value !== null);
  const [first, last] = [valued[0], valued.at(-1)];
  if (!first || !last) return '';
  const bar = (part: Observation) =>
    `${valueWords(one, part)} (${shorten(partName(parts, part, places), 60)})`;
  const by = parts.by === 'breakdown' ? shorten(byWord(parts), 60) : byWord(parts).toLowerCase();
  return `Stapeldiagram över ${nameOf(one)}, ${by}, ${formatPeriod(parts.period)}: från ${bar(first)} till ${bar(last)}.`;
}

export const partsNotes = ({ parts }: Parts): readonly string[] =>
  asSentences([
    parts.some(({ value }) => value === null)
      ? 'Utan stapel: värdet saknas eller är skyddat'
      : null,
    parts.some(({ isPreliminary }) => isPreliminary) ? 'Ihåliga staplar är preliminära' : null,
  ]);
