import { once } from 'node:events';
import { createServer } from 'node:http';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { Provider } from 'oidc-provider';

/* A kommun's identity provider as it is in life: the OpenID Connect server of oidc-provider, with a form of its own. */

export const CLIENT = { id: 'fyren', secret: 'en-hemlighet-som-ingen-gissar-i-ett-prov' };

/** What the provider says of somebody, by the name they sign in with. */
export type Directory = Map<string, Readonly<Record<string, unknown>>>;

const FORM = `<!doctype html><html lang="sv"><title>Gnesta kommun</title><h1>Gnesta kommun</h1>
<form method="POST"><label>Användare <input name="anvandare" autofocus></label>
<button name="svar" value="ja">Logga in</button><button name="svar" value="nej">Avbryt</button></form>`;

type Context = {
  readonly oidc: {
    readonly client: { readonly clientId: string };
    readonly session: { readonly accountId: string };
    readonly params: { readonly scope: string };
    readonly provider: {
      readonly Grant: new (of: object) => {
        addOIDCScope(scope: string): void;
        save(): Promise<void>;
      };
    };
  };
};

/** Whoever signs in has said yes to Fyren: a kommun says it for all. */
async function grantAll({ oidc }: Context) {
  const { clientId } = oidc.client;
  const grant = new oidc.provider.Grant({ clientId, accountId: oidc.session.accountId });
  grant.addOIDCScope(oidc.params.scope);
  await grant.save();
  return grant;
}

const configuration = (redirectUri: string, directory: Directory) => ({
  clients: [
    {
      ...{ client_id: CLIENT.id, client_secret: CLIENT.secret, redirect_uris: [redirectUri] },
      token_endpoint_auth_method: 'client_secret_post',
    },
  ],
  claims: {
    ...{ openid: ['sub'], profile: ['name'], email: ['email', 'email_verified'] },
    groups: ['groups', '_claim_names'],
  },
  cookies: { keys: ['prov'] },
  features: { devInteractions: { enabled: false } },
  findAccount: (_: unknown, accountId: string) => {
    const said = directory.get(accountId);
    return said && { accountId, claims: () => ({ sub: accountId, ...said }) };
  },
  interactions: { url: (_: unknown, { uid }: { uid: string }) => `/fraga/${uid}` },
  loadExistingGrant: grantAll,
  pkce: { required: () => true },
});

async function answerForm(provider: Provider, request: IncomingMessage, response: ServerResponse) {
  if (request.method !== 'POST') {
    response.setHeader('content-type', 'text/html; charset=utf-8').end(FORM);
    return;
  }
  const fields = new URLSearchParams(await text(request));
  const isNo = fields.get('svar') === 'nej';
  const result = isNo
    ? { error: 'access_denied', error_description: 'Karin Berg sa nej' }
    : { login: { accountId: fields.get('anvandare') ?? '' } };
  const options = { mergeWithLastSubmission: false };
  await provider.interactionFinished(request, response, result, options);
}

/** Listens by the number and not the name, so that it is another site than Fyren's. */
async function listen(port: number, answer: RequestListener) {
  const server = createServer(answer).listen(port, '127.0.0.1');
  await once(server, 'listening');
  return server;
}

/** The provider on a port of its own; it can be away for a while. */
export async function startIdentityProvider(redirectUri: string) {
  const directory: Directory = new Map();
  const first = await listen(0, () => undefined);
  const { port } = first.address() as AddressInfo;
  first.close();
  const issuer = `http://127.0.0.1:${port}`;
  const provider = new Provider(issuer, configuration(redirectUri, directory));
  const answer = provider.callback();
  const start = () =>
    listen(port, (request, response) =>
      request.url?.startsWith('/fraga/')
        ? void answerForm(provider, request, response)
        : void answer(request, response),
    );
  let server = await start();
  const stop = async () => {
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  };
  const back = async () => void (server = await start());
  return { issuer, directory, stop, back };
}

export type IdentityProvider = Awaited<ReturnType<typeof startIdentityProvider>>;
