import { sql } from 'drizzle-orm';
import { occasion } from './schema/plan.ts';
import { namnd } from './schema/who.ts';

/** An occasion in its nämnd as rows of the log name it: "socialnamnden/delar-2023". Asked where both are joined. */
export const OCCASION = sql<string>`${namnd.slug} || '/' || ${occasion.key}`;
