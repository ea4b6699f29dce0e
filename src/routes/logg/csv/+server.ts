import { redirect } from '@sveltejs/kit';
import { logPath } from '#lib/components/paths.ts';
import { exportLog } from '#lib/server/log-export.ts';
import { actorOr403, today } from '#routes/guard.server.ts';
import { logAskedBy } from '../reader.server.ts';

/** Lines as they are asked for: who stops half-way leaves nothing behind. */
function streamOf(lines: Iterator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    pull(controller) {
      const next = lines.next();
      if (next.done) controller.close();
      else controller.enqueue(encoder.encode(next.value));
    },
  });
}

const headersOf = () => ({
  'content-type': 'text/csv; charset=utf-8',
  'content-disposition': `attachment; filename="logg-${today()}.csv"`,
  'cache-control': 'private, no-store',
});

/** Whether it can be fetched; who only asks has fetched nothing, and the log says nothing of it. */
export const HEAD = (asked) => {
  const { filter } = logAskedBy(asked);
  if (filter.ask === null) redirect(303, logPath(asked.url.search));
  return new Response(null, { headers: headersOf() });
};

/** The log, or what is asked of it, as a file. What cannot be asked for is told on the page. */
export const GET = (asked) => {
  const { locals, url } = asked;
  const { reach, filter } = logAskedBy(asked);
  const { ask } = filter;
  if (ask === null) redirect(303, logPath(url.search));
  const actor = actorOr403(asked, 'read-log', reach.places[0]!);
  const { lines } = exportLog(locals.db, actor, new Date(), reach, { ...filter, ask });
  return new Response(streamOf(lines), { headers: headersOf() });
};
