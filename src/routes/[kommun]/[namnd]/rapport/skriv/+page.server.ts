import { fail, redirect } from '@sveltejs/kit';
import { reportWritingPath } from '#lib/components/paths.ts';
import { LONGEST_TEXT } from '#lib/domain/rich-text.ts';
import { withNewNumbers } from '#lib/format/report/written.ts';
import type { Elsewhere, SlotText } from '#lib/format/report/written.ts';
import { textOf } from '#lib/format/token.ts';
import { markOf } from '#lib/server/basis-mark.ts';
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

const WORDS: Readonly<Record<NotKept | 'other-draft' | 'too-long', string>> = {
  conflict:
    'Någon annan har sparat den här texten medan du skrev. Det du skrev står kvar här; det som gäller nu visas nedanför. Spara igen om ditt ska gälla.',
  closed: 'Tillfället är låst, så inget kan skrivas. Kopiera det du har skrivit.',
  'other-draft':
    'Talen i utkastet har ändrats medan du skrev. Det du skrev står kvar här. Se vad som är nytt, och spara igen.',
  'too-long': `Texten är längre än ${LONGEST_TEXT} tecken. Korta den, eller dela den på flera kapitel.`,
};

type Failure = {
  readonly slot: string;
  readonly message: string;
  readonly body: string;
  readonly told: string;
};

const no = (status: number, failure: Failure) => fail<Failure>(status, failure);

/** "312: Ekonomisystemet, augusti": a line for each number that is from another source. */
const elsewhereIn = (text: string): readonly Elsewhere[] =>
  text.split('\n').flatMap((line) => {
    const at = line.indexOf(':');
    const [number, source] = [line.slice(0, at).trim(), line.slice(at + 1).trim()];
    return at > 0 && number !== '' && source !== '' ? [{ number, source }] : [];
  });

type Posted = Asked & { readonly request: Request };

async function postedAt(asked: Posted) {
  const writing = writingAt(asked);
  const { fields, failure } = await readFields(asked.locals.db, asked.request);
  if (!fields) return { failure };
  const field = (name: string) => fields.get(name) ?? '';
  return { failure: null, writing, field, text: textOr404(writing.texts, field('plats')) };
}

type Writing = ReturnType<typeof writingAt>;

/** A text in its place beside what is drafted now. */
const keep = (
  { db }: App.Locals,
  { kommun, namnd, assessed, actor }: Writing,
  { slot, draft }: SlotText,
  told: { body: string; elsewhere: readonly Elsewhere[]; base: number | null },
) => {
  const at = { namnd: namnd.id, occasion: assessed.occasion.id };
  const bound = draft.tokens.length > 0 ? draft : null;
  return saveParagraph(db, actor, new Date(), kommun, at, { slot, draft: bound, ...told });
};

/** Back to the place that was written in. */
function back({ standing, assessed }: Writing, key: string): never {
  const query = `?tillfalle=${assessed.occasion.key}&sparad=${encodeURIComponent(key)}`;
  const at = { kommun: standing.kommun.slug, namnd: standing.namnd.slug, query };
  redirect(303, `${reportWritingPath(at)}#${encodeURIComponent(key)}`);
}

export const actions = {
  spara: async (asked) => {
    const posted = await postedAt(asked);
    if (!posted.writing) return posted.failure;
    const { writing, field, text } = posted;
    const key = field('plats');
    const was = { slot: key, body: field('text'), told: field('kallor') };
    if (was.body.length > LONGEST_TEXT) return no(422, { ...was, message: WORDS['too-long'] });
    if (field('utkast') !== markOf(textOf(text.draft)))
      return no(409, { ...was, message: WORDS['other-draft'] });
    const base = /^\d+$/.test(field('grund')) ? Number(field('grund')) : null;
    const told = { body: was.body, elsewhere: elsewhereIn(was.told), base };
    const done = keep(asked.locals, writing, text, told);
    if (!done.ok) return no(409, { ...was, message: WORDS[done.error] });
    return back(writing, key);
  },

  /** The same words with the numbers of today; or the words as they stand, which were looked at beside those numbers. */
  tal: async (asked) => {
    const posted = await postedAt(asked);
    if (!posted.writing) return posted.failure;
    const { writing, field, text } = posted;
    const [key, { written }] = [field('plats'), text];
    const body = field('vad') === 'behall' ? written?.body : withNewNumbers(text);
    const isSeen = field('utkast') === markOf(textOf(text.draft));
    const was = { slot: key, body: written?.body ?? '', told: '' };
    if (!written || body === null || body === undefined || !isSeen)
      return no(409, { ...was, message: WORDS['other-draft'] });
    const told = { body, elsewhere: written.elsewhere, base: written.id };
    const done = keep(asked.locals, writing, text, told);
    if (!done.ok) return no(409, { ...was, message: WORDS[done.error] });
    return back(writing, key);
  },

  /** Every draft that nobody has taken in becomes a text: from now on it is marked when its numbers change. */
  alla: async (asked) => {
    const writing = writingAt(asked);
    const { failure } = await readFields(asked.locals.db, asked.request);
    if (failure) return failure;
    for (const text of writing.texts) {
      if (text.written !== null || text.draft.tokens.length === 0) continue;
      keep(asked.locals, writing, text, { body: textOf(text.draft), elsewhere: [], base: null });
    }
    return back(writing, 'alla');
  },
};
