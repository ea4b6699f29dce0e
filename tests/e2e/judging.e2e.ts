import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import type { Db } from '#lib/server/db/client.ts';
import * as kommuner from '#lib/server/db/kommuner.ts';
import * as namnder from '#lib/server/db/namnder.ts';
import * as places from '#lib/server/db/places.ts';
import { aPerson, PASSWORD, signedIn } from '../accounts.ts';
import { openGnesta } from '../open-gnesta.ts';
import { faults } from './harness.ts';
import { startSeeded } from './seeded.ts';
import type { Seeded } from './seeded.ts';
import { oneInTurn } from './turns.ts';

/* Judging as a report writer does it, on the built app: Gnesta's delår from nothing, and two who write at once. */

const BOARD = '/gnesta/socialnamnden';
const SHEET = `${BOARD}/bedomning/mal/vf-3`;
const AT = 'tillfalle=delar-2023';

const seeds = openGnesta();
let fyren: Seeded;
/** Cookies by who they are. */
const cookies = new Map<string, string>();
const ids = new Map<string, number>();

async function writer(db: Db, name: string) {
  const held = ['gnesta', 'kalmar'].map((slug) => {
    const kommun = kommuner.read(db, slug)!;
    const namnd = namnder.read(db, kommun.id, 'socialnamnden')!;
    return { role: 'rapportskrivare', kommun: kommun.id, namnd: namnd.id } as const;
  });
  const now = new Date();
  const { id } = await aPerson(db, name, held, now);
  ids.set(name, id);
  cookies.set(name, signedIn(db, id, now));
}

beforeAll(async () => {
  fyren = await startSeeded(async (db) => {
    for (const name of ['Rita Ravn', 'Olle Ek']) await writer(db, name);
  }, seeds.folder);
}, 60_000);
afterAll(async () => {
  await fyren.close();
  seeds.remove();
});

async function openAs(name: string, options: Parameters<Seeded['openPage']>[0] = {}) {
  const page = await fyren.openPage(options);
  const url = new URL(fyren.url);
  await page
    .context()
    .addCookies([{ name: 'fyren', value: cookies.get(name)!, domain: url.hostname, path: '/' }]);
  return page;
}

const mainText = (page: Page) => page.locator('main').innerText();

/** Tab until the one thing has focus; a keyboard alone must get there. */
async function tabTo(page: Page, what: string): Promise<void> {
  for (let presses = 0; presses < 120; presses += 1) {
    if (await page.evaluate<boolean>(`document.activeElement?.matches(${JSON.stringify(what)})`))
      return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`${what} is not reached by the keyboard`);
}

test('by the keyboard alone: log in, judge over the ceiling with a reason, mark ready, log out', async () => {
  const page = await fyren.openPage();
  await page.goto(`${BOARD}/bedomning?${AT}`);
  expect(page.url()).toContain('/logga-in?till=');
  await tabTo(page, '#epost');
  await page.keyboard.type('rita.ravn@example.se');
  await page.keyboard.press('Tab');
  await page.keyboard.type(PASSWORD);
  await page.keyboard.press('Enter');
  await page.waitForURL(`**/bedomning?${AT}`);
  expect(await faults(page)).toEqual([]);

  await tabTo(page, 'a[href*="/mal/vf-3"]');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/mal/vf-3**');
  expect(await mainText(page)).toContain('Underlaget säger: som mest gult');
  await tabTo(page, 'input[type=radio]');
  // From "ej bedömt", which is last, round to the first.
  await page.keyboard.press('ArrowDown');
  await tabTo(page, 'textarea[name^=text-kommentar]');
  await page.keyboard.type('Arbetet går enligt plan.');
  await tabTo(page, 'form .btn:not(.link)');
  await page.keyboard.press('Enter');
  await page.getByText('bättre än det finns underlag för. Skriv skälet.').waitFor();
  expect(await faults(page)).toEqual([]);

  await tabTo(page, 'textarea[name^=skal]');
  await page.keyboard.type('Preliminära betyg per juni pekar på att målet nås.');
  await tabTo(page, 'button[formaction*="klar"]');
  await page.keyboard.press('Enter');
  await page.getByText(/^Sparat/).waitFor();
  expect(await mainText(page)).toMatch(/Klarmarkerad\s.* av Rita Ravn/);
  expect(await faults(page)).toEqual([]);

  await page.goto(`${BOARD}/mal/vf-3?${AT}`);
  expect(await mainText(page)).toContain('Preliminära betyg per juni');
  expect(await page.locator('body').innerText()).toContain('Arbetsmaterial');
  await page.goto('/konto');
  await tabTo(page, 'form[action="/logga-ut"] button');
  await page.keyboard.press('Enter');
  await page.waitForURL(`${fyren.url}/`);
  expect(await page.context().cookies()).toEqual([]);
  await page.context().close();
}, 60_000);

