import { activitiesPath, boardPath, indicatorsPath } from '#lib/components/paths.ts';
import { upperFirst } from '#lib/format/sv.ts';
import { placeOr404, today } from '../../guard.ts';

export const load = ({ locals, params, url }) => {
  const asked = url.searchParams.get('tillfalle');
  const { kommun, namnd, occasions, assessed } = placeOr404(locals.db, params, asked, today());
  const at = {
    kommun: kommun.slug,
    namnd: namnd.slug,
    query: asked === null ? '' : `?tillfalle=${asked}`,
  };
  const activities = assessed?.activities[0]?.level.plural;
  const links = [
    { href: boardPath(at), text: 'Översikt' },
    ...(assessed?.indicators.length ? [{ href: indicatorsPath(at), text: 'Indikatorer' }] : []),
    ...(activities ? [{ href: activitiesPath(at), text: upperFirst(activities) }] : []),
  ];
  const here = url.pathname + url.search;
  return {
    at,
    namnd,
    occasions,
    occasion: assessed?.occasion ?? null,
    nav: assessed ? links.map((link) => ({ ...link, isHere: link.href === here })) : [],
  };
};
