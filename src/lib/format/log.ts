/* What the log holds, in words: one row for every kind of change there is (log.test.ts reads them in the code). */

type Area = 'said' | 'steps' | 'read' | 'known' | 'accounts' | 'log';

const AREA: Readonly<Record<Area, string>> = {
  said: 'Bedömning och texter',
  steps: 'Publicering och låsning',
  read: 'Inläsning',
  known: 'Plan, mått och platser',
  accounts: 'Konton och roller',
  log: 'Loggen',
};

/** What was done, as the end of "Karin Berg …", and where among the choices it stands. */
export const ACTION = {
  'judgement.give': { area: 'said', words: 'bedömde' },
  'comment.write': { area: 'said', words: 'skrev en text' },
  'activity.state': { area: 'said', words: 'sa hur långt en aktivitet har kommit' },
  'part.ready': { area: 'said', words: 'klarmarkerade' },
  'part.open': { area: 'said', words: 'tog bort en klarmarkering' },
  'paragraph.write': { area: 'said', words: 'skrev i en rapport' },
  'report.template': { area: 'known', words: 'ändrade vad rapporter är gjorda av' },
  'report.word': { area: 'known', words: 'bytte kommunens Word-mall' },
  'occasion.publish': { area: 'steps', words: 'publicerade ett tillfälle' },
  'occasion.lock': { area: 'steps', words: 'låste ett tillfälle' },
  'occasion.reopen': { area: 'steps', words: 'öppnade ett tillfälle på nytt' },
  'occasion.unlock': { area: 'steps', words: 'tog tillbaka en låsning som var gjord av misstag' },
  'occasion.redate': { area: 'steps', words: 'rättade datumen för en kallelse' },
  'occasion.correct': { area: 'steps', words: 'rättade uppgifterna om ett beslut' },
  'upload.store': { area: 'read', words: 'läste in en fil' },
  'upload.undo': { area: 'read', words: 'ångrade en inläsning' },
  'upload.discard': { area: 'read', words: 'kastade en avbruten inläsning' },
  'file.remove': { area: 'read', words: 'gallrade en fil' },
  'file.erase': { area: 'read', words: 'skrev om databasen efter en gallring' },
  'mapping.confirm': { area: 'read', words: 'förklarade en uppställning' },
  'mapping.forget': { area: 'read', words: 'glömde en uppställning' },
  'plan.import': { area: 'known', words: 'la upp en kommun med dess plan' },
  'measure.create': { area: 'known', words: 'la upp ett mått' },
  'measure.catalogue': { area: 'known', words: 'läste in Koladas nyckeltal' },
  'place.create': { area: 'known', words: 'la upp en plats' },
  'place.catalogue': { area: 'known', words: 'läste in Koladas kommuner eller grupper' },
  'account.first': { area: 'accounts', words: 'blev den första administratören' },
  'account.invite': { area: 'accounts', words: 'bjöd in någon' },
  'account.password': { area: 'accounts', words: 'valde ett lösenord' },
  'account.link': { area: 'accounts', words: 'gjorde en länk till ett nytt lösenord' },
  'account.close': { area: 'accounts', words: 'stängde ett konto' },
  'account.reopen': { area: 'accounts', words: 'öppnade ett stängt konto' },
  'account.make': { area: 'accounts', words: 'fick ett konto genom kommunens inloggning' },
  'account.connect': { area: 'accounts', words: 'kopplade ett konto till kommunens inloggning' },
  'account.disconnect': {
    area: 'accounts',
    words: 'kopplade loss ett konto från kommunens inloggning',
  },
  'account.name': { area: 'accounts', words: 'fick ett annat namn' },
  'account.email': { area: 'accounts', words: 'fick en annan e-postadress' },
  'role.give': { area: 'accounts', words: 'gav en roll' },
  'role.take': { area: 'accounts', words: 'tog bort en roll' },
  'log.export': { area: 'log', words: 'hämtade loggen som fil' },
} as const satisfies Readonly<Record<string, { readonly area: Area; readonly words: string }>>;

const isKnown = (action: string): action is keyof typeof ACTION => Object.hasOwn(ACTION, action);

/** What is no kind of change that this program knows is said as it stands. */
export const actionWords = (action: string): string =>
  isKnown(action) ? ACTION[action].words : action;

/** The kinds of change as a choice, area by area. */
export const ACTION_CHOICES = (Object.keys(AREA) as Area[]).map((area) => ({
  name: AREA[area],
  actions: Object.entries(ACTION)
    .filter(([, one]) => one.area === area)
    .map(([value, { words }]) => ({ value, words })),
}));

/** What can be asked for, as the address has it. */
export const LOG_FIELDS = ['var', 'vem', 'slag', 'fran', 'till', 'text'] as const;
export type LogField = (typeof LOG_FIELDS)[number];

/** What is asked for and cannot be looked for, and what to do. */
export const FILTER_FAULT = {
  'no-place': 'Platsen finns inte bland dem vars logg du läser. Välj en i listan.',
  'no-action': 'Det finns ingen sådan ändring. Välj en i listan.',
  'no-day': 'Datumet finns inte. Skriv det som 2023-05-31.',
  'ends-first': 'Till och med kommer före från och med. Ändra ett av datumen.',
  'no-word': 'Skriv minst ett ord eller tal att leta efter.',
  'too-long': 'Det är för långt att leta efter. Skriv högst 200 tecken.',
} as const;
export type FilterFault = keyof typeof FILTER_FAULT;

export const VIA: Readonly<Record<'web' | 'command' | 'schedule', string>> = {
  web: 'webb',
  command: 'kommando',
  schedule: 'schema',
};
