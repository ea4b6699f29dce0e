import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/* The documented example in front of an app: only its addresses, ports and certificate are others. */

const NAME = 'fyren.example.se';

/** What Debian's own nginx.conf has around a site, with its files in a folder of ours. */
const around = (folder: string) => `
${process.getuid?.() === 0 ? 'user root;' : ''}
pid ${folder}/nginx.pid;
daemon off;
error_log stderr;
events {}
http {
  include /etc/nginx/mime.types;
  access_log off;
  ${['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((kind) => `${kind}_temp_path ${folder}/${kind};`).join(' ')}
  include ${folder}/site.conf;
}
`;

function makeCertificate(folder: string): void {
  const args = `req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=localhost -keyout ${folder}/key.pem -out ${folder}/cert.pem`;
  execFileSync('openssl', args.split(' '), { stdio: 'ignore' });
}

type Ports = { readonly http: number; readonly https: number };

/** Each replacement must be made: a line that is no longer in the example is an error here. */
function siteOf(example: string, folder: string, { http, https }: Ports, app: number): string {
  const changes: readonly (readonly [string, string])[] = [
    ['listen 80;', `listen 127.0.0.1:${http};`],
    ['listen 443 ssl http2 default_server;', `listen 127.0.0.1:${https} ssl http2 default_server;`],
    ['listen 443 ssl http2;', `listen 127.0.0.1:${https} ssl http2;`],
    [`server_name ${NAME};`, 'server_name localhost;'],
    [`https://${NAME}$`, `https://localhost:${https}$`],
    ['/etc/ssl/certs/fyren.pem', `${folder}/cert.pem`],
    ['/etc/ssl/private/fyren.key', `${folder}/key.pem`],
    ['http://127.0.0.1:3000;', `http://127.0.0.1:${app};`],
  ];
  return changes.reduce((text, [from, to]) => {
    if (!text.includes(from)) throw new Error(`The example has no ${from}`);
    return text.replaceAll(from, to);
  }, example);
}

/** The settings that the example tells one to start Fyren with, besides where it answers. */
export function documentedSettings(https: number): Record<string, string> {
  const example = readFileSync('.config/nginx.conf.example', 'utf8');
  const told = [...example.matchAll(/^# {6}([A-Z_]+)=(.+)$/gm)].map(
    ([, name, value]) => [name!, value!.replace(NAME, `localhost:${https}`)] as const,
  );
  return Object.fromEntries(told.filter(([name]) => !['HOST', 'PORT'].includes(name)));
}

async function answers(port: number): Promise<boolean> {
  const socket = connect(port, '127.0.0.1');
  const isOpen = await new Promise<boolean>((resolve) =>
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false)),
  );
  socket.destroy();
  return isOpen;
}

/** Debian's nginx with the example, on ports that anybody may have; `close` in an `afterAll`. */
export async function startNginx(ports: Ports, app: number) {
  const folder = mkdtempSync(join(tmpdir(), 'fyren-nginx-'));
  makeCertificate(folder);
  const example = readFileSync('.config/nginx.conf.example', 'utf8');
  writeFileSync(join(folder, 'site.conf'), siteOf(example, folder, ports, app));
  writeFileSync(join(folder, 'nginx.conf'), around(folder));
  const PATH = `${process.env['PATH']}:/usr/sbin`;
  const args = ['-c', join(folder, 'nginx.conf'), '-p', folder, '-e', 'stderr'];
  const nginx = spawn('nginx', args, { env: { ...process.env, PATH } });
  let log = '';
  nginx.stderr.setEncoding('utf8').on('data', (text: string) => (log += text));
  nginx.on('error', (error) => (log += error.message));
  for (let tries = 0; !(await answers(ports.https)); tries += 1) {
    if (tries > 100 || nginx.exitCode !== null) throw new Error(`nginx does not answer:\n${log}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  const close = async () => {
    if (nginx.exitCode === null && nginx.kill('SIGTERM')) await once(nginx, 'exit');
    rmSync(folder, { recursive: true, force: true });
  };
  return { url: `https://localhost:${ports.https}`, log: () => log, close };
}

export type Nginx = Awaited<ReturnType<typeof startNginx>>;