/** Fields of a form as a page without a script shows them, so that it can be sent by hand. */
async function fieldsAt(path: string, name: string): Promise<Record<string, string>> {
  const headers = { accept: 'text/html', cookie: `fyren=${cookies.get(name)}` };
  const html = await (await fetch(fyren.url + path, { headers })).text();
  const fields: Record<string, string> = {};
  for (const [tag] of html.matchAll(/<(?:input|textarea)\s[^>]*>/g)) {
    const attribute = (of: string) => new RegExp(`\\s${of}="([^"]*)"`).exec(tag)?.[1];
    const field = attribute('name');
    const isUnchosen = attribute('type') === 'radio' && !/\schecked/.test(tag);
    if (field !== undefined && !isUnchosen) fields[field] = attribute('value') ?? '';
  }
  return fields;
}

const post = (path: string, name: string, fields: Record<string, string>) =>
  fetch(fyren.url + path, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: fyren.url, accept: 'text/html', cookie: `fyren=${cookies.get(name)}` },
    body: new URLSearchParams(fields),
  });

test('a hundred times two at once: one is kept and the other told, with both texts, a hundred times', async () => {
  const path = `${BOARD}/bedomning/aktivitet/upp-314`;
  const fields = await fieldsAt(`${path}?${AT}`, 'Rita Ravn');
  const text = Object.keys(fields).find((name) => name.startsWith('text-'))!;
  const base = `bas-${text}`;
  let told = 0;
  const lost: string[] = [];
  for (let pair = 0; pair < 100; pair += 1) {
    const sent = ['Rita Ravn', 'Olle Ek'].map((name) => `${name} skrev det här, gång ${pair}.`);
    const answers = await Promise.all([
      post(`${path}?/spara&${AT}`, 'Rita Ravn', { [text]: sent[0]!, [base]: fields[base]! }),
      post(`${path}?/spara&${AT}`, 'Olle Ek', { [text]: sent[1]!, [base]: fields[base]! }),
    ]);
    const pages = await Promise.all(answers.map((one) => one.text()));
    const second = answers.findIndex(({ status }) => status === 409);
    if (answers.filter(({ status }) => status === 303).length === 1 && second >= 0) told += 1;
    // Who is told sees their own text and the other's.
    lost.push(...sent.filter((one) => !pages[second]?.includes(one)));
    const held = /value="mitt:(\d+)"/.exec(pages[second] ?? '')?.[1];
    fields[base] = held ?? '';
  }
  expect([told, lost]).toEqual([100, []]);
  // Who was told last has a draft that waits for them; a coming test finds none, whoever it was.
  for (const name of ['Rita Ravn', 'Olle Ek'])
    expect((await post(`${path}?/kasta&${AT}`, name, {})).status).toBe(303);
}, 120_000);

describe.each(oneInTurn([true, false]))(
  'a session that ends in a long text, with a script: %j',
  (javaScript) => {
    test('the text follows through the signing in, and stands as a draft', async () => {
      const page = await openAs('Olle Ek', { javaScript });
      await page.goto(`${BOARD}/bedomning/mal/vf-4?${AT}`);
      const text = `Lång text ${'å'.repeat(18_000)}\n\n- <b>inte</b> HTML ${javaScript}`;
      fyren.db.$client.prepare('DELETE FROM session WHERE person = ?').run(ids.get('Olle Ek'));
      await page.getByRole('textbox', { name: /^Kommentar/ }).fill(text);
      if (javaScript) await page.getByText('Du har loggats ut.').waitFor();
      await page.getByRole('button', { name: 'Spara', exact: true }).click();
      await page.getByText('det du skrev följer med').waitFor();
      if (javaScript) expect(await faults(page)).toEqual([]);
      await page.locator('#epost').fill('olle.ek@example.se');
      await page.locator('#losenord').fill('fel lösenord här');
      await page.keyboard.press('Enter');
      await page.getByText('stämmer inte').waitFor();
      await page.locator('#losenord').fill(PASSWORD);
      await page.keyboard.press('Enter');
      await page.waitForURL('**/mal/vf-4**');
      expect(await mainText(page)).toContain('Du har ett utkast');
      const area = page.getByRole('textbox', { name: /^Kommentar/ });
      expect(await area.inputValue()).toBe(text);
      await page.getByRole('button', { name: 'Spara', exact: true }).click();
      await page.getByText(/^Sparat/).waitFor();
      await page.goto(`${BOARD}/mal/vf-4?${AT}`);
      expect(await mainText(page)).toContain(`<b>inte</b> HTML ${javaScript}`);
      cookies.set('Olle Ek', signedIn(fyren.db, ids.get('Olle Ek')!, new Date()));
      await page.context().close();
    }, 60_000);
  },
);

