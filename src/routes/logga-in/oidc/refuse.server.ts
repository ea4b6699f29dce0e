import { error } from '@sveltejs/kit';
import { PROVIDER_FAULT, REFUSED } from '#lib/format/oidc.ts';
import { noteFault } from '#routes/note-fault.server.ts';
import type { AdmitFault } from '#lib/server/oidc/admit.ts';
import type { ProviderFault, ProviderFaultKind } from '#lib/server/oidc/provider-fault.ts';
import type { Provider } from '#lib/server/oidc/provider.ts';

/* The pages of who was not signed in by the kommun's identity provider. */

const STATUS: Readonly<Record<ProviderFaultKind, number>> = {
  cancelled: 403,
  stale: 400,
  untrusted: 400,
  clock: 503,
  misset: 503,
  down: 503,
};

/** `to` is where they were going: the way back leads there. */
export function refuseFault({ kind, detail }: ProviderFault, to: string | null): never {
  const status = STATUS[kind];
  const { id } = noteFault(`${status} kommunens inloggning: ${kind} (${detail})`);
  error(status, { message: PROVIDER_FAULT[kind], id, to });
}

export function refuseAccount(why: AdmitFault, to: string | null): never {
  const { id } = noteFault(`403 kommunens inloggning: ${why}`);
  error(403, { message: REFUSED[why], id, to });
}

/** What the settings name; 404 where they name none. */
export function providerOr404(oidc: Provider | null): Provider {
  if (!oidc) error(404, 'Här loggar man in med lösenord.');
  return oidc;
}
