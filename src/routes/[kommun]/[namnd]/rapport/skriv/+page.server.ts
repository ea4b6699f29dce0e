import { fail, redirect } from '@sveltejs/kit';
import { reportWritingPath } from '#lib/components/paths.ts';
import { slotKey } from '#lib/domain/report.ts';
import { LONGEST_TEXT } from '#lib/domain/rich-text.ts';
import { withNewNumbers } from '#lib/format/report/written.ts';
import type { Elsewhere, SlotText } from '#lib/format/report/written.ts';
import { textOf } from '#lib/format/token.ts';
import { markOf } from '#lib/server/basis-mark.ts';
import { givenMark } from '#lib/server/reports/slots.ts';
import { saveParagraph } from '#lib/server/reports/write.ts';
import type { NotKept } from '#lib/server/reports/write.ts';
import { readFields } from '#routes/forms.server.ts';
import type { Asked } from '#routes/guard.server.ts';
import { textOr404, writingAt } from './writing.server.ts';

export const load = (asked) => {
  const { standing, assessed, groups } = writingAt(asked);
  return {
    title: `Skriv i rapporten, ${standing.namnd.name}`,
    ...{ groups, saved: asked.url.searchParams.get('sparad') },
    of: assessed.occasion.title,
  };
};

type Fault = NotKept | 'other-draft' | 'too-long';

const WORDS: Readonly<Record<Fault, string>> = {
  conflict:
    'Någon annan har sparat den här texten medan du skrev. Det du skrev står kvar här, och det som är sparat står under. Spara en gång till om ditt ska gälla.',
  closed: 'Tillfället är låst, så inget kan skrivas. Kopiera det du har skrivit.',
  'other-draft':
    'Talen i utkastet har ändrats medan du skrev. Det du skrev står kvar här. Se vad som är nytt, och spara en gång till.',
  'too-long': `Texten är längre än ${LONGEST_TEXT} tecken. Korta den, eller dela den på flera kapitel.`,
};

/** What was written in a place and is not kept, and why. */
type Failure = { readonly message: string; readonly body: string; readonly told: string };
type Failures = Readonly<Record<string, Failure>>;

/** "312: Ekonomisystemet, augusti": a line for each number that is from another source. */
const elsewhereIn = (text: string): readonly Elsewhere[] =>
  text.split('\n').flatMap((line) => {
    const at = line.indexOf(':');
    const [number, source] = [line.slice(0, at).trim(), line.slice(at + 1).trim()];
    return at > 0 && number !== '' && source !== '' ? [{ number, source }] : [];
  });

type Posted = Asked & { readonly request: Request };
type Writing = ReturnType<typeof writingAt>;
type Fields = ReadonlyMap<string, string>;

async function postedAt(asked: Posted) {
  const writing = writingAt(asked);
  const { fields, failure } = await readFields(asked.locals.db, asked.request);
  return fields ? { failure: null, writing, fields } : { failure, writing };
}

type Told = { body: string; elsewhere: readonly Elsewhere[]; base: number | null };

/** A text in its place beside what is drafted now. */
const keep = (
  { db }: App.Locals,
  { kommun, namnd, assessed, actor }: Writing,
  { slot, draft }: SlotText,
  told: Told,
) => {
  const at = { namnd: namnd.id, occasion: assessed.occasion.id };
  const bound = draft.tokens.length > 0 ? draft : null;
  return saveParagraph(db, actor, new Date(), kommun, at, { slot, draft: bound, ...told });
};

/** Back to the page, and to the place that was written in. */
function back({ standing, assessed }: Writing, key: string): never {
  const query = `?tillfalle=${assessed.occasion.key}&sparad=${encodeURIComponent(key)}`;
  const at = { kommun: standing.kommun.slug, namnd: standing.namnd.slug, query };
  redirect(303, `${reportWritingPath(at)}#${encodeURIComponent(key)}`);
}

