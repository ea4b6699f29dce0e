import { createHash } from 'node:crypto';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { faults, start } from './harness.ts';
import type { Fyren } from './harness.ts';

/* From kallelse to decision and back, in the built app: as the one who publishes, and as everybody else reads it. */

let fyren: Fyren;
let page: Page;

beforeAll(async () => {
  fyren = await start();
  page = await fyren.openPage();
});

afterAll(() => fyren.close());

const HERE = '/gnesta/socialnamnden';
const AT = '?tillfalle=delar-2023';
const API = `/api/v1${HERE}/delar-2023`;

const button = (name: string) => page.getByRole('button', { name, exact: true });
const errorIn = () => page.getByRole('alert').innerText();
const main = () => page.locator('main').innerText();

const api = async (query = '') => (await fetch(`${fyren.url}${API}${query}`)).text();

const readIn = async (text: string) => {
  await page.goto(`${HERE}/inlasningar`);
  await page.setInputFiles('input[type=file]', {
    ...{ name: 'sent.csv', mimeType: 'text/csv', buffer: Buffer.from(text) },
  });
  await page
    .getByRole('button', { name: /^Granska/ })
    .first()
    .click();
  await page.getByRole('button', { name: /^Läs in/ }).waitFor();
  const report = await main();
  await page.getByRole('button', { name: /^Läs in/ }).click();
  await page.waitForURL(/inlasningar\/\d+$/);
  return report;
};

describe('what is open', () => {
  const OPEN = '?tillfalle=ar-2023';

  test('is published by who has seen what is missing, and then everybody reads it', async () => {
    expect((await fetch(`${fyren.url}/api/v1${HERE}/ar-2023`)).status).toBe(404);
    await page.goto(`${HERE}/publicering`);
    expect(page.url()).toContain('publicering');
    expect(await faults(page)).toEqual([]);
    await button('Publicera Årsredovisning 2023').click();
    expect(await errorIn()).toBe(
      'Kryssa i att du har sett vad som återstår, om det ska publiceras ändå.',
    );
    expect(await faults(page)).toEqual([]);
    await page.getByLabel('Jag har sett vad som återstår').check();
    await page.getByLabel('Sammanträde').fill('den tredje');
    await button('Publicera Årsredovisning 2023').click();
    expect(await errorIn()).toContain('Skriv datumen som 2023-09-20');
    await page.getByLabel('Sammanträde').fill('2024-02-13');
    await page.getByLabel('Dag då kallelsen sänds').fill('2024-02-20');
    await button('Publicera Årsredovisning 2023').click();
    expect(await errorIn()).toBe('Sammanträdet kommer före kallelsen. Ändra ett av datumen.');
    await page.getByLabel('Dag då kallelsen sänds').fill('2024-02-06');
    await button('Publicera Årsredovisning 2023').click();
    await page
      .getByRole('heading', { name: 'Lås Årsredovisning 2023, när nämnden har beslutat' })
      .waitFor();
    const answer = await (await fetch(`${fyren.url}/api/v1${HERE}/ar-2023`)).json();
    expect(answer).toMatchObject({
      occasion: { phase: 'publicerat', meetingOn: '2024-02-13', decision: null },
    });
  });

  test('is taken back with a reason, and is nobody else’s to read', async () => {
    await page.goto(`${HERE}/publicering${OPEN}`);
    await page.getByLabel(/^Skäl(, som alla kan läsa)?$/).fill('Kallelsen drogs tillbaka.');
    await button('Ta tillbaka publiceringen').click();
    await page
      .getByRole('heading', { name: 'Publicera Årsredovisning 2023, med kallelsen' })
      .waitFor();
    expect(await main()).toContain('Kallelsen drogs tillbaka.');
    expect((await fetch(`${fyren.url}/api/v1${HERE}/ar-2023`)).status).toBe(404);
  });
});

