import type { Lifecycle } from '#lib/domain/lifecycle.ts';
import type { Occasion } from '#lib/domain/model.ts';
import type { State } from '#lib/domain/state.ts';
import type { StatementOf } from '#lib/domain/statement.ts';
import { countToken, quotedReason, sentence } from './draft-words.ts';
import type { Word } from './draft-words.ts';
import { occasionWord, stateWord } from './labels.ts';
import { agreeing } from './noun.ts';
import type { Pronoun } from './noun.ts';
import { paperDateWords } from './paper-date.ts';
import { isVerb, levelOf, predicateOf, stepWord } from './step-words.ts';
import { levelWord } from './subject.ts';
import { lowerFirst } from './sv.ts';
import { say } from './token.ts';
import type { Tokens } from './token.ts';

/* A goal or an activity in words: how it stands, what that goes against, and what its dates say. */

const reasonWords = (reason: string | null, without: string): string =>
  reason === null ? without : `. Skälet är: ${quotedReason(reason)}`;

type StateStatement = StatementOf<'state'>;

function stepWords({ state, forecast }: StateStatement, word: string, thing: string): Tokens {
  const horizon = forecast ? ` till ${occasionWord(forecast)}` : '';
  const isRule = state.kind === 'step' && state.by === 'rule';
  const by = isRule ? ', beräknat ur underlaget' : '';
  if (isVerb(word)) return say`${thing} ${lowerFirst(word)}${horizon}${by}`;
  if (predicateOf(word) !== null) return say`${word}${by}`;
  const what = forecast ? `prognosen${horizon}` : 'bedömningen';
  return say`${what} är ”${lowerFirst(word)}”${by}`;
}

export const tellState: Word<'state'> = (statement, assessed) => {
  const { state, reason, level } = statement;
  const { words, pronoun } = levelWord(levelOf(assessed, level));
  const judged = agreeing(pronoun, { den: 'bedömd', det: 'bedömt' });
  if (state.kind === 'ej_bedomt') return sentence(say`${words} är ännu inte ${judged}`);
  if (state.kind === 'ej_utvarderad')
    return sentence(say`${words} har inte utvärderats${reasonWords(reason, ', och skäl saknas')}`);
  const word = stateWord(state, assessed.later);
  if (state.kind === 'mats_senare') return sentence(say`${words} ${lowerFirst(word)}`);
  return sentence(stepWords(statement, word, words));
};

export const tellCeiling: Word<'ceiling'> = ({ step, words, isOver, reason }) => {
  const word = lowerFirst(step.word.outcome);
  const why = quotedReason(words);
  if (!isOver) return sentence(say`som mest kan bedömningen bli ”${word}”: ${why}`);
  const over = reasonWords(reason, ', och skäl saknas');
  return sentence(
    say`enligt underlaget kan bedömningen som mest bli ”${word}”: ${why}. Nämnden går över det${over}`,
  );
};

const SIDE = { better: 'bättre', worse: 'sämre' } as const;

export const tellAgainstSuggestion: Word<'against-suggestion'> = (statement) => {
  const { side, step, reason, isReasonTold } = statement;
  const suggested = step ? `, som talar för ”${lowerFirst(step.word.outcome)}”` : '';
  const why = isReasonTold ? '' : reasonWords(reason, '. Skäl saknas');
  return sentence(say`bedömningen är ${SIDE[side]} än underlaget${suggested}${why}`);
};

export const tellAgainstMeasures: Word<'against-measures'> = ({ side, count }) => {
  const one = count.value === 1;
  if (side === 'better')
    return sentence(
      say`bedömningen är den bästa trots att ${countToken(count)} ${one ? 'indikator' : 'indikatorer'} inte når målvärdet`,
    );
  return sentence(
    say`bedömningen är den sämsta trots att ${one ? 'den enda indikatorn' : say`alla ${countToken(count)} indikatorer`} når målvärdet`,
  );
};

export const tellCoverage: Word<'coverage'> = ({ known, of, later }) => {
  const rest = later.value === 0 ? '' : say`, och ${countToken(later)} mäts senare`;
  return sentence(say`underlaget täcker ${countToken(known)} av ${countToken(of)} delar${rest}`);
};

/** A state that was, in quotation marks: "prognosen ”delvis uppnått”". */
function wasWords(state: State, later: readonly Occasion[]): string {
  const what = state.aspect === 'forecast' ? 'prognosen' : 'bedömningen';
  const word = state.kind === 'step' ? state.step.word.outcome : stateWord(state, later);
  return `${what} ”${stepWord(word)}”`;
}

export const tellEarlierState: Word<'earlier-state'> = ({ occasion, state }, { later }) =>
  sentence(say`i ${occasionWord(occasion)} var ${wasWords(state, later)}`);

export const tellChangedAtMeeting: Word<'changed-at-meeting'> = ({ sent }, { later }) =>
  sentence(say`det ändrades vid sammanträdet; i utskicket var ${wasWords(sent, later)}`);

// Activities -------------------------------------------------------------------------------------

const LIFECYCLE: Readonly<Record<Lifecycle, (pronoun: Pronoun) => string>> = {
  planned: (it) => `är inte ${agreeing(it, { den: 'påbörjad', det: 'påbörjat' })}`,
  under_way: () => 'pågår',
  done: (it) => `är ${agreeing(it, { den: 'klar', det: 'klart' })}`,
  paused: (it) => `är ${agreeing(it, { den: 'pausad', det: 'pausat' })}`,
  cancelled: (it) => `är ${agreeing(it, { den: 'avbruten', det: 'avbrutet' })}`,
};

export const tellLifecycle: Word<'lifecycle'> = ({ level, lifecycle, isAgain }, assessed) => {
  const { words, pronoun } = levelWord(levelOf(assessed, level));
  return sentence(say`${isAgain ? pronoun : words} ${LIFECYCLE[lifecycle](pronoun)}`);
};

export const tellLate: Word<'late'> = ({ level, late, date }, assessed) => {
  const { words, pronoun } = levelWord(levelOf(assessed, level));
  const told = agreeing(pronoun, { den: 'redovisad', det: 'redovisat' });
  const done = `${told} som ${agreeing(pronoun, { den: 'klar', det: 'klart' })}`;
  const begun = `${told} som ${agreeing(pronoun, { den: 'påbörjad', det: 'påbörjat' })}`;
  const on = paperDateWords(date);
  return late === 'ended-undone'
    ? sentence(say`slutdatumet ${on} har passerat utan att ${words} är ${done}`)
    : sentence(say`startdatumet ${on} har passerat utan att ${words} är ${begun}`);
};

export const tellEnds: Word<'ends'> = ({ date }) =>
  sentence(
    date.day
      ? say`slutdatum är den ${paperDateWords(date)}`
      : say`slutdatum i planen är ${paperDateWords(date)}`,
  );
