import { describe, expect, test } from 'vitest';
import { grantChanges, grantsFrom, valuesOf } from './claims.ts';
import type { ClaimedValues, Claims } from './claims.ts';
import type { Grant, Role } from './permission.ts';

const grant = (role: Role, kommun: number | null = null, namnd: number | null = null): Grant => ({
  ...{ role, kommun, namnd },
});

describe('the values of a claim', () => {
  test.each<[string, Claims, readonly string[], ClaimedValues['fault']]>([
    ['a list', { groups: ['A', 'B'] }, ['A', 'B'], null],
    ['an empty list', { groups: [] }, [], null],
    ['one text', { groups: 'A' }, ['A'], 'single'],
    ['one text with a comma in it', { groups: 'A,B' }, ['A,B'], 'single'],
    ['nothing', {}, [], 'absent'],
    ['null', { groups: null }, [], 'absent'],
    ['a list with more than texts', { groups: ['A', 7, null, ['B']] }, ['A'], 'odd'],
    ['a number', { groups: 7 }, [], 'odd'],
    ['an object', { groups: { 0: 'A' } }, [], 'odd'],
    [
      'too many groups, as Entra says it',
      { _claim_names: { groups: 'src1' }, _claim_sources: { src1: { endpoint: 'https://x' } } },
      ...([[], 'overage'] as const),
    ],
    ['too many groups, as Entra says it beside', { hasgroups: true }, [], 'overage'],
    [
      'too many groups, and some of them',
      { _claim_names: { groups: 's' }, groups: ['A'] },
      [],
      'overage',
    ],
    ['another claim elsewhere', { _claim_names: { address: 's' }, groups: ['A'] }, ['A'], null],
    ['names that are no names', { _claim_names: 'groups', groups: ['A'] }, ['A'], null],
  ])('%s', (_, claims, values, fault) => {
    expect(valuesOf(claims, 'groups')).toEqual({ values, fault });
  });

  test('are of the claim by the name that was set, and of nothing that every object has', () => {
    expect(valuesOf({ 'https://gnesta.se/roll': ['A'] }, 'https://gnesta.se/roll').values).toEqual([
      'A',
    ]);
    expect(valuesOf({ hasgroups: true, roles: ['A'] }, 'roles').values).toEqual(['A']);
    expect(valuesOf({}, 'constructor')).toEqual({ values: [], fault: 'absent' });
  });
});

describe('the roles that values give', () => {
  const rules = [
    { value: 'SOC', grant: grant('rapportskrivare', 1, 2) },
    { value: 'SOC', grant: grant('lasare', 1) },
    { value: 'STAB', grant: grant('kvalitetsstrateg', 1) },
    { value: 'STAB-2', grant: grant('kvalitetsstrateg', 1) },
    { value: 'IT', grant: grant('administrator') },
  ];

  test.each<[readonly string[], readonly Grant[]]>([
    [[], []],
    [['Alla'], []],
    [['soc'], []],
    [['SOC'], [grant('rapportskrivare', 1, 2), grant('lasare', 1)]],
    [['STAB-2', 'STAB', 'STAB'], [grant('kvalitetsstrateg', 1)]],
    [
      ['IT', 'Alla', 'STAB'],
      [grant('kvalitetsstrateg', 1), grant('administrator')],
    ],
  ])('%j', (values, grants) => {
    expect(grantsFrom(values, rules)).toEqual(grants);
  });
});

describe('what is given and ended', () => {
  const [reader, writer] = [grant('lasare', 1), grant('rapportskrivare', 1, 2)];
  const elsewhere = grant('lasare', 2);
  const byHand = (one: Grant) => ({ ...one, isClaimed: false });
  const byClaim = (one: Grant) => ({ ...one, isClaimed: true });

  test.each([
    ['the first time', [], [reader, writer], [reader, writer], []],
    ['nothing when all is as it was', [byClaim(reader)], [reader], [], []],
    ['what is new and what is gone', [byClaim(reader)], [writer], [writer], [reader]],
    ['the same role of another place', [byClaim(reader)], [elsewhere], [elsewhere], [reader]],
    [
      'all when the claims give nothing',
      [byClaim(reader), byClaim(writer)],
      [],
      [],
      [reader, writer],
    ],
    ['nothing that was given by hand', [byHand(reader), byClaim(writer)], [], [], [writer]],
    ['nothing twice that was given by hand', [byHand(reader)], [reader], [], []],
  ])('%s', (_, held, claimed, give, end) => {
    const changes = grantChanges(held, claimed);
    expect(changes.give).toEqual(give);
    expect(changes.end).toEqual(end.map(byClaim));
  });
});
