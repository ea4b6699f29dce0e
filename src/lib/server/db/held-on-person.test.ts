import { expect, test } from 'vitest';
import { aPerson, PASSWORD, signedIn } from '../../../../tests/accounts.ts';
import { ACTOR, gnestaDb, gnestaIn, NOW } from '../../../../tests/db.ts';
import { newLink } from '#lib/server/account-links.ts';
import { give, invite } from '#lib/server/accounts.ts';
import * as persons from './persons.ts';
import { heldOn } from './held-on-person.ts';
import { importUpload } from '#lib/server/import-upload.ts';
import { signIn } from '#lib/server/sign-in.ts';

const READER = { role: 'lasare', kommun: null, namnd: null } as const;

test('what is held on a person is told table by table, without secrets and without others', async () => {
  const db = gnestaDb();
  const { kommun } = gnestaIn(db);
  const { id, email } = await aPerson(db, 'Karin', [READER], NOW);
  await aPerson(db, 'Olle', [READER], NOW);
  const karin = { ...ACTOR, person: id, name: 'Karin' };
  signedIn(db, id, NOW);
  await signIn(db, NOW, { email, password: 'fel lösenord', address: '192.0.2.1' });
  newLink(db, ACTOR, NOW, persons.read(db, id)!);
  const bytes = new TextEncoder().encode('Indikator;Period;Värde\nind-1;2024-H1;7\n');
  importUpload(db, karin, NOW, kommun, { name: 'fil.csv', bytes });
  invite(db, karin, NOW, { name: 'Bo', email: 'bo@example.se' }, READER);
  give(db, ACTOR, NOW, persons.read(db, id)!, { ...READER, role: 'administrator' });

  const { rows } = heldOn(db, ' KARIN@example.se ')!;
  expect(Object.keys(rows).sort()).toEqual([
    ...['invitation', 'log', 'log_about', 'login_try', 'person', 'role_grant', 'session', 'upload'],
  ]);
  expect(rows['person']).toMatchObject([{ id, name: 'Karin', email }]);
  expect(rows['role_grant']).toHaveLength(3);
  expect(rows['upload']).toMatchObject([{ by_person: id, file_name: 'fil.csv' }]);
  expect(rows['log']!.length).toBeGreaterThan(1);
  expect(JSON.stringify(rows)).not.toMatch(/scrypt|token_hash|Olle/);
});

test('of who has no account there are tries alone, or nothing', async () => {
  const db = gnestaDb();
  expect(heldOn(db, 'ingen@example.se')).toBeNull();
  const tried = { email: 'ingen@example.se', password: PASSWORD, address: '192.0.2.1' };
  await signIn(db, NOW, tried);
  expect(Object.keys(heldOn(db, 'ingen@example.se')!.rows)).toEqual(['login_try']);
});
