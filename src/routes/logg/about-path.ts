import { resolve } from '$app/paths';
import {
  activitiesPath,
  goalPath,
  indicatorPath,
  mappingPath,
  personPath,
  publishingPath,
  uploadPath,
} from '#lib/components/paths.ts';
import type { PageData } from './$types';

type Link = NonNullable<PageData['rows'][number]['about']['link']>;

/** The page of what a row is about, at the occasion it was about. */
export function aboutPath(link: Link): string {
  if (link.to === 'person') return personPath(link.id);
  if (link.to === 'kommun') return resolve('/[kommun]', { kommun: link.kommun });
  const at = { kommun: link.kommun, namnd: link.namnd, query: '' };
  if ('id' in link) return (link.to === 'upload' ? uploadPath : mappingPath)(at, link.id);
  if (link.to === 'publishing')
    return publishingPath({ ...at, query: `?tillfalle=${link.occasion}` });
  const then = { ...at, query: link.occasion === null ? '' : `?tillfalle=${link.occasion}` };
  const paths = { goal: goalPath, activity: activitiesPath, indicator: indicatorPath };
  return paths[link.to](then, link.key);
}
