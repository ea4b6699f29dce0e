import { describe, expect, test } from 'vitest';
import { readColumns } from './columns.ts';
import { PLACES } from './kolada/lists.ts';
import { isGivenName } from './person-names.ts';
import { personalIn } from './personal.ts';
import type { Table } from './table.ts';
import { textsOf } from './texts.ts';

/** What is found of a column that no layout reads, with others beside it. */
function kindsOf(heading: string, cells: readonly string[], beside: readonly string[] = []) {
  const table: Table = {
    headerLine: 1,
    titles: [],
    header: [heading, ...beside],
    under: [null, ...beside.map(() => null)],
    positions: [0, ...beside.map((_, at) => at + 1)],
    lines: Int32Array.from(cells, (_, row) => row + 2),
    texts: [textsOf(cells), ...beside.map(() => textsOf(cells.map(() => 'x')))],
    units: {},
  };
  const { texts: _texts, ...rest } = table;
  const typed = { ...rest, columns: readColumns(table, [], ';'), answers: {} };
  const { problems } = personalIn(table, typed, { used: beside.map((_, at) => at + 1) });
  return problems.flatMap((one) => (one.code === 'personal-data' ? [one.kind] : []));
}

const KULLA = 'Jag tycker att maten har blivit sämre. Ta tillbaka den gamla menyn!';
const NORR = 'Personalen på Norr är alltid snäll mot mig och lyssnar på vad jag säger.';
const SÖDER = 'Det tar för lång tid innan någon kommer när jag ringer på natten.';
/** As people write in a box of a survey, without an end. */
const BRIEF = [
  'Mer personal på kvällarna och bättre mat',
  'Chefen lyssnar aldrig på oss när det gäller schemat',
  'Man borde få veta i god tid vem som kommer',
  'Maten är kall när den kommer fram',
];
const GOALS = [
  'Äldre har en trygg och meningsfull vardag',
  'Andelen elever med gymnasiebehörighet ska öka',
  'Utveckla samverkan mellan skola och socialtjänst',
  'Introduktionsutbildning för nya medarbetare i hemtjänsten',
];
const RATED = [
  'Brukarbedömning gruppbostad LSS - Brukaren trivs aldrig hemma, lägeskommun, andel (%)',
  'Brukarbedömning boende LSS totalt - Brukaren trivs alltid hemma, lägeskommun, andel (%)',
  'HME grundskola, index för påståendet Jag är insatt i min arbetsplats mål.',
];
const TITLES = [
  'Andel brukare som är ganska eller mycket nöjda med sin hemtjänst, andel (%)',
  'Nettokostnadsavvikelse äldreomsorg, kommunala och privata utförare, andel (%)',
  'Elever i åk 9 som uppnått kunskapskraven i alla ämnen, lägeskommun, andel (%)',
  'Sjukfrånvaro bland kommunalt anställda, 60 dagar eller mer av total sjukfrånvaro',
];

