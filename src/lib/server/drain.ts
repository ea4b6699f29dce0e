import type { IncomingMessage, ServerResponse } from 'node:http';
import { finished } from 'node:stream';

/** How much of a body that nobody wants is still taken in, and for how long. */
export type Patience = { readonly bytes: number; readonly ms: number };

/** Calls `then` with whether the rest of the body came within bounds; it may also be that the client left. */
function drain(request: IncomingMessage, patience: Patience, then: (isOver: boolean) => void) {
  let left = patience.bytes;
  // Kit's own listener would keep what it is given, and pause.
  request.removeAllListeners('data');
  const stop = (isOver: boolean) => {
    clearTimeout(timer);
    unwatch();
    request.off('data', count);
    then(isOver);
  };
  const count = (chunk: Buffer) => {
    left -= chunk.length;
    if (left < 0) stop(false);
  };
  const timer = setTimeout(stop, patience.ms, false);
  const unwatch = finished(request, () => stop(true));
  request.on('data', count);
  request.resume();
}

/**
 * Lets an answer be given before the whole body has been read, as when an upload is too large. Most
 * clients read nothing until they have sent everything, and a connection closed with bytes unread
 * takes the answer with it: the answer is sent but not ended until the rest has been thrown away.
 * One who never stops sending is cut off. Node does this only for bodies that nobody began to read.
 */
export function drainBeforeEnd(
  request: IncomingMessage,
  response: ServerResponse,
  patience: Patience,
): void {
  const { headers, socket } = request;
  if (headers['content-length'] === undefined && headers['transfer-encoding'] === undefined) return;
  const end = response.end.bind(response) as (...args: unknown[]) => ServerResponse;
  const endLater = (...args: unknown[]) => {
    response.end = end as ServerResponse['end'];
    if (request.readableEnded || request.destroyed) return end(...args);
    response.flushHeaders();
    drain(request, patience, (isOver) => {
      end(...args);
      if (!isOver) socket.destroySoon();
    });
    return response;
  };
  response.end = endLater as ServerResponse['end'];
}
