import { redirect } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import { boardOf } from '#lib/domain/board.ts';
import { boardSentence } from '#lib/format/sentence.ts';
import { placeOr404, today } from '#routes/guard.server.ts';

export const load = ({ locals, params, url }) => {
  const asked = url.searchParams.get('tillfalle');
  const { kommun, namnd, assessed } = placeOr404(locals.db, params, asked, today());
  // Fullmäktige's goals are the kommun's own page.
  if (namnd.isFullmaktige) redirect(307, resolve('/[kommun]', { kommun: kommun.slug }));
  const title = `${namnd.name}, ${kommun.name}`;
  if (!assessed) return { title, shown: null };
  const board = boardOf(assessed);
  return { title, shown: { assessed, board, sentence: boardSentence(assessed, board) } };
};