describe('what is published', () => {
  test('has its days put right, and both are told', async () => {
    await page.goto(`${HERE}/publicering${AT}`);
    // Of what the demo published nobody has said when.
    await page.getByLabel('Kallelsen sändes').fill('2023-09-20');
    await page.getByLabel('Sammanträdet är').fill('2023-10-33');
    await page.getByLabel('Skäl till rättelsen').fill('Fel dag.');
    await button('Rätta datumen').click();
    expect(await errorIn()).toContain('Skriv datumen som 2023-09-20');
    expect(await page.getByLabel('Sammanträdet är').inputValue()).toBe('2023-10-33');
    await page.getByLabel('Sammanträdet är').fill('2023-10-05');
    await button('Rätta datumen').click();
    await page.getByText('Datumen för kallelsen rättades').waitFor();
    expect(await page.getByRole('status').innerText()).toBe('Datumen är rättade.');
    expect(await main()).toContain('Sammanträde: 5 oktober 2023.');
    expect(await faults(page)).toEqual([]);
    expect(JSON.parse(await api())).toMatchObject({ occasion: { meetingOn: '2023-10-05' } });
    await page.getByLabel('Skäl till rättelsen').fill('Fel igen.');
    await button('Rätta datumen').click();
    expect(await errorIn()).toContain('Det är de datum som redan står.');
    await page.getByLabel('Sammanträdet är').fill('2023-10-03');
    await button('Rätta datumen').click();
    await page.getByText('Sammanträde: 5 oktober 2023 → 3 oktober 2023.').waitFor();
  });
});

describe('at the meeting', () => {
  test('what is changed stands beside what was sent', async () => {
    await page.goto(`${HERE}/bedomning/mal/vf-1${AT}`);
    expect(await page.getByRole('button', { name: /[Kk]larmarkera/ }).count()).toBe(0);
    expect(await faults(page)).toEqual([]);
    await page.getByText('Bedöms ej uppnås').click();
    await page.getByLabel('Skäl till bedömningen').fill('Kön har växt.');
    await button('Spara').click();
    await page.waitForURL(/sparat/);
    await page.goto(`${HERE}/mal/vf-1${AT}`);
    expect(await main()).toContain(
      'Ändrad vid sammanträdet. I förslaget till nämnden: bedöms delvis uppnås.',
    );
    expect(await faults(page)).toEqual([]);
    await page.goto(`${HERE}/publicering${AT}`);
    const rows = page
      .locator('section', { hasText: 'Om nämnden ändrar något' })
      .locator('tbody tr');
    expect(await rows.count()).toBe(1);
    expect((await rows.locator('th, td').allInnerTexts()).map((one) => one.trim())).toEqual([
      expect.stringContaining('Bedömning'),
      ...['Bedöms delvis uppnås', 'Bedöms ej uppnås', 'Demo, administratör'],
    ]);
    expect(await faults(page)).toEqual([]);
  });
});

/** Looks once more at what is to be locked, and locks it. */
async function lockIt(paragraph: string) {
  await button('Granska före låsning').click();
  await page.getByRole('heading', { name: 'Stämmer det?' }).waitFor();
  expect(await main()).toContain(paragraph);
  expect(await faults(page)).toEqual([]);
  await button('Lås Delår 2023').click();
  await page.getByRole('heading', { name: 'Lås upp' }).waitFor();
}

