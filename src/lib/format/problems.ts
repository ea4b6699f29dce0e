import { LONGEST_NAME } from '#lib/domain/longest-name.ts';
import type { BadPeriod, NotATable, Problem } from '#lib/domain/problem.ts';
import { PERSONAL_SENTENCES } from './personal-problems.ts';
import { both, cell, column, list, quote, rows } from './problem-words.ts';
import { formatNumber } from './sv.ts';

type Of<Code extends Problem['code']> = Extract<Problem, { code: Code }>;
type Sentences = { readonly [Code in Problem['code']]: (problem: Of<Code>) => string };

/** What a place is called in a sentence: as the column that names it. */
const PLACE_NOUNS: Readonly<Record<string, string>> = {
  enhet: 'enheten',
  plats: 'platsen',
  kommun: 'kommunen',
  kommunkod: 'kommunkoden',
};
const placeNoun = (column: string) => PLACE_NOUNS[column.toLowerCase()] ?? 'platsen';

/** Marks that say that there is a figure, but that it is not shown. */
const HIDDEN = /^(?:\(?\.\.\)?|\*+|x|sekretess.*|(?:<|färre än) ?\d+)$/i;

/** What marks were taken for, the hidden apart from the missing. */
function marksSentence(marks: readonly string[]): string {
  const hidden = marks.filter((mark) => HIDDEN.test(mark));
  const missing = marks.filter((mark) => !HIDDEN.test(mark));
  const told = [
    ...(missing.length > 0 ? [`${list(missing.map(quote))} lästes som att värde saknas`] : []),
    ...(hidden.length > 0
      ? [`${list(hidden.map(quote))} lästes som att värdet är dolt (sekretess)`]
      : []),
  ];
  return told.join(' och ');
}

/** What SCB's PxWeb says its marks mean. */
const PXWEB: Readonly<Record<string, string>> = {
  '-': 'noll',
  '.': 'ej tillämpligt',
  '..': 'att värdet saknas eller är hemligt',
  '...': 'att värdet saknas',
};

const pxwebSentence = (marks: readonly string[]) =>
  `som i SCB:s tabeller lästes ${both(marks.map((mark) => `${quote(mark)} som ${PXWEB[mark] ?? 'att värdet saknas'}`))}`;

/** What Excel writes in a cell whose formula failed. */
const EXCEL_FAULT = /^#.+[!?]$|^#N\/A$|^#SAKNAS!$/i;

const AS_CSV = 'Spara den som CSV och läs in den igen.';
const AS_XLSX = 'Öppna den i Excel, spara den som Excel-arbetsbok (.xlsx) och läs in den igen.';

/** What a file is that is no table, and the way out of it. */
const FOUND: Readonly<Record<NotATable, string>> = {
  zip: 'ett zip-arkiv. Packa upp det och läs in filerna i det.',
  'excel-97': `en äldre Excel-fil (.xls) eller lösenordsskyddad. Ta bort lösenordet om den har ett. ${AS_XLSX}`,
  xlsb: `en binär Excel-fil (.xlsb). ${AS_XLSX}`,
  'open-document': `en OpenDocument-fil (.ods). Spara den som .xlsx och läs in den igen.`,
  numbers: 'en fil från Apple Numbers. Exportera den till Excel (.xlsx) och läs in den igen.',
  word: 'ett Word-dokument. Kopiera tabellen till Excel, spara som .xlsx och läs in den filen.',
  pdf: `en PDF och går inte att läsa som tabell. ${AS_CSV}`,
  json: `JSON-data, men inget svar från Kolada som känns igen. ${AS_CSV}`,
  binary: `ingen text och går inte att läsa som tabell. ${AS_CSV}`,
};

const MEANT: Readonly<Record<Of<'meant-twice'>['meaning'], string>> = {
  indicator: 'indikator',
  period: 'period',
  place: 'plats',
  sex: 'kön',
  breakdown: 'indelning',
  kind: 'slag av värde',
  n: 'antal svar',
  asked: 'antal tillfrågade',
  numerator: 'täljare',
  denominator: 'nämnare',
  note: 'anmärkning',
};

