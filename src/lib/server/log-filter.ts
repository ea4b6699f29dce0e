import { isDay } from '#lib/domain/calendar.ts';
import { around, covers, reachOf } from '#lib/domain/permission.ts';
import type { Grant, Where } from '#lib/domain/permission.ts';
import { ACTION, LOG_FIELDS } from '#lib/format/log.ts';
import type { FilterFault, LogField } from '#lib/format/log.ts';
import { dayBegins, dayEnds } from '#lib/format/stamp.ts';
import type { Db } from './db/client.ts';
import type { LogAsk, LogPlace } from './db/log-rows.ts';
import { kommunerOf } from './kommuner-of.ts';

/*
 * What somebody asks the log for, as the address has it, within what they may read: a nämnd's administrator its
 * rows, a kommun's the kommun's, the installation's all. What is shared by all kommuner is the installation's.
 */

type LogWritten = Readonly<Record<LogField, string>>;

export type LogFilter = {
  /** As it was written, so that the form shows it again whatever was wrong with it. */
  readonly written: LogWritten;
  readonly faults: Readonly<Partial<Record<LogField, FilterFault>>>;
  /** Null when something is wrong: then nothing is looked for. */
  readonly ask: LogAsk | null;
  /** Where what is asked for lies, as a row of the log says it. */
  readonly where: Where;
};

type Place = { readonly value: string; readonly text: string; readonly where: LogPlace };

/** The value of what is no kommun's own. */
const SHARED = '-';

export type LogReach = {
  readonly places: readonly Where[];
  /** The kommuner that may be named, with all of their nämnder. */
  readonly kommuner: ReturnType<typeof kommunerOf>;
  /** Those to choose among. */
  readonly choices: readonly Place[];
};

const NOWHERE: Where = { kommun: null, namnd: null };
const isEverywhere = ({ kommun }: Where) => kommun === null;

/** What somebody may read of the log, and choose among: nothing for whoever is no administrator. */
export function logReach(db: Db, grants: readonly Grant[]): LogReach {
  const places = reachOf(grants, 'read-log');
  const kommuner = kommunerOf(db, places);
  const own: readonly Place[] = kommuner.flatMap(({ id: kommun, slug, name, namnder }) => [
    { value: slug, text: `hela ${name}`, where: { kommun, namnd: null } },
    ...namnder.map((namnd) => ({
      ...{ value: `${slug}/${namnd.slug}`, text: `${namnd.name} i ${name}` },
      where: { kommun, namnd: namnd.id },
    })),
  ]);
  const shared: Place = {
    ...{ value: SHARED, text: 'det som är gemensamt för alla kommuner', where: 'shared' },
  };
  const isMine = ({ where }: Place) =>
    typeof where === 'object' && places.some((one) => covers(one, where));
  return {
    ...{ places, kommuner },
    choices: [...(places.some(isEverywhere) ? [shared] : []), ...own.filter(isMine)],
  };
}

/** A nämnd is its own rows, and those of the files that its values came with. */
const inPlace = (place: LogPlace): readonly LogPlace[] =>
  typeof place === 'object' && place.namnd !== null
    ? [place, { ...place, isFiles: true }]
    : [place];

const asPlace = ({ kommun, namnd }: Where): LogPlace =>
  kommun === null ? 'everywhere' : { kommun, namnd };

const LONGEST = 200;

/** Words as they are looked for: what is between blanks, where there is a letter or a digit in it. */
const wordsOf = (text: string) =>
  text.split(/[\s\p{Cc}]+/u).filter((word) => /[\p{L}\p{N}]/u.test(word));

/** The number of an account. No name is one. */
const ACCOUNT = /^\d{1,15}$/;

function faultsOf(written: LogWritten, { choices }: LogReach): LogFilter['faults'] {
  const { var: place, vem, slag, fran, till, text } = written;
  const isBad = (field: LogField): FilterFault | null => {
    const value = written[field];
    if (value.length > LONGEST) return 'too-long';
    if (field === 'fran' || field === 'till') return isDay(value) ? null : 'no-day';
    if (field === 'var') return choices.some((one) => one.value === place) ? null : 'no-place';
    if (field === 'slag') return Object.hasOwn(ACTION, slag) ? null : 'no-action';
    return wordsOf(field === 'vem' ? vem : text).length > 0 ? null : 'no-word';
  };
  const faults = LOG_FIELDS.flatMap((field) => {
    const fault = written[field] === '' ? null : isBad(field);
    return fault === null ? [] : [[field, fault] as const];
  });
  const isTurned = isDay(fran) && isDay(till) && till < fran;
  return { ...Object.fromEntries(faults), ...(isTurned ? { till: 'ends-first' as const } : {}) };
}

function askOf({ var: place, vem, slag, fran, till, text }: LogWritten, reach: LogReach): LogAsk {
  const chosen = reach.choices.find(({ value }) => value === place);
  const isAccount = ACCOUNT.test(vem);
  return {
    places: (chosen ? [chosen.where] : reach.places.map(asPlace)).flatMap(inPlace),
    action: slag || null,
    person: isAccount ? Number(vem) : null,
    who: isAccount ? [] : wordsOf(vem),
    said: wordsOf(text),
    from: fran === '' ? null : dayBegins(fran),
    until: till === '' ? null : dayEnds(till),
  };
}

/** Where what is asked for lies: the place that is chosen, else what lies around all that may be read. */
function whereOf({ var: place }: LogWritten, { choices, places }: LogReach): Where {
  const chosen = choices.find(({ value }) => value === place)?.where;
  if (chosen === undefined) return around(places);
  return typeof chosen === 'object' ? chosen : NOWHERE;
}

/** Reads what is asked for; blanks around it say nothing. */
export function readLogFilter(params: URLSearchParams, reach: LogReach): LogFilter {
  const written = Object.fromEntries(
    LOG_FIELDS.map((field) => [field, (params.get(field) ?? '').trim()]),
  ) as LogWritten;
  const faults = faultsOf(written, reach);
  const ask = Object.keys(faults).length === 0 ? askOf(written, reach) : null;
  return { written, faults, ask, where: whereOf(written, reach) };
}
