import { once } from 'node:events';
import { request } from 'node:http';
import { connect } from 'node:net';
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

/** All that comes back for some bytes before the server hangs up, '' for nothing. */
async function sendRaw(url: string, bytes: string): Promise<string> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  // Who is hung up on while sending has been answered all the same.
  socket.on('error', () => undefined);
  let said = '';
  socket.setEncoding('utf8').on('data', (text: string) => (said += text));
  socket.write(bytes);
  await once(socket, 'close');
  return said;
}

/** Bytes as they are, for what no client would send; status 0 for no answer. */
export async function askRaw(url: string, bytes: string): Promise<Answer> {
  const said = await sendRaw(url, bytes);
  const [head = '', ...rest] = said.split('\r\n\r\n');
  const [first = '', ...lines] = head.split('\r\n');
  const headers = lines.map((line) => {
    const [name = '', ...value] = line.split(': ');
    return [name.toLowerCase(), value.join(': ')];
  });
  return {
    status: Number(/^HTTP\/1\.1 (\d{3}) /.exec(first)?.[1] ?? 0),
    headers: Object.fromEntries(headers) as IncomingHttpHeaders,
    text: rest.join('\r\n\r\n'),
  };
}