/** What a form says of one place; null where it says what it was given. */
function writtenIn(fields: Fields, key: string) {
  const [body, given] = [fields.get(`text:${key}`), fields.get(`givet:${key}`)];
  if (body === undefined || given === undefined) return null;
  const told = fields.get(`kallor:${key}`) ?? '';
  if (givenMark(body, told) === given) return null;
  const base = fields.get(`grund:${key}`) ?? '';
  return { body, told, base: /^\d+$/.test(base) ? Number(base) : null };
}

/** Keeps one text that was changed; why it is not kept, else null. */
function keepOne(
  locals: App.Locals,
  writing: Writing,
  text: SlotText,
  fields: Fields,
): Fault | null {
  const key = slotKey(text.slot);
  const said = writtenIn(fields, key);
  if (!said) return null;
  if (said.body.length > LONGEST_TEXT) return 'too-long';
  if (fields.get(`utkast:${key}`) !== markOf(textOf(text.draft))) return 'other-draft';
  const { body, told, base } = said;
  const done = keep(locals, writing, text, { body, elsewhere: elsewhereIn(told), base });
  return done.ok ? null : done.error;
}

/** Keeps every text that was changed; those that are not kept, with what was written in them. */
function keepChanged(
  locals: App.Locals,
  writing: Writing,
  fields: Fields,
  except: string | null,
): Failures {
  const failed = writing.texts.flatMap((text): (readonly [string, Failure])[] => {
    const key = slotKey(text.slot);
    const fault = key === except ? null : keepOne(locals, writing, text, fields);
    if (fault === null) return [];
    const [body, told] = [`text:${key}`, `kallor:${key}`].map((name) => fields.get(name) ?? '');
    return [[key, { message: WORDS[fault], body: body ?? '', told: told ?? '' }]];
  });
  return Object.fromEntries(failed);
}

const failedWith = (failures: Failures) => fail(409, { failures });

/** What becomes of a text with old numbers, or of a draft, by the button that was pressed. */
function renewed(text: SlotText, how: string): string | null {
  if (how === 'nya') return withNewNumbers(text);
  if (how === 'behall') return text.written?.body ?? null;
  return how === 'ta' ? textOf(text.draft) : null;
}

export const actions = {
  spara: async (asked) => {
    const { failure, writing, fields } = await postedAt(asked);
    if (!fields) return failure;
    const failures = keepChanged(asked.locals, writing, fields, null);
    return Object.keys(failures).length > 0 ? failedWith(failures) : back(writing, 'allt');
  },

  /**
   * Of one text: the same words with the numbers of today; the words as they stand, which were looked at beside those
   * numbers; or its draft. What was written in the others is kept with it.
   */
  tal: async (asked) => {
    const { failure, writing, fields } = await postedAt(asked);
    if (!fields) return failure;
    const [how = '', key = ''] = (fields.get('vad') ?? '').split('|');
    const text = textOr404(writing.texts, key);
    const failures = keepChanged(asked.locals, writing, fields, key);
    const body = renewed(text, how);
    const isSeen = fields.get(`utkast:${key}`) === markOf(textOf(text.draft));
    const told = { elsewhere: text.written?.elsewhere ?? [], base: text.written?.id ?? null };
    const done =
      body !== null && isSeen ? keep(asked.locals, writing, text, { body, ...told }) : null;
    if (done?.ok && Object.keys(failures).length === 0) return back(writing, key);
    if (done?.ok) return failedWith(failures);
    const fault = done === null ? 'other-draft' : done.error;
    const was = { body: fields.get(`text:${key}`) ?? '', told: fields.get(`kallor:${key}`) ?? '' };
    return failedWith({ ...failures, [key]: { message: WORDS[fault], ...was } });
  },

  /** Every draft that nobody has taken in becomes a text: from now on it is marked when its numbers change. */
  alla: async (asked) => {
    const { failure, writing, fields } = await postedAt(asked);
    if (!fields) return failure;
    const failures = keepChanged(asked.locals, writing, fields, null);
    if (Object.keys(failures).length > 0) return failedWith(failures);
    for (const text of writingAt(asked).texts) {
      if (text.written !== null || text.draft.tokens.length === 0) continue;
      keep(asked.locals, writing, text, { body: textOf(text.draft), elsewhere: [], base: null });
    }
    return back(writing, 'alla');
  },
};