test('what is typed is kept while it is typed, and is its writer’s alone', async () => {
  const page = await openAs('Rita Ravn');
  const path = `${BOARD}/bedomning/mal/vf-5?${AT}`;
  await page.goto(path);
  await page.getByRole('textbox', { name: /^Kommentar/ }).fill('Börjad text');
  await page.getByText('Inte sparat än.').waitFor();
  await page.goto(path);
  expect(await page.getByRole('textbox', { name: /^Kommentar/ }).inputValue()).toBe('Börjad text');
  expect(await faults(page)).toEqual([]);
  const other = await openAs('Olle Ek');
  await other.goto(path);
  expect(await other.content()).not.toContain('Börjad text');
  await page.getByRole('button', { name: 'Kasta utkastet' }).click();
  await page.waitForURL(`**/vf-5?${AT}`);
  expect(await page.getByRole('textbox', { name: /^Kommentar/ }).inputValue()).toBe('');
  await page.context().close();
  await other.context().close();
}, 60_000);

const WORD = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p.MsoNormal{margin:0}</style></head>
<body><!--StartFragment--><p class="MsoNormal">Arbetet g&aring;r <b>enligt plan</b>.<o:p></o:p></p>
<p class="MsoListParagraphCxSpFirst" style="mso-list:l0 level1 lfo1"><span style="mso-list:Ignore">&middot;<span>&nbsp;&nbsp;</span></span>en sak</p>
<p class="MsoListParagraphCxSpLast" style="mso-list:l0 level1 lfo1"><span style="mso-list:Ignore">&middot;</span>en <span style="font-weight:bold">till</span></p>
<p class="MsoListParagraph" style="mso-list:l1 level1 lfo2"><span style="mso-list:Ignore">1.<span>&nbsp;</span></span>f&ouml;rst</p>
<ul><li>ytterst<ul><li>inom</li></ul></li></ul>
<table><tr><td>2022</td><td>38 %</td></tr>
<tr><td>2023</td><td>41 %</td></tr></table>
<p class="MsoNormal">Slut.<del>struket</del><a href="#_ftn1">1</a><script>alert(1)</script></p><!--EndFragment--></body></html>`;

test('what is pasted from Word becomes paragraphs, a list and bold, and nothing else', async () => {
  const page = await openAs('Rita Ravn');
  await page.goto(`${BOARD}/bedomning/aktivitet/upp-313?${AT}`);
  const area = page.getByRole('textbox', { name: /^Kommentar/ });
  await page.getByRole('button', { name: /^Fet/ }).waitFor();
  await area.evaluate((element, html) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/html', html);
    element.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    );
  }, WORD);
  expect(await area.inputValue()).toBe(
    [
      'Arbetet går **enligt plan**.\n',
      ...['- en sak', '- en **till**', '1. först', '- ytterst', '- inom\n'],
      ...['2022\t38 %', '2023\t41 %\n', 'Slut.'],
    ].join('\n'),
  );
  await page.getByRole('button', { name: 'Spara', exact: true }).click();
  await page.getByText(/^Sparat/).waitFor();
  await page.goto(`${BOARD}/aktiviteter?${AT}#upp-313`);
  const told = page.locator('#upp-313');
  expect(await told.locator('li').allInnerTexts()).toContain('en till');
  expect(await told.locator('b').allInnerTexts()).toContain('enligt plan');
  await page.context().close();
}, 60_000);

