import type { Survey } from '#lib/domain/model.ts';
import { fold } from '../fold.ts';
import { remembered } from '../rows.ts';

/* The verksamheter that users are asked about, and whose survey each is in (formats 3.3–3.5). */

export type Service = keyof typeof SERVICES;

const SERVICES = {
  hemtjanst: { survey: 'aldre', is: /hemtjänst/ },
  sarskiltBoende: {
    survey: 'aldre',
    is: /särskilt boende|säbo|äldreboende|vård- och omsorgsboende/,
  },
  gruppbostad: { survey: 'lss', is: /gruppbostad/ },
  servicebostad: { survey: 'lss', is: /servicebostad/ },
  dagligVerksamhet: { survey: 'lss', is: /daglig verksamhet/ },
  assistans: { survey: 'lss', is: /personlig assistans/ },
  boendestod: { survey: 'lss', is: /boendestöd/ },
  sysselsattning: { survey: 'lss', is: /sysselsättning/ },
  boendeSol: { survey: 'lss', is: /särskild service|boende.* sol\b/ },
  funktionshinder: { survey: 'lss', is: /\blss\b|funktionshinder|funktionsnedsättning/ },
  ekonomisktBistand: { survey: 'ifo', is: /ekonomiskt bistånd|försörjningsstöd/ },
  vardnadshavare: { survey: 'ifo', is: /vårdnadshavare/ },
  // Placerade barn: hidden as the rest of IFO (formats 7).
  placerade: { survey: 'ifo', is: /familjehem|stödboende|\bhvb\b|placerade/ },
  oppnaInsatser: { survey: 'ifo', is: /öppna insatser/ },
  barnOchUnga: { survey: 'ifo', is: /barn.*ung|ungdom/ },
  missbruk: { survey: 'ifo', is: /missbruk|beroende/ },
  ifo: { survey: 'ifo', is: /individ- och familjeomsorg|\bifo\b/ },
} as const satisfies Readonly<Record<string, { survey: Survey; is: RegExp }>>;

const ALL = Object.keys(SERVICES) as Service[];

/** What a text is about; the first of the table that fits, null for none. */
export const serviceOf = remembered((text): Service | null => {
  const folded = fold(text);
  return ALL.find((service) => SERVICES[service].is.test(folded)) ?? null;
});

export const surveyOfService = (service: Service): Survey => SERVICES[service].survey;

/**
 * Whose figure a nyckeltal of Kolada's is, by its title: brukarbedömningar and Insikt have limits of
 * their own for small counts. Null for all others.
 */
export function surveyOfTitle(title: string): Survey | null {
  if (/^företagsklimat insikt\b/i.test(title)) return 'insikt';
  if (!/^brukarbedömning\b/i.test(title)) return null;
  if (/äldreomsorg/i.test(title)) return 'aldre';
  const service = serviceOf(title);
  return service && surveyOfService(service);
}
