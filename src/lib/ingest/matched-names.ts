import type { NamedMeasure, NamedPlace } from './catalogue.ts';
import type { Match } from './match.ts';
import type { Survey } from './survey.ts';

/** A name of the file, what it was taken for, and how many rows it stands on. */
export type MatchedName = {
  readonly of: 'indicator' | 'place';
  readonly name: string;
  readonly line: number;
  readonly lines: number;
  readonly to:
    | { readonly kind: 'known'; readonly id: number }
    | { readonly kind: 'made' | 'skipped' | 'unknown' };
};

type Any = Match<NamedMeasure | NamedPlace>;

function toOf(match: Any): MatchedName['to'] {
  if ('entry' in match) return { kind: 'known', id: match.entry.id };
  if ('made' in match || 'group' in match) return { kind: 'made' };
  return { kind: 'isSkipped' in match ? 'skipped' : 'unknown' };
}

/** Every different name of the file with what became of it; the kommun itself has none. */
export function matchedNames(
  { indicators, places }: Pick<Survey, 'indicators' | 'places'>,
  measureMatches: readonly Any[],
  placeMatches: readonly Any[],
): MatchedName[] {
  const named = (
    of: MatchedName['of'],
    all: Survey['indicators' | 'places'],
    matches: readonly Any[],
  ) =>
    matches.flatMap((match, at): MatchedName[] => {
      const name = all.values[at] ?? null;
      if (name === null || ('code' in match && match.code === 'long')) return [];
      const [line, lines] = [all.firstLines[at]!, all.counts[at]!];
      return [{ of, name, line, lines, to: toOf(match) }];
    });
  return [
    ...named('indicator', indicators, measureMatches),
    ...named('place', places, placeMatches),
  ];
}
