import { describe, expect, test } from 'vitest';
import { unknownMembers } from '../kolada/groups.ts';
import { inspectFile } from '../inspect.ts';

const inspect = (...values: unknown[]) => {
  const json = { values, next_url: null, previous_url: null, count: values.length };
  return inspectFile({ name: 'x.json', bytes: Buffer.from(JSON.stringify(json)) });
};

describe('metadata of nyckeltal', () => {
  const kpi = (more: object = {}) => ({
    ...{ id: 'N99998', title: 'Ny, andel (%)', description: 'Ny. Källa: SCB.' },
    ...{ is_divided_by_gender: true, municipality_type: 'K', auspice: 'T' },
    ...{ operating_area: 'Infrastruktur, miljö- och hälsoskydd mm', perspective: 'Resurser' },
    ...{ prel_publication_date: null, publication_date: null, publ_period: null },
    ...{ has_ou_data: false },
    ...more,
  });

  test.each<[object, object]>([
    [
      {},
      {
        code: 'N99998',
        title: 'Ny, andel (%)',
        ...{ unit: '%', isShare: true, better: 'none', endedAfter: null, about: 'kommun' },
        facts: { kind: null, source: 'SCB', hasUnitData: false, auspice: 'T' },
      },
    ],
    [{ title: 'Ny, kr/inv (-2023)' }, { unit: 'kr/inv', isShare: false, endedAfter: 2023 }],
    [{ title: 'Ny (Ja=1, Nej=0)' }, { unit: '', isShare: false, facts: { kind: 'flag_0_1' } }],
    [{ title: 'Ny, medelvärde' }, { unit: '', facts: { kind: 'mean', unit: null } }],
    [{ title: 'Svarsfrekvens' }, { unit: '%', isShare: true, facts: { kind: 'response_rate' } }],
    [{ title: 'Utan enhet' }, { unit: '', facts: { unit: null, unitFromTitle: null } }],
    [{ title: 'U. Medelålder' }, { title: 'Medelålder' }],
    [{ title: 'Två  blanka (- 2024)' }, { facts: { titleNormalized: 'Två blanka' } }],
    [{ municipality_type: 'L' }, { about: 'region' }],
    [{ municipality_type: 'A' }, { about: 'both' }],
    [{ municipality_type: null }, { about: null }],
    [{ auspice: null }, { facts: { auspice: null } }],
    [{ has_ou_data: true }, { facts: { hasUnitData: true } }],
    [
      { auspice: undefined, auspices: 'X', has_ou_data: 1 },
      { facts: { auspice: 'X', hasUnitData: true } },
    ],
    // Direction and unit of what the product knows are its own.
    [
      { id: 'N00092', title: 'Ny titel' },
      { unit: '%', isShare: true, better: 'lower' },
    ],
    [
      { prel_publication_date: '2026-05-05', publication_date: '2026-09-30', publ_period: '2025' },
      { facts: { preliminaryFrom: 2025, preliminaryBetween: ['2026-05-05', '2026-09-30'] } },
    ],
    [
      { prel_publication_date: 'snart', publication_date: '2026-09-30', publ_period: '2025' },
      { facts: { preliminaryFrom: null, preliminaryBetween: null } },
    ],
    [
      { prel_publication_date: '2026-05-05', publication_date: '2026-09-30', publ_period: null },
      { facts: { preliminaryFrom: null, preliminaryBetween: null } },
    ],
  ])('%j', (given, expected) => {
    const found = inspect(kpi(given));
    expect(found).toMatchObject({ layout: 'kolada-kpi', observations: [] });
    expect(found.meta.kpis).toMatchObject([expected]);
  });

  test.each<[object[], object]>([
    [[kpi({ id: 'X1' })], { code: 'unknown-value', column: 'id', value: 'X1' }],
    [[kpi({ title: null })], { code: 'empty-cell', column: 'title' }],
    [[kpi({ title: ['Ny'] })], { code: 'odd-field', column: 'title', value: '["Ny"]' }],
    [[kpi(), kpi()], { code: 'duplicate-row', lines: [1, 1] }],
  ])('%j is told of', (given, problem) => {
    const found = inspect(...given);
    expect(found.outcome).toBe('reject');
    expect(found.problems).toContainEqual(expect.objectContaining({ line: 1, ...problem }));
  });
});

