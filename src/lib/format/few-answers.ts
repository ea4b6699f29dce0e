import type { FewAnswers } from '#lib/domain/few-answers.ts';
import { roundTo } from '#lib/domain/shown-decimals.ts';
import { formatNumber, withUnit } from './sv.ts';

/** "4 procentenheter", "3,3 procentenheter", "1 procentenhet": a decimal only where it says something. */
export function fewPointsWords(points: number): string {
  const shown = roundTo(points, 1);
  const size = formatNumber(shown, Number.isInteger(shown) ? 0 : 1);
  return withUnit(size, shown === 1 ? 'procentenhet' : 'procentenheter');
}

/** "25 svar: ett svar flyttar andelen 4 procentenheter"; of a mean or an index only "25 svar". */
export const fewAnswersWords = ({ answers, oneMoves }: FewAnswers): string =>
  oneMoves === null
    ? withUnit(formatNumber(answers, 0), 'svar')
    : `${withUnit(formatNumber(answers, 0), 'svar')}: ett svar flyttar andelen ${fewPointsWords(oneMoves)}`;
