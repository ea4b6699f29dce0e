import { redirect } from '@sveltejs/kit';
import { resolve } from '$app/paths';

/** The goals are listed on the nämnd's first page. */
export const GET = ({ params, url }) =>
  redirect(308, resolve('/[kommun]/[namnd]', params) + url.search);
