import type { Answer, Ask } from '#lib/domain/question.ts';
import type { AskedQuestion } from '#lib/domain/preview.ts';
import type { Problem } from '#lib/domain/problem.ts';
import { removedBefore } from './gallring.ts';
import { both, rows, shortened } from './problem-words.ts';

/* Doubts about a file as a person is asked about them: what is unclear, and what each answer would mean. */

type Of<Code extends Ask> = Extract<Problem, { code: Code }>;

/** Longer than the questions of surveys are. */
const LONGEST = 300;

const quote = (text: string) => `”${shortened(text, LONGEST)}”`;
const groups = (count: number) => (count === 1 ? '1 grupp' : `${count} grupper`);
const column = (name: string) => (name === '' ? 'utan rubrik' : quote(name));

type Asked = {
  readonly [Code in Ask]: (problem: Of<Code>) => string;
};

const ASKED: Asked = {
  'double-encoded': (p) =>
    `Å, ä och ö ser förvanskade ut på ${rows(p.lines)}, till exempel ${quote(p.value)} på rad ${p.line}. Ska de rättas?`,
  'damaged-text': (p) =>
    `Tecken gick inte att läsa på ${rows(p.lines)}, till exempel ${quote(p.value)} på rad ${p.line}. Hur ska texten läsas?`,
  'one-column': () => 'Filen verkar bara ha en kolumn. Stämmer det?',
  'no-header': (p) =>
    `Rad ${p.line} ser ut att hålla ett värde, ${quote(p.value)}. Är det ändå rubrikerna?`,
  'duplicate-column': (p) => `Rubriken ${quote(p.column)} finns flera gånger. Vilken gäller?`,
  'ambiguous-number': (p) =>
    `Är ${quote(p.value)} i kolumnen ${column(p.column)} ett tal med decimaler eller med tusental? Det gäller ${rows(p.lines)}, först rad ${p.line}.`,
  'mixed-decimals': (p) =>
    `Kolumnen ${column(p.column)} skriver decimaler på två sätt, till exempel ${quote(p.value)} på rad ${p.line}. Är båda decimaltecken?`,
  'mixed-scale': (p) =>
    p.among === 'hme'
      ? `Vilken skala har ${column(p.column)} och de andra indexen? Talen är inte av en och samma skala, till exempel ${quote(p.value)} på rad ${p.line}. Det som inte ryms på skalan läses inte in.`
      : `${quote(p.value)} på rad ${p.line} ser ut att vara en andel av 1, fast de andra ${p.indicator === undefined ? `i ${column(p.column)}` : `värdena för ${quote(p.indicator)}`} är i procent (${rows(p.lines)}). Stämmer det?`,
  'unsure-scale': (p) =>
    p.among === 'nki'
      ? `${quote(p.value)} på rad ${p.line} är ovanligt lågt för ett NKI (${rows(p.lines)} i kolumnen ${column(p.column)}). Är det ändå ett index 0–100?`
      : `Vilken skala har kolumnen ${column(p.column)}? Talen är 10 eller lägre, till exempel ${quote(p.value)} på rad ${p.line}. Är skalan en annan, ta bort kolumnen ur filen.`,
  'ambiguous-date': (p) =>
    `Vad kommer först i ${quote(p.value)} i kolumnen ${column(p.column)}, dagen eller månaden?`,
  'serial-date': (p) =>
    `${quote(p.value)} i kolumnen ${column(p.column)} ser ut som Excels löpnummer för en dag. Är det en dag?`,
  'same-field': (p) =>
    `Flera kolumner betyder samma sak, ${p.meaning.toLowerCase()}. Vilken gäller?`,
  'unused-column': (p) =>
    `Kolumnen ${column(p.column)} känns inte igen. Säger den vad värdet handlar om (till exempel en åldersgrupp), döp den till Indelning i filen. Är rubriken en period, skriv den som 2024 eller 2024-T2. Kan kolumnen lämnas utanför?`,
  'other-period': (p) =>
    `Rubriken ${quote(p.column)} säger ${p.said}, men för kolumnen är ${p.value} ifyllt; det ändras under ”Vad är kolumnerna?”. Gäller värdena ändå ${p.value}?`,
  'lost-zeros': (p) =>
    `Koden ${quote(p.value)} i kolumnen ${column(p.column)} har tappat sin inledande nolla (${rows(p.lines)}). Ska den sättas tillbaka?`,
  'unknown-question': (p) =>
    `Frågan ${quote(p.value)} har ingen känd regel för vilka svar som räknas. Värdet blir deras andel av alla som har en åsikt. Vilka av ${both(p.options.map(quote))} ska räknas?`,
  'missing-options': (p) =>
    `Svarsalternativet ${quote(p.value)} saknas för frågan ${quote(p.indicator)} i ${groups(p.lines)}, först på rad ${p.line}. Har ingen svarat så?`,
  'share-differs': (p) =>
    `Andelen som svarat ${quote(p.value)} på rad ${p.line} stämmer inte med antalen i filen (${rows(p.lines)}). Ska antalen gälla?`,
  'shares-off': (p) =>
    `Andelarna för frågan ${quote(p.value)} på rad ${p.line} blir inte 100 tillsammans (${rows(p.lines)}). Stämmer de?`,
  'nil-or-missing': (p) =>
    `Vad betyder ${quote(p.value)} i kolumnen ${column(p.column)}? I SCB:s tabeller är det noll, i de flesta andra ett värde som saknas (${rows(p.lines)}). Hur ska det läsas?`,
  'unsure-span': (p) =>
    `Vilken tid gäller ${quote(p.value)} i kolumnen ${column(p.column)}? Det gäller ${rows(p.lines)}.`,
  'value-out-of-range': (p) =>
    `${quote(p.value)} på rad ${p.line} ligger utanför 0–100 fast ${quote(p.indicator)} är en andel (${rows(p.lines)}). Stämmer talet?`,
  'unit-differs': (p) =>
    `${quote(p.value)} på rad ${p.line} har ett procenttecken, men ${quote(p.indicator)} mäts ${p.unit === '' ? 'utan enhet' : `i ${p.unit}`}. Stämmer talet?`,
  'persons-column': (p) =>
    `Kolumnen ${column(p.column)} ser ut att peka ut personer, med namn eller nummer (${rows(p.lines)}). Sådana sparas inte: välj ”läses inte in” för kolumnen eller läs in en sammanställning. Är det inga personer?`,
  'removed-file': (p) => `${removedBefore(p)} Ska värdena ändå läsas in?`,
};

