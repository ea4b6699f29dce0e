import { json } from '@sveltejs/kit';

/** Programs get their 404 as JSON too. */
export const fallback = () =>
  json(
    { message: 'Adressen finns inte i API:et. Allt som går att hämta står i /api/v1.' },
    { status: 404 },
  );
