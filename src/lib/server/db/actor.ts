/** DESIGN 10. */
export type Role = 'lasare' | 'rapportskrivare' | 'kvalitetsstrateg' | 'administrator';

export type Via = 'web' | 'command' | 'schedule';

/** Who changes something, in what role, and by which way in. */
export type Actor = { readonly name: string; readonly role: Role; readonly via: Via };