describe('of a column that nobody reads', () => {
  test.each<[string, string[], string[]]>([
    ['Kontakt', ['anna.b@gnesta.se', ''], ['e-mail']],
    ['Ifyllt', ['Fråga Anna på anna+hme@bolag.example.se.'], ['e-mail']],
    ['X', ['x', 'ANNA@ÅÄÖ.SE'], ['e-mail']],
    ['X', ['811228-9874'], ['personal-number']],
    ['X', ['19811228-9874'], ['personal-number']],
    ['X', ['811228+9874'], ['personal-number']],
    ['X', ['se ärende om 811228 – 9874'], ['personal-number']],
    ['X', ['brukaren 8112289874 klagade'], ['personal-number']],
    ['X', ['8112289874', '6408233234', ''], ['personal-number']],
    ['X', ['198112289874'], ['personal-number']],
    ['X', ['701063-2391'], ['personal-number']],
    ['Personnummer', ['811228-0000'], ['personal-number']],
    ['Pnr', ['811228'], ['personal-number']],
    ['X', ['070-123 45 67'], ['phone']],
    ['X', ['070 123 45 67', 'nej'], ['phone']],
    ['X', ['0701-23 45 67'], ['phone']],
    ['X', ['ring 073/1234567 efter fem'], ['phone']],
    ['X', ['+46 70 123 45 67'], ['phone']],
    ['X', ['+46 (0)158-27 50 00'], ['phone']],
    ['X', ['0046701234567'], ['phone']],
    ['X', ['0158-27 50 00'], ['phone']],
    ['X', ['08-123 456 78'], ['phone']],
    ['X', ['0701234567', '0731234567', '08-12345678'], ['phone']],
    ['X', ['ring 0704561299 efter fem'], ['phone']],
    ['X', ['Växel: 0158-275000.'], ['phone']],
    ['Telefon', ['275000'], ['phone']],
    ['Mobilnummer', ['0701234567', ''], ['phone']],
    ['Respondent-id', ['1001', '1002'], ['answer-id']],
    ['RespondentID', ['a'], ['answer-id']],
    ['Svarsid', ['7'], ['answer-id']],
    ['Svarsdatum', ['2025-10-01'], ['answer-date']],
    ['Besvarad', ['2025-10-01 10:12'], ['answer-date']],
    ['Förnamn', ['Anna'], ['name']],
    ['Handläggare', ['anna b'], ['name']],
    ['Kontaktperson', ['Anna Berg'], ['name']],
    ['Brukarens namn', ['A. Berg'], ['name']],
    ['Namn', ['Anna Berg', 'Bo-Göran Ek', 'Çelik, Deniz'], ['name']],
    ['Ansvarig', ['Anna Berg', 'Bo Ek', 'vakant'], ['name']],
    ['Namn', ['Anna Söderberg', 'Enhetschef Bo Hemström'], ['name']],
    ['Ordförande', ['Anna Berg', 'Bo Ek', 'vakant'], ['name']],
    ['X', ['Anna', 'Mohamed', 'Norr'], ['name']],
    ['X', ['Ek, Ann-Charlotte', 'Berg, Bo', ''], ['name']],
    ['Enhet', ['Anna Berg', 'Bo Ek'], ['name']],
    ['Enhetschefer', ['Anna', 'Lars'], ['name']],
    ['Handläggarens namn', ['anna b'], ['name']],
    ['Ansvarig chef', ['Anna Berg'], ['name']],
    ['Rektor', ['Sigge Qvist', 'Sigge Qvist'], ['name']],
    ['Besvarat av', ['Bo Ek'], ['name']],
    ['Registrerad av', ['Anna'], ['name']],
    ['Uppföljare', ['Bo Ek', 'vakant'], ['name']],
    ['Kontaktuppgifter', ['Anna Berg'], ['name']],
    ['Ansvarig', ['Enhetschef Anna Karlsson'], ['name']],
    ['X', ['rektor Erik Svensson', 'Maria Berg (socialchef)'], ['name']],
    ['X', ['Anna Berg, enhetschef', 'tf rektor Lars Ek'], ['name']],
    ['X', ['19410305 2389'], ['personal-number']],
    ['X', ['410305/2389'], ['personal-number']],
    ['X', ['1950-01-30-4004'], ['personal-number']],
    ['X', ['410305-XXXX', ''], ['personal-number']],
    ['X', ['19410305-****'], ['personal-number']],
    ['X', ['anna(at)gnesta.se'], ['e-mail']],
    ['X', ['Erik [at] x.se'], ['e-mail']],
    ['X', ['anna @ gnesta.se'], ['e-mail']],
    ['Fritext', ['tack'], ['free-text']],
    ['Svar med egna ord', ['bra'], ['free-text']],
    ['Synpunkter', ['Sämre mat'], ['free-text']],
    ['Kommentar', ['', 'Chefen lyssnar aldrig på oss'], ['free-text']],
    ['Övrigt', ['Mer tid för planering'], ['free-text']],
    ['Vad kan bli bättre?', [KULLA, NORR, SÖDER], ['free-text']],
    ['X', [KULLA, NORR, SÖDER], ['free-text']],
    ['X', BRIEF, ['free-text']],
    ['Vad kan bli bättre', BRIEF, ['free-text']],
    [
      'Hur har du det hos oss?',
      ['Lugnt och skönt mest', 'Bra', 'Maten är kall ibland'],
      ['free-text'],
    ],
    ['Berätta gärna mer', ['Bra', 'Lugnt', 'Stökigt i matsalen varje dag'], ['free-text']],
    [
      'Har du några önskemål?',
      ['Längre öppet på lördagar', 'Nej', 'Gunga till gården'],
      ['free-text'],
    ],
    ['Fritext', ['ring Anna 070-123 45 67, anna@x.se'], ['e-mail', 'phone', 'free-text']],
  ])('%s: %j is %j', (heading, cells, kinds) => {
    expect(kindsOf(heading, cells)).toEqual(kinds);
  });

  test('a number on each row is of one who answered only in a table of answers', () => {
    const cells = ['1', '2', '3', '4'];
    expect(kindsOf('Löpnummer', cells, ['Svarsdatum'])).toEqual(['answer-id']);
    expect(kindsOf('Löpnummer', cells, ['Enhet'])).toEqual([]);
    expect(kindsOf('ID', ['1', '1', '1'], ['Svarsdatum'])).toEqual([]);
  });

  test.each<[string, string[]]>([
    ['Namn', ['Alma', 'Elsa', 'Sankt Erik']],
    ['Namn', ['Sankt Erik', 'Sankt Lars']],
    ['Huvudman', ['Anna Lindh Academy', 'Maria Elementar']],
    ['Målbeskrivning', [KULLA, NORR, SÖDER]],
    ['Analys', [KULLA, NORR, SÖDER]],
    ['Belopp kr', ['8112289874', '6408233234']],
    ['X', ['8112289874 kr', '811228 9874', '380712.1235']],
    ['Ansvarig enhet', ['Lilla Gården', 'Stora Torget']],
    ['Andel elever', ['Mycket Bra', '12']],
    ['Tid', ['20240305 1230', '2024-03-05-1230', '2024-03-05 1230']],
    ['X', ['410399-XXXX', 'ÅÅMMDD-XXXX', 'XXXX-XXXX']],
    ['X', ['(att) gnesta.se', 'data.se', '5 @ 3']],
    ['Kommunkod', ['0461', '0180', '0760']],
    ['År', ['2023', '2024']],
    ['Belopp', ['1 234 567', '8 112 289 874']],
    ['Belopp', ['8112289874', '1234567890', '5500123456']],
    ['Belopp', ['0,701234567', '1234567,8']],
    ['Enhetsid', ['0701234567', '0701234568']],
    ['Enhetskod', ['08-123456', '08-123457']],
    ['Enhet', ['Skola 12345678', 'E0701234567', 'kod_0701234567', 'Dnr 2024-0123-45678']],
    ['Skolenhetskod', ['12345678', '87654321']],
    ['Ärende', ['KS 2026-1234', '0123-45']],
    ['X', ['+1 555 0100', '+4670']],
    ['X', ['01-12 24', 'utfall 01-08 24', 'utfall 01-202408']],
    ['ISBN', ['978-91-7000-123-4', '91-7000-123-4', '0-19-853453-1']],
    ['Organisationsnummer', ['212000-0340', '556016-0680', '162120000340']],
    ['X', ['811228-9875', '811328-9874', '811200-9874', '701095-2391']],
    ['X', ['a8112289874', '8112289874b', '1.8112289874']],
    ['Tid', ['202610011234', '202610011235', '202610011236', '202610011237']],
    ['Datum', ['2025-10-01', '20251001', '01/10 2025', '1 oktober 2025']],
    ['Uppdaterad', ['2025-10-01 10:12:33']],
    ['X', ['@kommun', 'kommun@gnesta', 'Gnesta @gnesta.kommun']],
    ['Kommentar', ['a', 'kort', 'reviderad siffra', 'prel.']],
    ['Anmärkning', ['Avser jan–jun 2024', '']],
    ['Övrigt', ['3', '4,5']],
    ['Fritext', ['', '']],
    ['Fritext', ['12', '–']],
    ['Antal synpunkter', ['12', '14']],
    ['Synpunkter', ['12', '14']],
    ['Titel', TITLES],
    ['Beskrivning', [KULLA, NORR, SÖDER]],
    ['Fråga', ['Hur nöjd är du?', 'Får du bestämma om saker som är viktiga för dig hemma?']],
    ['X', TITLES],
    ['X', [KULLA, KULLA, KULLA, NORR, NORR]],
    ['X', [KULLA, NORR]],
    ['X', GOALS],
    ['X', RATED],
    ['Hur mäts målet', GOALS],
    ['Hur ofta', ['En gång per kvartal', 'Två gånger per år', 'Varje månad under sommaren']],
    ['Hur nöjd är du?', ['Mycket nöjd', 'Varken nöjd eller missnöjd', 'Ganska nöjd']],
    ['Vad tycker du om maten?', ['Mycket bra', 'Varken bra eller dålig', 'Mycket bra']],
    ['Svar', ['Ja', 'Nej', 'Varken nöjd eller missnöjd']],
    ['Namn', ['Hemtjänst Norr', 'Förskolan Ekorren', 'Team Söder']],
    ['Namn', ['Daglig Verksamhet', 'Särskilt Boende', 'Ordinärt Boende', 'Öppen Vård']],
    ['Ansvarig', ['Ekonomiskt Bistånd', 'Individ Familj', 'Funktionsstöd Barn', 'Södra Teamet']],
    ['Ansvarig', ['Socialnämnden', 'Barn- och utbildningsnämnden']],
    ['X', ['Anna-gården', 'Elsas förskola', 'Stina']],
    ['X', ['Maria', 'Hemtjänst Norr', 'Kulla']],
    ['X', ['Maria', 'Maria', 'Maria']],
    ['Ansvarig', ['BOUN, SN', 'FC, Samtliga EC', 'HR Norr']],
    ['Förskola', ['Stina', 'Linnéa', 'Astrid']],
    ['X', ['Linnéa Avdelning', 'Anna Norra', 'Sofia Församling']],
    ['Månad', ['Jan', 'Jan', 'Feb']],
    ['Kommun', PLACES.map(({ name }) => name)],
    ['Chef', ['Ja', 'Nej']],
    ['Källa', ['Kolada 2024']],
    ['Verksamhet', ['Gruppbostad LSS', 'Daglig verksamhet']],
    ['Telefon', ['ja', '12']],
    ['Svarsfrekvens', ['61 %', '58 %']],
    ['', ['']],
  ])('%s: %j tells of nobody', (heading, cells) => {
    expect(kindsOf(heading, cells)).toEqual([]);
  });

  test('a long column is judged by its beginning, and each of its cells is still looked at', () => {
    const cells = Array.from({ length: 3000 }, (_, row) => `Rad ${row}`);
    expect(kindsOf('X', [...cells, 'anna@x.se'])).toEqual(['e-mail']);
  });
});

test('no kommun and no region is called as a person is', () => {
  expect(PLACES.filter(({ name }) => isGivenName(name))).toEqual([]);
});
