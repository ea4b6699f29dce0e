import { once } from 'node:events';
import { request } from 'node:http';
import type { IncomingHttpHeaders, IncomingMessage, OutgoingHttpHeaders } from 'node:http';

export type Asked = {
  readonly method?: string;
  readonly path: string;
  readonly headers?: OutgoingHttpHeaders;
  readonly body?: string | Buffer;
};

export type Answer = {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
};

/** By hand: a browser and fetch mend addresses, and see to it that Origin and Host are true. */
export async function ask(url: string, asked: Asked): Promise<Answer> {
  const { method = 'GET', path, headers = {}, body } = asked;
  const { hostname, port } = new URL(url);
  const length = body === undefined ? {} : { 'content-length': Buffer.byteLength(body) };
  const sent = request({
    ...{ hostname, port, method, path },
    headers: { accept: 'text/html', ...length, ...headers },
  });
  // Who is answered before all is sent may be cut off while sending the rest.
  sent.on('error', () => undefined);
  sent.on('socket', (socket) => socket.on('error', () => undefined));
  sent.end(body);
  const [answer] = (await once(sent, 'response')) as [IncomingMessage];
  let text = '';
  for await (const chunk of answer.setEncoding('utf8')) text += String(chunk);
  return { status: answer.statusCode!, headers: answer.headers, text };
}