describe('all of Gnesta’s delår', () => {
  test('is judged from nothing to ready, and nothing is left to judge', async () => {
    const page = await openAs('Rita Ravn', { javaScript: false });
    await page.goto(`${BOARD}/att-gora?${AT}`);
    expect(await mainText(page)).toMatch(/\d+\sbedömningar/);
    await page.goto(`${BOARD}/bedomning?${AT}`);
    const links = await page
      .locator('a[href*="/bedomning/aktivitet/"], a[href*="/bedomning/mal/"]')
      .evaluateAll((found) => found.map((one) => one.getAttribute('href')!));
    expect(links).toHaveLength(36);
    for (const href of links) {
      const path = href.replace(`?${AT}`, '');
      const fields = await fieldsAt(href, 'Rita Ravn');
      const judged = Object.keys(fields).find((name) => name.startsWith('bedomning-'))!;
      const told = Object.keys(fields).find((name) => name.startsWith('text-'))!;
      const answer = await post(`${path}?/klar&${AT}`, 'Rita Ravn', {
        ...{ ...fields, [judged]: 'steg:delvis', [told]: 'Återstår till hösten.', bekrafta: 'on' },
      });
      expect(answer.status, href).toBe(303);
    }
    await page.goto(`${BOARD}/att-gora?${AT}`);
    const left = await mainText(page);
    expect(left).toContain('36 av 36 delar är klarmarkerade');
    expect(left).not.toMatch(/Bedömning saknas|Text saknas/);
    await page.goto(`${BOARD}?${AT}`);
    expect(await mainText(page)).toContain('Återstår till hösten.');
    // To the public it is not there.
    const visitor = await fyren.openPage();
    expect((await visitor.goto(`${BOARD}?${AT}`))!.status()).toBe(404);
    await visitor.context().close();
    await page.context().close();
  }, 120_000);

  test('what is missing comes with lines to paste, and axe has nothing against it', async () => {
    const page = await openAs('Rita Ravn');
    await page.goto('/kalmar/socialnamnden/att-gora?tillfalle=ar-2022');
    await page.getByText('Rader till ett mejl').first().click();
    const line = page.locator('details[open] li span').first();
    expect(await line.innerText()).toMatch(
      /: .* \(årsredovisning 2022\)\. http:\/\/localhost:\d+\/kalmar\//,
    );
    expect(await faults(page)).toEqual([]);
    await page.context().close();
  }, 60_000);
});

test('Kalmar is told of by unit in three parts, and its unit judged for itself', async () => {
  const page = await openAs('Rita Ravn');
  await page.goto('/kalmar/socialnamnden/bedomning/mal/uo-vald?tillfalle=ar-2022');
  const unit = page.locator('details', { hasText: 'VO vuxen' }).first();
  for (const part of ['Samlad bedömning', 'Orsak', 'Åtgärd'])
    await unit.getByRole('textbox', { name: part }).fill(`${part} för VO vuxen`);
  await unit.getByText('Förra gången').first().click();
  await page.getByLabel('Delvis uppfyllt').first().check();
  expect(await faults(page)).toEqual([]);
  await page.getByRole('button', { name: 'Spara och klarmarkera' }).click();
  await page.getByText(/^Sparat/).waitFor();
  await page.goto('/kalmar/socialnamnden/mal/uo-vald?tillfalle=ar-2022');
  const told = await mainText(page);
  for (const part of ['Samlad bedömning', 'Orsak', 'Åtgärd'])
    expect(told).toContain(`${part}: ${part} för VO vuxen`);
  await page.context().close();
}, 60_000);

test('an occasion that is published is not judged in, and what was being written can be copied', async () => {
  const place = places.readKommun(fyren.db, '0880')!.id;
  const fields = { [`text-orsak-${place}`]: 'Skrivet när det publicerades.' };
  const path = '/kalmar/socialnamnden/bedomning/mal/uo-vald';
  const at = 'tillfalle=t1-2022';
  const answer = await post(`${path}?/spara&${at}`, 'Rita Ravn', fields);
  expect(answer.status).toBe(409);
  expect(await answer.text()).toContain('Skrivet när det publicerades.');
  const page = await openAs('Rita Ravn');
  await page.goto(`${path}?${at}`);
  expect(await page.getByLabel('Orsak, ditt utkast').inputValue()).toContain('Skrivet när');
  expect(await faults(page)).toEqual([]);
  await page.getByRole('button', { name: 'Kasta utkastet' }).click();
  await page.getByText('är publicerat, och bedömningarna ändras inte').waitFor();
  await page.goto(`/kalmar/socialnamnden/mal/uo-vald?${at}`);
  expect(await mainText(page)).not.toContain('Skrivet när');
  expect((await page.goto(`${SHEET}x?${AT}`))!.status()).toBe(404);
  await page.context().close();
}, 60_000);