/** What is asked. */
export function askedWords({ problem }: Pick<AskedQuestion, 'problem'>): string {
  const sentence = ASKED[problem.code as Ask] as (problem: Problem) => string;
  return sentence(problem);
}

type Named = Exclude<Answer, `column-${number}`>;

/** What an answer means, where it means the same whatever was asked. */
const ANSWERS: Readonly<Record<Named, string>> = {
  'as-written': 'Ja, det stämmer. Läs det som det står.',
  repair: 'Ja, rätta till å, ä och ö.',
  decimal: 'Decimaler: tecknet är ett decimaltecken.',
  thousands: 'Tusental: tecknet skiljer tusental åt.',
  'day-first': 'Dagen först, sedan månaden.',
  'month-first': 'Månaden först, sedan dagen.',
  days: 'Ja, läs talen som dagar.',
  pad: 'Ja, sätt tillbaka nollan.',
  ignore: 'Ja, lämna kolumnen utanför.',
  mean: 'Medelvärde 1–5. Det räknas om till index 0–100.',
  index: 'Index 0–100. Läs det som det står.',
  nil: 'Noll.',
  missing: 'Värdet saknas.',
  month: 'Månaden som slutar den dagen.',
  'year-to-date': 'Från årets början till och med den dagen.',
  'twelve-months': 'Tolv månader som slutar den dagen.',
  share: 'Andel 0–1. Den räknas om till index 0–100.',
  first: 'Bara det första.',
  'first-two': 'De två första.',
  last: 'Bara det sista.',
  'last-two': 'De två sista.',
};

/** Where the usual words would not answer the question. */
const ESPECIALLY: Readonly<Partial<Record<Ask, Partial<Record<Named, string>>>>> = {
  'double-encoded': { 'as-written': 'Läs texten som den står.' },
  'damaged-text': { 'as-written': 'Läs texten som den står.' },
  'mixed-decimals': { decimal: 'Ja, både komma och punkt är decimaltecken.' },
  'unsure-span': { 'as-written': 'Vet inte. Läs det som till och med den dagen.' },
  'no-header': { 'as-written': 'Ja, raden är rubriker.' },
  'unknown-question': { ignore: 'Inga, lämna frågan utanför.' },
  'missing-options': { 'as-written': 'Ja, ingen har svarat så.' },
  'other-period': { 'as-written': 'Ja, perioden som är ifylld gäller.' },
  'share-differs': { 'as-written': 'Ja, räkna med antalen.' },
  'persons-column': { 'as-written': 'Det är inga personer. Läs det som det står.' },
  'removed-file': { 'as-written': 'Ja, läs in värdena. Filens innehåll sparas inte.' },
};

/** Which of the answers to a question an answer means. */
const CHOSEN: Readonly<Partial<Record<Named, (options: readonly string[]) => readonly string[]>>> =
  {
    first: (options) => options.slice(0, 1),
    'first-two': (options) => options.slice(0, 2),
    last: (options) => options.slice(-1),
    'last-two': (options) => options.slice(-2),
  };

const columnOf = (answer: string) => Number(/^column-(\d+)$/.exec(answer)?.[1] ?? 0);

/** Columns by their name, or by where they stand when the name is the same. */
function columnWords(problem: Problem, at: number): string {
  if (problem.code === 'same-field') return `Kolumnen ${quote(problem.columns[at - 1] ?? '')}`;
  const places = problem.code === 'duplicate-column' ? problem.columns : [];
  return `Den i kolumn ${places[at - 1] ?? at}`;
}

/** What an answer to a question means. */
export function answerWords({ problem }: Pick<AskedQuestion, 'problem'>, answer: Answer): string {
  const at = columnOf(answer);
  if (at > 0) return columnWords(problem, at);
  const named = answer as Named;
  const chosen = CHOSEN[named];
  if (chosen && problem.code === 'unknown-question') {
    return `${both(chosen(problem.options).map(quote))}.`;
  }
  return ESPECIALLY[problem.code as Ask]?.[named] ?? ANSWERS[named];
}