const PERIOD: Readonly<Record<BadPeriod, string>> = {
  'two-digit-year': 'har ett årtal med två siffror. Skriv hela årtalet, till exempel 2023',
  impossible: 'finns inte i kalendern. Rätta datumet',
  'far-away': 'ligger utanför 1950–2100. Rätta årtalet',
  'no-year': 'är en period utan årtal. Skriv året också, till exempel T1 2023',
  unknown: 'är ingen period vi känner igen. Skriv till exempel 2023, 2023-T2 eller 2023-07',
};

/** Why a text is no period, and what to write: of what somebody has typed. */
export const periodSentence = (text: string, reason: BadPeriod): string =>
  `${quote(text)} ${PERIOD[reason]}.`;

/** What is wrong, where, and what to do next: one sentence or two for every problem there is. */
const SENTENCES: Sentences = {
  'empty-file': () => 'Filen är tom. Exportera den på nytt och läs in den igen.',
  'looks-like-html': () =>
    'Filen är en webbsida, kanske en inloggningssida, och ingen tabell. Logga in där filen hämtas och hämta den igen.',
  'not-a-table': (p) => `Filen är ${FOUND[p.found]}`,
  'broken-json': () =>
    'Filen är JSON-data som inte går att läsa, kanske för att den är avklippt. Hämta den på nytt och läs in den igen.',
  'empty-answer': () =>
    'Svaret från Kolada är tomt. Det kan bero på att adressen är fel: Kolada säger inte till. Skriv den som api.kolada.se/v3/data/kpi/N00090/municipality/0461/year/2024 och hämta filen på nytt.',
  'broken-workbook': () =>
    'Excel-filen är skadad eller inte hel. Öppna den i Excel, spara den på nytt och läs in den igen.',
  'large-workbook': () =>
    'Excel-filen är för stor när den packas upp. Spara bladet som CSV, eller dela upp det, till exempel ett år i taget, och läs in det igen.',
  'unknown-sheet': (p) =>
    `Filen har inget blad som heter ${quote(p.value)}. Välj ${list(p.sheets.map(quote))}.`,
  'other-sheets': (p) =>
    `Bladet ${quote(p.value)} lästes. ${p.others.length === 1 ? 'Bladet' : 'Bladen'} ${both(p.others.map(quote))} lästes inte. Välj ett annat blad om det är fel.`,
  'double-encoded': (p) =>
    `Rad ${p.line}: ${quote(p.value)} ser ut att ha fått sina å, ä och ö förvanskade, på ${rows(p.lines)} i filen. Exportera filen på nytt som UTF-8 och läs in den igen.`,
  'damaged-text': (p) =>
    `Rad ${p.line}: ${quote(p.value)} innehåller tecken som inte gick att läsa, på ${rows(p.lines)} i filen. Spara filen på nytt som CSV UTF-8 och läs in den igen.`,
  'unknown-layout': () =>
    'Filen går att öppna, men kolumnerna känns inte igen. Läs in den på sidan Läs in och säg där vad kolumnerna är, eller ge dem rubrikerna Indikator, Period och Värde.',
  'page-incomplete': (p) =>
    `Det här är en sida av flera från Kolada. Hämta också nästa, ${p.next}, och läs in dem alla.`,
  'kolada-v2-closed': () =>
    'Filen är ett svar från Koladas gamla API (v2), som har stängt. Hämta nya siffror från api.kolada.se/v3 och läs in dem.',
  'no-period': () =>
    'Filen säger inte när mätningen gjordes. Ange året, eller lägg till en kolumn med rubriken Period.',
  'no-rows': (p) =>
    `Filen har bara en rubrikrad (rad ${p.line}) och inga värden. Fyll på med rader under rubriken eller exportera filen på nytt.`,
  'open-quote': (p) =>
    `Rad ${p.line}: ett citattecken öppnas men stängs aldrig rätt, så resten av raden går inte att läsa. Ta bort citattecknet eller skriv det dubbelt.`,
  'one-column': (p) =>
    `Filen har bara en kolumn (rubriken på rad ${p.line}). Kontrollera att kolumnerna skiljs åt med semikolon och läs in filen igen.`,
  'no-header': (p) =>
    `Rad ${p.line}: ${quote(p.value)} ser ut som ett värde, så filen verkar sakna rubriker. Skriv en rubrikrad överst, till exempel Indikator, Period och Värde.`,
  'duplicate-column': (p) =>
    `Rad ${p.line}: rubriken ${quote(p.column)} finns i kolumn ${both(p.columns.map(String))}. Ge kolumnerna olika namn, eller ta bort den som inte gäller, och läs in filen igen.`,
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
  ...PERSONAL_SENTENCES,
  'hidden-rows': (p) =>
    `${rows(p.lines)} är dold${p.lines === 1 ? '' : 'a'} i Excel, från rad ${p.line}, och lästes ändå. Ta bort raderna eller lämna dem utanför om de inte ska med.`,
  'hidden-columns': (p) =>
    `Kolumn ${both(p.columns)} är dold i Excel och lästes ändå. Ta bort den om den inte ska med.`,
  uncalculated: (p) =>
    `Rad ${p.line}: formeln i cell ${p.value} har inget uträknat värde i filen. Öppna filen i Excel, spara den och läs in den igen.`,
  'total-row': (p) =>
    `${cell(p)}: ${quote(p.value)} lästes som en summarad och togs inte med. Ge raden en egen enhet om den ska läsas in.`,
  'deleted-values': (p) =>
    `Kolada har tagit tillbaka ${p.lines === 1 ? '1 värde' : `${p.lines} värden`} i filen, det första på rad ${p.line}. De lästes inte in. Har de lästs in förr gäller de ännu: ångra den inläsningen, eller läs in hela serien på nytt.`,
  'missing-marks': (p) =>
    `Kolumn ${column(p.column)}: ${p.among ? pxwebSentence(p.marks) : marksSentence(p.marks)}, på ${rows(p.lines)}, första gången på rad ${p.line}. Kontrollera att det stämmer.`,
  'suppressed-values': (p) =>
    `Kolumn ${column(p.column)}: värdet är dolt på ${rows(p.lines)}, första gången på rad ${p.line}. De läses in som dolda, utan värde. Läs in en sammanställning för en större grupp om värdet behövs.`,
  'bad-number': (p) =>
    EXCEL_FAULT.test(p.value)
      ? `${cell(p)}: ${quote(p.value)} är ett felmeddelande från Excel, inget tal. Rätta formeln i Excel, eller lämna cellen tom.`
      : `${cell(p)}: ${quote(p.value)} är inget tal. Skriv talet med siffror, ett decimalkomma och eventuellt minus framför eller % efter, till exempel 79 eller 84,5, eller lämna cellen tom.`,
  'too-large-number': (p) =>
    `${cell(p)}: ${quote(p.value)} har fler siffror än vad som kan lagras exakt. Skriv talet i en större enhet, till exempel tusental, eller ge kolumnen en rubrik som slutar på kod.`,
  'ambiguous-number': (p) =>
    `${cell(p)}: ${quote(p.value)} kan vara både ett tal med decimaler och ett med tusental (${rows(p.lines)} i kolumnen). Skriv talen med decimalkomma och utan tusentalspunkt, och läs in filen igen.`,
  'mixed-decimals': (p) =>
    `${cell(p)}: ${quote(p.value)} har ett annat decimaltecken än de andra talen i kolumnen (${rows(p.lines)}). Skriv alla tal med samma decimaltecken.`,
  'mixed-scale': (p) =>
    p.among === 'hme'
      ? `${cell(p)}: talen i kolumnen är varken alla medelvärden 1–5 eller alla index 0–100, till exempel ${quote(p.value)} (${rows(p.lines)}). Skriv alla tal på samma skala, eller säg vilken skala kolumnen har.`
      : `${cell(p)}: ${quote(p.value)} ser ut att vara en andel av 1 där andelar skrivs i procent (${rows(p.lines)}). Skriv 85 i stället för 0,85, eller svara att talet stämmer.`,
  'unsure-scale': (p) =>
    p.among === 'nki'
      ? `${cell(p)}: ${quote(p.value)} är ovanligt lågt för ett NKI 0–100 och kan vara ett betyg 1–10 eller en andel av 1 (${rows(p.lines)}). Skriv talen som index 0–100, lämna cellerna tomma, eller säg att de stämmer.`
      : `${cell(p)}: ${quote(p.value)} kan vara ett medelvärde 1–5, ett index 0–100 eller ett tal på en annan skala (${rows(p.lines)}). Säg vilket, eller skriv indexet 0–100 i stället för tal på en annan skala.`,
  'value-out-of-scale': (p) => {
    if (p.lines !== undefined)
      return `${cell(p)}: ${quote(p.value)} och andra svar i kolumnen är inte på skalan ${p.from}–${p.to} (${rows(p.lines)}), så inga svar i filen lästes in. Skriv svaren på skalan ${p.from}–${p.to}, eller läs in de index som är uträknade.`;
    return p.isSetAside
      ? `${cell(p)}: ${quote(p.value)} är inget svar på skalan ${p.from}–${p.to} och räknades inte med. Kontrollera att det stämmer.`
      : `${cell(p)}: ${quote(p.value)} ligger utanför skalan ${p.from}–${p.to}. Rätta talet eller lämna raden utanför.`;
  },
  'mean-differs': (p) =>
    `${cell(p)}: antalen på raden ger medelvärdet ${String(p.counted).replace('.', ',')}, inte ${quote(p.value)}, som lästes in. Kontrollera antalen.`,
  'nil-or-missing': (p) =>
    `${cell(p)}: ${quote(p.value)} är noll i SCB:s tabeller men ett värde som saknas i de flesta andra (${rows(p.lines)}). Säg vilket, eller skriv 0 eller lämna cellen tom.`,
  'bad-date': (p) =>
    `${cell(p)}: ${quote(p.value)} är inget datum som finns. Skriv dagen som 2023-05-31.`,
  'two-digit-year': (p) =>
    `${cell(p)}: ${quote(p.value)} har ett årtal med två siffror. Skriv hela årtalet, till exempel 2023-01-30.`,
  'ambiguous-date': (p) =>
    `${cell(p)}: ${quote(p.value)} har dag och månad i en ordning som inte är säker. Skriv dagen som 2023-05-31.`,
  'serial-date': (p) =>
    `${cell(p)}: ${quote(p.value)} ser ut som Excels löpnummer för en dag (${rows(p.lines)}). Ge cellerna datumformat i Excel och spara på nytt.`,
  'number-as-text': (p) =>
    `${cell(p)}: ${quote(p.value)} är text i Excel och lästes som ett tal${p.lines > 1 ? `, liksom ${p.lines - 1} till i kolumnen` : ''}. Kontrollera att det stämmer.`,
  'footnote-marks': (p) =>
    `${cell(p)}: ${quote(p.value)} har ett fotnotstecken, som lästes bort på ${rows(p.lines)}. Kontrollera att det stämmer.`,
  'period-range': (p) =>
    `${cell(p)}: ${quote(p.value)} lästes som tiden från ${p.from} till ${p.to}. Kontrollera att det stämmer.`,
  'odd-field': (p) =>
    `Rad ${p.line}, fältet ${p.column}: ${quote(p.value)} är inte vad Kolada skriver där. Hämta filen på nytt, eller läs in den utan raden.`,
  'missing-column': (p) =>
    `Rad ${p.line}: kolumnen ${p.column} saknas. Lägg till en kolumn med rubriken ${list(p.accepted)}.`,
  'mapping-lacks': (p) =>
    p.lacks === 'value'
      ? 'Ingen kolumn är utpekad som värden. Välj vilken eller vilka kolumner som är talen.'
      : 'Det framgår inte vilken indikator värdena gäller. Skriv den för kolumnen eller för hela filen.',
  'alike-columns': (p) =>
    `Kolumnerna ${both(p.columns.map((one) => quote(column(one))))} skulle bli samma värde en gång till. Skriv för varje kolumn vad som skiljer dem åt: indikator, period, kön eller slag.`,
  'meant-twice': (p) =>
    `Kolumnerna ${both(p.columns.map((one) => quote(column(one))))} är ${p.columns.length > 2 ? 'alla' : 'båda'} utpekade som ${MEANT[p.meaning]}. Behåll en av dem, och välj ”läses inte in” för ${p.columns.length > 2 ? 'de andra' : 'den andra'}.`,
  'told-period': (p) => `Perioden för ${column(p.column)}: ${quote(p.value)} ${PERIOD[p.reason]}.`,
  'other-period': (p) =>
    `Rubriken ${quote(p.column)} säger ${p.said}, men ${p.value} är angivet för kolumnen. Skriv ${p.said}, eller bekräfta att det är ${p.value}.`,
  'too-many-columns': (p) =>
    `Tabellen har ${p.found} kolumner; det mesta som kan förklaras är ${p.most}. Dela den och spara varje del som en egen fil.`,
  'same-field': (p) =>
    `Rad ${p.line}: kolumnerna ${both(p.columns)} betyder samma sak, ${p.meaning.toLowerCase()}. Ta bort det som inte gäller, eller byt rubrik på det.`,
  'unused-column': (p) =>
    `Rad ${p.line}: kolumnen ${column(p.column)} används inte. Är värdena en del av helheten? Döp kolumnen till Indelning och skriv ${p.column || 'namn'}=värde i cellerna. Är rubriken en period? Skriv den som 2024 eller 2024-T2. Annars kan kolumnen tas bort.`,
  'ignored-column': (p) =>
    `Rad ${p.line}: kolumnen ${quote(p.column)} används inte och lästes inte in. Byt rubrik om den ska med.`,
  'skipped-rows': (p) =>
    `${cell(p)}: ${quote(p.value)} känns inte igen, så ${rows(p.lines)} lästes inte in. Kontrollera att det stämmer.`,
  'unsure-span': (p) =>
    `${cell(p)}: filen säger inte om ${quote(p.value)} gäller månaden, året hittills eller tolv månader bakåt (${rows(p.lines)}). Säg vilket, eller skriv det i kolumnens rubrik.`,
  'empty-cell': (p) =>
    `${cell(p)}: cellen är tom men måste vara ifylld. Fyll i den eller ta bort raden.`,
  'bad-period': (p) => `${cell(p)}: ${quote(p.value)} ${PERIOD[p.reason]}.`,
  'yearless-period': (p) =>
    `${cell(p)}: ${quote(p.value)} är en period utan årtal. Skriv året också, till exempel ${p.value} 2023.`,
  'unknown-value': (p) =>
    `${cell(p)}: ${quote(p.value)} går inte att tolka. Skriv ${list(p.accepted)}.`,
  'unknown-status': (p) =>
    p.isBesideValue
      ? `${cell(p)}: ${quote(p.value)} står bredvid ett värde, som lästes som det står, på ${rows(p.lines)}. Kontrollera att det stämmer.`
      : `${cell(p)}: ${quote(p.value)} är ingen status vi känner igen. Den lästes som att värde saknas, på ${rows(p.lines)}. Kontrollera att det stämmer.`,
  'code-padded': (p) =>
    `${cell(p)}: koden ${quote(p.value)} hade tappat sina inledande nollor, som sattes tillbaka på ${rows(p.lines)}. Kontrollera att det stämmer.`,
  'lost-zeros': (p) =>
    `${cell(p)}: koden ${quote(p.value)} har tappat sin inledande nolla (${rows(p.lines)}). Skriv koden med alla siffror, till exempel 0${p.value}, och ge kolumnen textformat i Excel.`,
  'unknown-question': (p) =>
    `${cell(p)}: det finns ingen regel för vilka svar som räknas för frågan ${quote(p.value)} (${rows(p.lines)}). Svara vilka av ${both(p.options.map(quote))} som räknas, eller ta bort frågan.`,
  'missing-options': (p) =>
    `${cell(p)}: svarsalternativet ${quote(p.value)} saknas för frågan ${quote(p.indicator)} i ${p.lines === 1 ? '1 grupp' : `${p.lines} grupper`}. Lägg till en rad med antalet, eller svara att ingen har svarat så.`,
  'share-differs': (p) =>
    `${cell(p)}: andelen som svarat ${quote(p.value)} stämmer inte med antalen i filen (${rows(p.lines)}). Rätta det som är fel, eller svara att antalen gäller.`,
  'shares-off': (p) =>
    `${cell(p)}: andelarna för frågan ${quote(p.value)} blir inte 100 tillsammans (${rows(p.lines)}). Rätta andelarna och skriv dem i procent, eller svara att de stämmer.`,
  'reused-id': (p) =>
    `${cell(p)}: ${quote(p.value)} är i dag ett annat nyckeltal än när filen skrevs. ${rows(p.lines)} lästes som ${quote(p.title)}. Kontrollera att det stämmer.`,
  'unknown-indicator': (p) =>
    p.isKolada
      ? `${cell(p)}: nyckeltalet ${quote(p.value)} är inte känt (${rows(p.lines)}). Läs först in Koladas lista över nyckeltal, en fil med kolumnerna id och title, eller rätta namnet.`
      : `${cell(p)}: indikatorn ${quote(p.value)} finns inte i planen (${rows(p.lines)}). Rätta namnet eller koden i filen och läs in den igen.`,
  'ambiguous-indicator': (p) =>
    `${cell(p)}: ${quote(p.value)} passar på ${p.found} indikatorer (${rows(p.lines)}). Skriv indikatorns kod i stället för namnet.`,
  'unknown-place': (p) =>
    `${cell(p)}: ${placeNoun(p.column)} ${quote(p.value)} är inte känd (${rows(p.lines)}).${p.nearest === null ? '' : ` Menas ${quote(p.nearest)}?`} Rätta namnet i filen, eller lämna cellen tom om värdet gäller hela kommunen.`,
  'ambiguous-place': (p) =>
    `${cell(p)}: ${quote(p.value)} passar på ${p.found} platser (${rows(p.lines)}). Skriv platsens kod i stället för namnet.`,
  'long-name': (p) =>
    `${cell(p)}: ${quote(p.value)} är ${formatNumber(p.length, 0)} tecken långt, och ett namn är högst ${formatNumber(LONGEST_NAME, 0)}${p.lines > 1 ? ` (${rows(p.lines)}). Skriv ett kortare i filen.` : '. Skriv ett kortare i filen, eller lämna raden utanför.'} Kontrollera citattecknen: saknas ett läses flera rader som ett namn.`,
  'unknown-member': (p) =>
    `Rad ${p.line}: ${quote(p.value)} i gruppen ${quote(p.group)} är ingen kommun vi känner till (${p.lines === 1 ? '1 grupp' : `${p.lines} grupper`}) och togs inte med. Läs först in Koladas lista över kommuner, och sedan grupperna igen.`,
  'ended-kpi': (p) =>
    `Rad ${p.line}: ${quote(p.value)} avslutades i Kolada efter ${p.endedAfter}, men filen har senare år (${rows(p.lines)}). Kontrollera att det är rätt nyckeltal, och mät på annat sätt framöver.`,
  'value-out-of-range': (p) =>
    `Rad ${p.line}: ${quote(p.value)} ligger utanför 0–100 fast ${quote(p.indicator)} är en andel (${rows(p.lines)}). Rätta värdet, eller svara att det stämmer.`,
  'unit-differs': (p) =>
    `Rad ${p.line}: ${quote(p.value)} har ett procenttecken, men ${quote(p.indicator)} mäts ${p.unit === '' ? 'utan enhet' : `i ${p.unit}`} (${rows(p.lines)}). Rätta värdet, eller ta bort tecknet.`,
  'duplicate-row': (p) =>
    new Set(p.lines).size === 1
      ? `Rad ${p.line} har ${p.lines.length} uppgifter om samma mått, period och grupp. Behåll den som är rätt och ta bort ${p.lines.length > 2 ? 'de andra' : 'den andra'}.`
      : `Rad ${both(p.lines.map(String))} gäller samma mått, period och grupp. Behåll den rad som är rätt och ta bort ${p.lines.length > 2 ? 'de andra' : 'den andra'}.`,
};

/** The sentence a person reads about a problem. */
export function formatProblem<Code extends Problem['code']>(problem: Of<Code>): string {
  const sentence = SENTENCES[problem.code] as (problem: Of<Code>) => string;
  return sentence(problem);
}