describe('what somebody writes is not lost', () => {
  const path = '/kalmar/socialnamnden/bedomning/mal/am-hme?tillfalle=ar-2022';
  const comment = (page: Page) => page.getByRole('textbox', { name: /^Kommentar/ });

  test('when they leave at once, by a link', async () => {
    const page = await openAs('Rita Ravn');
    await page.goto(path);
    await page.getByRole('button', { name: /^Fet/ }).waitFor();
    await comment(page).pressSequentially('Skrivet utan paus');
    await page.getByRole('link', { name: 'Översikt' }).click();
    await page.waitForURL('**/socialnamnden?tillfalle=ar-2022');
    await page.goto(path);
    expect(await comment(page).inputValue()).toBe('Skrivet utan paus');
    await page.getByRole('button', { name: 'Kasta utkastet' }).click();
    await page.waitForURL('**/am-hme?tillfalle=ar-2022');
    await page.context().close();
  }, 60_000);

  test('on a slow network, in bursts, and saved while a draft is on its way', async () => {
    const page = await openAs('Rita Ravn');
    await page.route('**/*utkast*', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 700));
      await route.continue();
    });
    await page.goto('/kalmar/socialnamnden/bedomning/mal/lm-avfall?tillfalle=ar-2022');
    await page.getByRole('button', { name: /^Fet/ }).waitFor();
    for (const word of ['ett', ' två', ' tre']) {
      await comment(page).pressSequentially(word);
      await page.waitForTimeout(500);
    }
    await page.getByRole('button', { name: 'Spara', exact: true }).click();
    await page.getByText(/^Sparat/).waitFor();
    expect(await comment(page).inputValue()).toBe('ett två tre');
    expect(await mainText(page)).not.toContain('Du har ett utkast');
    await page.context().close();
  }, 60_000);

  test('when an older page of theirs is saved', async () => {
    const [older, newer] = [await openAs('Rita Ravn'), await openAs('Rita Ravn')];
    await older.goto(path);
    await newer.goto(path);
    await comment(newer).fill('Från den nya sidan');
    await newer.getByText('Inte sparat än.').waitFor();
    await older.getByLabel('Delvis uppfyllt').check();
    await older.getByRole('button', { name: 'Spara', exact: true }).click();
    await older.getByText('Du har ett utkast').waitFor();
    expect(await comment(older).inputValue()).toBe('Från den nya sidan');
    await older.context().close();
    await newer.context().close();
  }, 60_000);

  test('when another signs in where they wrote', async () => {
    const page = await openAs('Olle Ek', { javaScript: false });
    await page.goto('/kalmar/socialnamnden/bedomning/mal/am-agenda2030?tillfalle=ar-2022');
    await page.context().clearCookies();
    await comment(page).fill('Olles text');
    await page.getByRole('button', { name: 'Spara', exact: true }).click();
    for (const [who, answer] of [
      ['rita.ravn', 'skrevs av någon annan'],
      ['olle.ek', 'Du har ett utkast'],
    ] as const) {
      await page.locator('#epost').fill(`${who}@example.se`);
      await page.locator('#losenord').fill(PASSWORD);
      await page.keyboard.press('Enter');
      await page.getByText(answer).waitFor();
    }
    expect(await comment(page).inputValue()).toBe('Olles text');
    await page.context().close();
  }, 60_000);

  test('when it is too much for one form', async () => {
    const page = await openAs('Rita Ravn');
    await page.goto(path);
    await page.getByRole('button', { name: /^Fet/ }).waitFor();
    await comment(page).fill('å'.repeat(700_000));
    await page.getByRole('button', { name: 'Spara', exact: true }).click();
    await page.getByText('Det är för mycket text').waitFor();
    expect((await comment(page).inputValue()).length).toBe(700_000);
    await page.context().close();
  }, 60_000);
});

test('a text field knows the keys of a word processor', async () => {
  const page = await openAs('Rita Ravn');
  await page.goto('/kalmar/socialnamnden/bedomning/mal/lm-fordon?tillfalle=ar-2022');
  await page.getByRole('button', { name: /^Fet/ }).waitFor();
  const area = page.getByRole('textbox', { name: /^Kommentar/ });
  await area.focus();
  const { keyboard } = page;
  await keyboard.type('- ett');
  await keyboard.press('Enter');
  await keyboard.press('Control+b');
  await keyboard.type('två');
  await keyboard.press('Control+b');
  await keyboard.press('Enter');
  await keyboard.press('Enter');
  await keyboard.type('Slut');
  expect(await area.inputValue()).toBe('- ett\n- **två**\nSlut');
  await area.selectText();
  await page.getByRole('button', { name: /^Punktlista/ }).click();
  expect(await area.inputValue()).toBe('- ett\n- **två**\n- Slut');
  await page.context().close();
}, 60_000);