describe('what is locked', () => {
  test('has its decision, and each fault at its field', async () => {
    await page.goto(`${HERE}/publicering${AT}`);
    await page.getByLabel('Nämnden beslutade').fill('2023-10-32');
    await page.getByLabel('Paragraf').fill(' ');
    await page.getByLabel('Diarienummer').fill('SN 2023/145');
    await button('Granska före låsning').click();
    const invalid = page.locator('[aria-invalid=true]');
    await invalid.first().waitFor();
    expect(await invalid.evaluateAll((all) => all.map((one) => one.id))).toEqual([
      ...['beslutad', 'paragraf'],
    ]);
    expect(await page.evaluate('document.activeElement.id')).toBe('beslutad');
    expect(await page.getByLabel('Diarienummer').inputValue()).toBe('SN 2023/145');
    expect(await faults(page)).toEqual([]);
    await page.getByLabel('Nämnden beslutade').fill('2023-10-03');
    await page.getByLabel('Paragraf').fill('§ 44');
    await button('Granska före låsning').click();
    await page.getByRole('heading', { name: 'Stämmer det?' }).waitFor();
    await button('Tillbaka').click();
    await button('Granska före låsning').waitFor();
    expect(await page.getByLabel('Paragraf').inputValue()).toBe('44');
    expect(await page.getByLabel('Diarienummer').inputValue()).toBe('SN 2023/145');
    await lockIt('§\u00a044');
    await page.goto(`${HERE}${AT}`);
    expect((await main()).replaceAll('\u00a0', ' ')).toContain('§ 44, dnr SN 2023/145.');
  });

  test('by mistake is taken back, and then locked as it was decided', async () => {
    await page.goto(`${HERE}/publicering${AT}`);
    await page.getByLabel('Det låstes av misstag').check();
    await page.getByLabel(/^Skäl(, som alla kan läsa)?$/).fill('Fel paragraf.');
    await button('Lås upp').click();
    await page.getByRole('heading', { name: /^Lås Delår 2023/ }).waitFor();
    expect(await faults(page)).toEqual([]);
    const told = await main();
    expect(told).toContain('Låsningen togs tillbaka: nämnden hade inte beslutat det');
    expect(told).toContain('Låst av misstag: inget beslut.');
    const wrong = await (await fetch(`${fyren.url}${HERE}${AT}&version=1`)).text();
    expect(wrong).toContain('Version 1 låstes av misstag');
    await page.getByLabel('Nämnden beslutade').fill('2023-10-03');
    await page.getByLabel('Paragraf').fill('§ 45');
    await page.getByLabel('Diarienummer').fill('SN 2023/145');
    await lockIt('§\u00a045');
    await page.goto(`${HERE}${AT}`);
    expect((await main()).replaceAll('\u00a0', ' ')).toContain(
      'Låst: godkänd av nämnden 3 oktober 2023, § 45, dnr SN 2023/145.',
    );
  });

  test('with a wrong mark has it put right, and what was frozen is as it was', async () => {
    await page.goto(`${HERE}/publicering${AT}`);
    const frozen = async () =>
      (await fetch(`${fyren.url}${HERE}/publicering/2${AT}`))
        .arrayBuffer()
        .then((bytes) => createHash('sha256').update(Buffer.from(bytes)).digest('hex'));
    const before = await frozen();
    await page.getByLabel('Varför det rättas').fill('Protokollet har en annan paragraf.');
    await button('Rätta beslutet').click();
    expect(await errorIn()).toContain('Det är de uppgifter som redan står.');
    expect(await page.getByLabel('Varför det rättas').inputValue()).toContain('Protokollet');
    await page.getByLabel('Paragraf i protokollet').fill(' ');
    await button('Rätta beslutet').click();
    await page.locator('[aria-invalid=true]').waitFor();
    expect(await faults(page)).toEqual([]);
    await page.getByLabel('Paragraf i protokollet').fill('46');
    await button('Rätta beslutet').click();
    await page.getByText('Uppgifterna om beslutet rättades').first().waitFor();
    expect((await main()).replaceAll('\u00a0', ' ')).toContain('Paragraf: § 45 → § 46.');
    expect(await faults(page)).toEqual([]);
    expect(JSON.parse(await api())).toMatchObject({ occasion: { decision: { paragraph: '46' } } });
    expect(await frozen()).toBe(before);
    await page.goto(`${HERE}${AT}`);
    const told = (await main()).replaceAll('\u00a0', ' ');
    expect(told).toContain('§ 46, dnr SN 2023/145.');
    expect(told).toContain('Protokollet har en annan paragraf.');
    await page.goto(`${HERE}/publicering${AT}`);
    await page.getByLabel('Paragraf i protokollet').fill('45');
    await page.getByLabel('Varför det rättas').fill('Det var rätt först.');
    await button('Rätta beslutet').click();
    await page.getByText('Det var rätt först.').waitFor();
  });

  test('is handed out as a document, with all that it rests on and how it is checked', async () => {
    await page.goto(`${HERE}/publicering${AT}`);
    await page.getByRole('link', { name: 'lämna ut den som handling' }).first().click();
    await page.getByRole('heading', { name: 'Kontrollera' }).waitFor();
    const told = (await main()).replaceAll('\u00a0', ' ');
    for (const words of [
      ...['Godkänd av nämnden 3 oktober 2023, § 45, dnr SN 2023/145.', 'Bedöms ej uppnås'],
      ...['särskilt boende, medelvärde', '102 dagar', 'högst 90 dagar', 'januari–juni 2023'],
      ...['Ändrad vid sammanträdet', 'gnesta-socialnamnden-delar-2023-version-2.json', 'SHA256'],
    ])
      expect(told).toContain(words);
    const bytes = await (await fetch(`${fyren.url}${HERE}/publicering/2${AT}`)).arrayBuffer();
    expect(told).toContain(createHash('sha256').update(Buffer.from(bytes)).digest('hex'));
    expect(await faults(page)).toEqual([]);
    expect((await page.goto(`${HERE}/publicering/1/lamna-ut${AT}`))?.status()).toBe(200);
    expect(await main()).toContain('Låst av misstag. Nämnden har inte beslutat det här.');
    expect(await faults(page)).toEqual([]);
    expect((await fetch(`${fyren.url}${HERE}/publicering/7/lamna-ut${AT}`)).status).toBe(404);
  });

  test('is the same byte for byte whatever comes, which stands beside it', async () => {
    const pages = ['', '/indikatorer', '/mal/vf-1', '/aktiviteter'];
    /** Without what stands beside. */
    const readOne = async (path: string) => {
      await page.goto(`${HERE}${path}${AT}`);
      await page.evaluate(`document.getElementById('efter-beslut')?.closest('section').remove();
        document.querySelector('a[href="#efter-beslut"]')?.remove()`);
      return (await main()).replace(/\s+/g, ' ').replace('. .', '.');
    };
    const read = async () => {
      const texts: string[] = [];
      for (const path of pages) texts.push(await readOne(path));
      return texts;
    };
    const [before, answer] = [await read(), await api()];
    const report = await readIn('Indikator;Period;Värde\nind-1;2023-H1;89\n');
    expect(report).toContain(
      'Delår 2023 är låst av Socialnämnden: läget ändras inte där, och ett värde visas bredvid som ändrat efter beslut.',
    );
    expect(await api()).toBe(answer);
    expect(await read()).toEqual(before);
    await page.goto(`${HERE}${AT}`);
    const late = page.getByRole('region', { name: 'Ändrat efter beslut' });
    expect(await late.locator('td, tbody th').allInnerTexts()).toEqual([
      ...['Väntetid till särskilt boende', 'Januari–juni 2023', '102\u00a0dagar', '89\u00a0dagar'],
      expect.stringContaining('rad 2 i sent.csv'),
    ]);
    expect(await faults(page)).toEqual([]);
    await page.goto(`${HERE}/indikatorer/ind-1${AT}`);
    expect(await late.count()).toBe(1);
    expect(await faults(page)).toEqual([]);
  });

  test('takes nothing that is posted to it', async () => {
    const answer = await api();
    const form = (fields: Record<string, string>) => {
      const body = new FormData();
      for (const [name, value] of Object.entries(fields)) body.set(name, value);
      return {
        method: 'POST',
        redirect: 'manual',
        body,
        headers: { origin: fyren.url, accept: 'text/html' },
      } as const;
    };
    // Of a sheet that nothing more is said of one is sent away; of the steps one is told where it stands.
    const posts = [
      [`${HERE}/bedomning/mal/vf-1?/spara&tillfalle=delar-2023`, { x: '' }, 303],
      [`${HERE}/bedomning/mal/vf-1?/klar&tillfalle=delar-2023`, { x: '' }, 303],
      [`${HERE}/publicering?/publicera&tillfalle=delar-2023`, { publicerad: '2023-09-20' }, 409],
      [
        `${HERE}/publicering?/las&tillfalle=delar-2023`,
        { beslutad: '2023-10-03', paragraf: '1', diarienummer: '1' },
        409,
      ],
    ] as const;
    for (const [path, fields, expected] of posts) {
      const { status } = await fetch(`${fyren.url}${path}`, form(fields));
      expect([path, status]).toEqual([path, expected]);
    }
    expect(await api()).toBe(answer);
  });

  test('can be fetched as it was frozen, with the fingerprint that the log has', async () => {
    await page.goto(`${HERE}/publicering${AT}`);
    const path = await page
      .getByRole('link', { name: 'hämta den som den frystes' })
      .first()
      .getAttribute('href');
    const answer = await fetch(`${fyren.url}${path}`);
    const bytes = Buffer.from(await answer.arrayBuffer());
    expect(answer.headers.get('content-disposition')).toBe(
      'attachment; filename="gnesta-socialnamnden-delar-2023-version-2.json"',
    );
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    expect(await main()).toContain(sha256);
    expect(JSON.parse(bytes.toString())).toMatchObject({ format: 2 });
  });

  test('is opened anew with a reason, locked again, and then there are two', async () => {
    const first = await api();
    await page.goto(`${HERE}/publicering${AT}`);
    await page.getByLabel(/^Skäl(, som alla kan läsa)?$/).fill('Väntetiden räknades om.');
    await button('Lås upp').click();
    expect(await page.locator('input[name=hur]:invalid').count()).toBeGreaterThan(0);
    await page.getByLabel('Nämnden ska besluta på nytt').check();
    await button('Lås upp').click();
    await page.getByRole('heading', { name: 'Publicera Delår 2023, med kallelsen' }).waitFor();
    // What was decided is what is read meanwhile.
    expect(await api()).toBe(first);
    await page.getByLabel('Jag har sett vad som återstår').check();
    await page.getByLabel('Dag då kallelsen sänds').fill('2023-09-28');
    // No meeting is settled for what is sent anew.
    expect(await page.getByLabel('Sammanträde').inputValue()).toBe('');
    await button('Publicera Delår 2023').click();
    await page.getByLabel('Nämnden beslutade').fill('2023-10-03');
    await page.getByLabel('Paragraf').fill('61');
    await page.getByLabel('Diarienummer').fill('SN 2023/145');
    await lockIt('§\u00a061');
    expect(JSON.parse(await api())).toMatchObject({
      occasion: { decision: { version: 3, paragraph: '61' } },
    });
    expect(await api('?version=2')).toBe(first);
    await page.goto(`${HERE}${AT}`);
    await page.getByRole('link', { name: /^Version 2/ }).click();
    expect(page.url()).toContain('version=2');
    expect(await main()).toContain('Det här är version 2. Den är ersatt av version 3');
    expect(await main()).toContain('Väntetiden räknades om.');
    expect(await main()).toContain('102\u00a0dagar');
    // Links go on with the version that is read.
    await page.getByRole('link', { name: 'Väntetid till särskilt boende' }).first().click();
    expect(page.url()).toContain('version=2');
    expect(await main()).toContain('Det här är version 2.');
    expect(await faults(page)).toEqual([]);
    const strange = await fetch(`${fyren.url}${HERE}${AT}&version=7`);
    expect(strange.status).toBe(404);
  });
});
