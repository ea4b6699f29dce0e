import type { BadPeriod, NotATable, Problem } from '#lib/domain/problem.ts';

type Of<Code extends Problem['code']> = Extract<Problem, { code: Code }>;
type Sentences = { readonly [Code in Problem['code']]: (problem: Of<Code>) => string };

const LONGEST = 60;

const quote = (text: string) => `”${text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text}”`;
const column = (name: string) => name || '(utan rubrik)';
const cell = (p: { line: number; column: string }) => `Rad ${p.line}, kolumn ${column(p.column)}`;
const list = (words: readonly string[]) =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} eller ${words.at(-1)}`;
const rows = (count: number) => (count === 1 ? '1 rad' : `${count} rader`);

const FOUND: Readonly<Record<NotATable, string>> = {
  zip: 'en Excel-fil eller ett zip-arkiv',
  'excel-97': 'en äldre Excel-fil',
  pdf: 'en PDF',
  json: 'JSON-data',
  binary: 'ingen text',
};

const PERIOD: Readonly<Record<BadPeriod, string>> = {
  'two-digit-year': 'har ett årtal med två siffror. Skriv hela årtalet, till exempel 2023',
  impossible: 'finns inte i kalendern. Rätta datumet',
  unknown: 'är ingen period vi känner igen. Skriv till exempel 2023, 2023-T2 eller 2023-07',
};

/** What is wrong, where, and what to do next: one sentence or two for every problem there is. */
const SENTENCES: Sentences = {
  'empty-file': () => 'Filen är tom. Exportera den på nytt och läs in den igen.',
  'looks-like-html': () =>
    'Filen är en webbsida, kanske en inloggningssida, och ingen tabell. Logga in där filen hämtas och hämta den igen.',
  'not-a-table': (p) =>
    `Filen är ${FOUND[p.found]} och går inte att läsa som tabell. Spara den som CSV och läs in den igen.`,
  'double-encoded': (p) =>
    `Rad ${p.line}: ${quote(p.value)} ser ut att ha fått sina å, ä och ö förvanskade, på ${rows(p.lines)} i filen. Exportera filen på nytt som UTF-8, eller bekräfta att texten stämmer.`,
  'damaged-text': (p) =>
    `Rad ${p.line}: ${quote(p.value)} innehåller tecken som inte gick att läsa, på ${rows(p.lines)} i filen. Spara filen på nytt som CSV UTF-8, eller bekräfta att texten stämmer.`,
  'unknown-layout': () =>
    'Tabellen går att läsa men har ingen uppställning vi känner igen. Ge kolumnerna rubrikerna Indikator, Period och Värde.',
  'no-rows': (p) =>
    `Filen har bara en rubrikrad (rad ${p.line}) och inga värden. Fyll på med rader under rubriken eller exportera filen på nytt.`,
  'open-quote': (p) =>
    `Rad ${p.line}: ett citattecken öppnas men stängs aldrig rätt, så resten av raden går inte att läsa. Ta bort citattecknet eller skriv det dubbelt.`,
  'one-column': (p) =>
    `Filen har bara en kolumn (rubriken på rad ${p.line}). Kontrollera att kolumnerna skiljs åt med semikolon, eller bekräfta att filen ska ha en enda kolumn.`,
  'duplicate-column': (p) =>
    `Rad ${p.line}: rubriken ${quote(p.column)} finns i kolumn ${p.columns.join(' och ')}. Ge kolumnerna olika namn, eller välj vilken som gäller.`,
  'nameless-column': (p) =>
    `Rad ${p.line}: kolumn ${p.columns.join(', ')} saknar rubrik. Skriv en rubrik om kolumnen ska läsas in.`,
  'ragged-row': (p) =>
    p.found < p.expected
      ? `Rad ${p.line} har för få celler: ${p.found} i stället för ${p.expected}. Fyll på raden eller ta bort den.`
      : `Rad ${p.line} har för många celler: ${p.found} i stället för ${p.expected}. Ta bort det som är för mycket, eller sätt citattecken om en cell som innehåller skiljetecknet.`,
  'title-rows': (p) =>
    `${rows(p.lines)} ovanför rubrikraden, från rad ${p.line}, lästes som rubriktext och inte som värden. Kontrollera att det stämmer.`,
  'unit-row': (p) =>
    `Rad ${p.line} lästes som enheter (till exempel %) och inte som värden. Kontrollera att det stämmer.`,
  'footnote-rows': (p) =>
    `${rows(p.lines)} från rad ${p.line}, ${quote(p.value)}, lästes som förklaring och inte som värden. Kontrollera att det stämmer.`,
  'total-row': (p) =>
    `${cell(p)}: ${quote(p.value)} lästes som en summarad och togs inte med. Ge raden en egen enhet om den ska läsas in.`,
  'missing-marks': (p) =>
    `Kolumn ${column(p.column)}: ${list(p.marks.map(quote))} lästes som att värde saknas, på ${rows(p.lines)}, första gången på rad ${p.line}. Kontrollera att det stämmer.`,
  'bad-number': (p) =>
    `${cell(p)}: ${quote(p.value)} är inget tal. Skriv talet med siffror, till exempel 79, eller lämna cellen tom.`,
  'too-large-number': (p) =>
    `${cell(p)}: ${quote(p.value)} har fler siffror än vad som kan lagras exakt. Skriv talet i en större enhet, till exempel tusental, eller ge kolumnen en rubrik som slutar på kod.`,
  'ambiguous-number': (p) =>
    `${cell(p)}: ${quote(p.value)} kan vara både ett tal med decimaler och ett med tusental (${rows(p.lines)} i kolumnen). Välj vilket som gäller, eller skriv talen med decimalkomma och utan tusentalspunkt.`,
  'bad-date': (p) =>
    `${cell(p)}: ${quote(p.value)} är inget datum som finns. Skriv dagen som 2023-05-31.`,
  'two-digit-year': (p) =>
    `${cell(p)}: ${quote(p.value)} har ett årtal med två siffror. Skriv hela årtalet, till exempel 2023-01-30.`,
  'ambiguous-date': (p) =>
    `${cell(p)}: ${quote(p.value)} har dag och månad i en ordning som inte är säker. Skriv dagen som 2023-05-31.`,
  'serial-date': (p) =>
    `${cell(p)}: ${quote(p.value)} ser ut som Excels löpnummer för en dag (${rows(p.lines)}). Ge cellerna datumformat i Excel och spara på nytt.`,
  'footnote-marks': (p) =>
    `${cell(p)}: ${quote(p.value)} har ett fotnotstecken, som lästes bort på ${rows(p.lines)}. Kontrollera att det stämmer.`,
  'period-range': (p) =>
    `${cell(p)}: ${quote(p.value)} lästes som tiden från ${p.from} till ${p.to}. Kontrollera att det stämmer.`,
  'missing-column': (p) =>
    `Rad ${p.line}: kolumnen ${p.column} saknas. Lägg till en kolumn med rubriken ${list(p.accepted)}.`,
  'ignored-column': (p) =>
    `Rad ${p.line}: kolumnen ${quote(p.column)} används inte och lästes inte in. Byt rubrik om den ska med.`,
  'empty-cell': (p) =>
    `${cell(p)}: cellen är tom men måste vara ifylld. Fyll i den eller ta bort raden.`,
  'bad-period': (p) => `${cell(p)}: ${quote(p.value)} ${PERIOD[p.reason]}.`,
  'unknown-value': (p) =>
    `${cell(p)}: ${quote(p.value)} går inte att tolka. Skriv ${list(p.accepted)}.`,
  'unknown-status': (p) =>
    `${cell(p)}: ${quote(p.value)} är ingen status vi känner igen. Den lästes som att värde saknas, på ${rows(p.lines)}. Kontrollera att det stämmer.`,
  'code-padded': (p) =>
    `${cell(p)}: koden ${quote(p.value)} hade tappat sina inledande nollor, som sattes tillbaka på ${rows(p.lines)}. Kontrollera att det stämmer.`,
  'reused-id': (p) =>
    `${cell(p)}: ${quote(p.value)} är i dag ett annat nyckeltal än när filen skrevs. ${rows(p.lines)} lästes som ${quote(p.title)}. Kontrollera att det stämmer.`,
  'unknown-indicator': (p) =>
    p.isKolada
      ? `Rad ${p.line}: nyckeltalet ${quote(p.value)} är inte känt (${rows(p.lines)}). Läs först in Koladas lista över nyckeltal, en fil med kolumnerna id och title, eller rätta namnet.`
      : `Rad ${p.line}: indikatorn ${quote(p.value)} finns inte i planen (${rows(p.lines)}). Rätta namnet eller koden, eller lägg upp indikatorn först.`,
  'ambiguous-indicator': (p) =>
    `Rad ${p.line}: ${quote(p.value)} passar på ${p.found} indikatorer (${rows(p.lines)}). Skriv indikatorns kod i stället för namnet.`,
  'unknown-place': (p) =>
    p.nearest === null
      ? `Rad ${p.line}: enheten ${quote(p.value)} är inte upplagd (${rows(p.lines)}). Rätta namnet eller lägg upp enheten först.`
      : `Rad ${p.line}: platsen ${quote(p.value)} är inte känd (${rows(p.lines)}). Menas ${quote(p.nearest)}? Rätta namnet eller lägg upp enheten först.`,
  'ambiguous-place': (p) =>
    `Rad ${p.line}: ${quote(p.value)} passar på ${p.found} enheter (${rows(p.lines)}). Skriv enhetens kod i stället för namnet.`,
  'ended-kpi': (p) =>
    `Rad ${p.line}: ${quote(p.value)} avslutades i Kolada efter ${p.endedAfter}, men filen har senare år (${rows(p.lines)}). Kontrollera att det är rätt nyckeltal, och mät på annat sätt framöver.`,
  'value-out-of-range': (p) =>
    `Rad ${p.line}: ${quote(p.value)} ligger utanför 0–100 fast ${quote(p.indicator)} är en andel (${rows(p.lines)}). Rätta värdet, eller bekräfta att det stämmer.`,
  'duplicate-row': (p) =>
    `Rad ${p.lines.join(' och ')} gäller samma indikator, period och grupp. Behåll den rad som är rätt och ta bort den andra.`,
};

/** The sentence a person reads about a problem. */
export function formatProblem<Code extends Problem['code']>(problem: Of<Code>): string {
  const sentence = SENTENCES[problem.code] as (problem: Of<Code>) => string;
  return sentence(problem);
}
