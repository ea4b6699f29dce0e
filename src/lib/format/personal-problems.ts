import type { PersonalData, Problem } from '#lib/domain/problem.ts';
import { removedBefore } from './gallring.ts';
import { both, cell, column, quote, rows } from './problem-words.ts';

type Code =
  | 'personal-answer'
  | 'respondent-rows'
  | 'personal-data'
  | 'personal-cell'
  | 'personal-lines'
  | 'personal-sheets'
  | 'persons-column'
  | 'personal-heading'
  | 'personal-told'
  | 'removed-file';
type Sentences = { readonly [Of in Code]: (problem: Extract<Problem, { code: Of }>) => string };

/** What a column holds of persons, as "Kolumn Fritext innehåller …". */
export const PERSONAL: Readonly<Record<PersonalData, string>> = {
  'answer-id': 'ett nummer på var och en som har svarat',
  'answer-date': 'dagen var och en svarade',
  'free-text': 'fri text',
  'e-mail': 'e-postadresser',
  phone: 'telefonnummer',
  'personal-number': 'personnummer',
  name: 'namn på personer',
};

/** What was told, as "Indikatorn för kolumn …". */
const TOLD = { indicator: 'Indikatorn', period: 'Perioden', place: 'Platsen' } as const;

type Beside = Extract<Problem, { code: 'personal-sheets' }>;

/** ”bladet ’Svar’ samt det som är skrivet …”: what of a workbook is not kept beside what was read. */
export const besideWords = ({ sheets, hasUnseen }: Beside): string => {
  const noun = sheets.length === 1 ? 'bladet' : 'bladen';
  const named = sheets.length > 0 ? [`${noun} ${both(sheets.map(quote))}`] : [];
  const unseen = hasUnseen
    ? ['det som inte står i celler (kommentarer, textrutor, sidfot, pivottabeller)']
    : [];
  return [...named, ...unseen].join(' samt ');
};

/** What a file tells of persons, and what becomes of it. */
export const PERSONAL_SENTENCES: Sentences = {
  'personal-answer': (p) =>
    `Filen innehåller ${PERSONAL[p.kind]}, som Koladas svar inte har. Hämta svaret på nytt från Kolada och läs in det.`,
  'removed-file': (p) =>
    `${removedBefore(p)} Ta bort det som inte skulle vara med och välj den på nytt, eller svara att värdena ska läsas in ändå.`,
  'respondent-rows': (p) =>
    `Filen har en rad för varje person som har svarat (rad ${p.line}, kolumn ${both(p.columns.map(column))}). Sådana svar tas inte emot. Läs in sammanställningen, med antal svar per fråga och svarsalternativ.`,
  'personal-data': (p) =>
    `Kolumn ${column(p.column)} innehåller ${PERSONAL[p.kind]}, på ${rows(p.lines)}. Det sparas inte: kolumnen töms i den kopia av filen som sparas. Kontrollera att inget annat i filen pekar ut någon.`,
  'personal-cell': (p) =>
    `${cell(p)}: cellen innehåller ${PERSONAL[p.kind]}. Det som står där är ett namn som sparas och visas. Ta bort uppgiften ur cellen, eller lämna raden utanför.`,
  'persons-column': (p) =>
    `Kolumn ${column(p.column)} ser ut att peka ut personer, med namn eller nummer (${rows(p.lines)}, först rad ${p.line}). Sådana sparas inte: välj ”läses inte in” för kolumnen, läs in en sammanställning, eller svara att det inte är personer.`,
  'personal-heading': (p) =>
    `Rubriken i kolumn ${p.position} innehåller ${PERSONAL[p.kind]}. Skriv en annan rubrik i filen och läs in den igen.`,
  'personal-told': (p) =>
    `${TOLD[p.about]} för ${p.heading === null ? 'hela filen' : `kolumn ${column(p.heading)}`} innehåller ${PERSONAL[p.kind]}. Ta bort uppgiften: det som står där sparas och visas.`,
  'personal-lines': (p) =>
    `Rad ${p.line}${p.lines > 1 ? ' med flera' : ''} innehåller ${PERSONAL[p.kind]} (${rows(p.lines)}). Det sparas inte: cellen töms i den kopia av filen som sparas. Kontrollera att inget annat utanför tabellen pekar ut någon.`,
  'personal-sheets': (p) =>
    `Arbetsboken kan ha uppgifter om personer utanför det blad som läses. Det sparas inte: i den kopia som sparas saknas ${besideWords(p)}. Kontrollera att inget annat i filen pekar ut någon.`,
};