describe('kommuner and regions', () => {
  const place = (id: unknown, type: unknown = 'K', title: unknown = 'X') => ({ id, title, type });

  test('riket has the type of a region, and a number gets its zeros back', () => {
    const found = inspect(place(0, 'L', 'Riket'), place('0001', 'L'), place(461), place('2280'));
    expect(found.meta.units.map(({ code, kind }) => [code, kind])).toEqual([
      ['0000', 'riket'],
      ['0001', 'region'],
      ['0461', 'kommun'],
      ['2280', 'kommun'],
    ]);
    expect(found.problems).toEqual([
      { code: 'code-padded', line: 1, column: 'id', value: '0', lines: 2 },
    ]);
  });

  test.each<[object[], object]>([
    [[place('G2328')], { code: 'unknown-value', column: 'id', value: 'G2328' }],
    [[place('0461', 'Q')], { code: 'unknown-value', column: 'type', value: 'Q' }],
    [[place('0461', 'K', '')], { code: 'empty-cell', column: 'title' }],
    [[place(true)], { code: 'odd-field', column: 'id' }],
    [[place('0461'), place(461)], { code: 'duplicate-row' }],
  ])('%j is told of', (given, problem) => {
    const { problems, outcome } = inspect(...given);
    expect(outcome).toBe('reject');
    expect(problems).toContainEqual(expect.objectContaining({ line: 1, ...problem }));
  });
});

describe('groups', () => {
  const group = (title: unknown, members: unknown = [], id: unknown = 'G1') => ({
    id,
    title,
    members,
  });

  test.each<[string, object]>([
    [
      'Liknande kommuner, övergripande, Gnesta, 2025',
      { kind: 'liknande', area: 'övergripande', unit: 'Gnesta', year: 2025 },
    ],
    [
      'Liknande kommuner  äldreomsorg, Härnösand, 2024',
      { kind: 'liknande', area: 'äldreomsorg', unit: 'Härnösand', year: 2024 },
    ],
    [
      'Liknande regioner, hälso- och sjukvård (inkl läkemedel), Region Uppsala, 2024',
      { area: 'hälso- och sjukvård (inkl läkemedel)', unit: 'Region Uppsala', year: 2024 },
    ],
    ['Liknande kommuner', { kind: 'liknande', area: null, unit: null, year: null }],
    ['Kalmar läns kommuner (ovägt medel)', { kind: 'lan_ovagt_medel', unit: null }],
    ['Alla kommuner (ovägt medel)', { kind: 'alla_ovagt_medel' }],
    ['Storstäder (ovägt medel)', { kind: 'ovagt_medel' }],
    ['Västerbergslagens Utbildningsförbund, VBU', { kind: 'annan', area: null }],
  ])('%s', (title, expected) => {
    expect(inspect(group(title)).meta.groups).toMatchObject([{ code: 'G1', ...expected }]);
  });

  test.each([
    [{ member_id: '0461', member_title: 'Gnesta' }],
    [{ id: '0461', title: 'Gnesta' }],
    [{ member_id: 461, member_title: 'Gnesta' }],
  ])('a member of either version: %j', (member) => {
    const [found] = inspect(group('Grannar', [member])).meta.groups;
    expect(found?.members).toEqual([{ code: '0461', name: 'Gnesta' }]);
  });

  test('a member without a name is known by its code', () => {
    const [found] = inspect(group('Grannar', [{ member_id: '0461' }])).meta.groups;
    expect(found?.members).toEqual([{ code: '0461', name: '' }]);
  });

  test.each<[object[], object]>([
    [[group('A', 5)], { code: 'odd-field', column: 'members', value: '5' }],
    [[group('A', [null])], { code: 'odd-field', column: 'members', value: 'null' }],
    [[group('A', [{}])], { code: 'odd-field', column: 'members', value: '{}' }],
    [[group('A', [{ member_id: [] }])], { code: 'odd-field', column: 'members' }],
    [[group('')], { code: 'empty-cell', column: 'title' }],
    [[group('A'), group('B')], { code: 'duplicate-row' }],
    [[group('A'), group('B', [], 'X')], { code: 'unknown-value', column: 'id', value: 'X' }],
  ])('%j is told of', (given, problem) => {
    const { problems, outcome } = inspect(...given);
    expect(outcome).toBe('reject');
    expect(problems).toContainEqual(expect.objectContaining({ line: 1, ...problem }));
  });

  test('members that nobody knows are told of, each once', () => {
    const members = ['0461', '9999', '9998'].map((member_id) => ({ member_id, member_title: '' }));
    const { groups } = inspect(group('A', members), group('B', members.slice(0, 2), 'G2')).meta;
    expect(unknownMembers(groups, new Set(['0461']))).toEqual([
      { code: 'unknown-member', line: 1, value: '9999', group: 'A', lines: 2 },
      { code: 'unknown-member', line: 1, value: '9998', group: 'A', lines: 1 },
    ]);
  });
});
