import type { Assessed } from './assess-all.ts';
import type { Level } from './model.ts';
import { groupOf } from './report.ts';
import type { ColumnChoice, ReportPart, ReportTemplate } from './report.ts';

/* What a report is made of where the kommun has not said: everything there is, in the order a board reads it. */

const plain = <Column extends string>(...columns: readonly Column[]) =>
  columns.map((column): ColumnChoice<Column> => ({ column, title: '' }));

const guided = (key: string, title: string) => ({ key, title, guidance: '' });

/** "plan/level", as a template names a level. */
export const levelName = ({ plans }: Pick<Assessed, 'plans'>, level: Level): string =>
  `${plans.find(({ id }) => id === level.plan)?.key ?? ''}/${level.key}`;

/** Goals of a level that is judged, or written of, at the occasion. */
const isTold = ({ occasion }: Assessed, { holds, reported }: Level) =>
  holds === 'goal' && (reported[occasion.kind] ?? 'none') !== 'none';

export function defaultTemplate(assessed: Assessed): ReportTemplate {
  const { levels, indicators } = assessed;
  const told = levels.filter((one) => isTold(assessed, one));
  const compared = indicators.filter(({ indicator }) => indicator.isCompared);
  const others = indicators.filter(({ indicator }) => !indicator.isCompared);
  const groups = (list: typeof indicators) => [
    ...new Set(list.map(({ indicator }) => groupOf(indicator))),
  ];
  const parts: readonly (ReportPart | null)[] = [
    { ...guided('inledning', 'Inledning'), kind: 'chapter' },
    { ...guided('sammanfattning', 'Sammanfattning'), kind: 'summary' },
    {
      ...guided('mal', 'Mål'),
      kind: 'goals',
      levels: told.map((one) => levelName(assessed, one)),
      ...{ isDrafted: true, isEachDrafted: true },
      activities: plain('texts', 'owners', 'dates', 'state'),
      indicators: [],
    },
    compared.length === 0
      ? null
      : {
          ...guided('indikatorer', 'Indikatorer'),
          kind: 'indicators',
          groups: groups(compared),
          columns: plain('value', 'target', 'previous', 'texts', 'state'),
        },
    others.length === 0
      ? null
      : {
          ...guided('matt', 'Nyckeltal'),
          kind: 'series',
          groups: groups(others),
          ...({ gathered: 'each', across: 'newest-last' } as const),
          ...{ most: 5, hasOthers: false, hasChange: false },
        },
    { ...guided('farger', 'Så bestäms färgerna'), kind: 'rules' },
    { ...guided('kallor', 'Källor'), kind: 'sources' },
  ];
  return { title: '', parts: parts.filter((part) => part !== null) };
}
