import { reachOf } from '#lib/domain/permission.ts';

/** Who is signed in, for the head of every page. */
export const load = ({ locals: { user } }) => ({
  signedIn: user && {
    name: user.name,
    hasAccount: user.person !== null,
    managesAccounts: user.grants.some(({ role }) => role === 'administrator'),
    readsLog: reachOf(user.grants, 'read-log').length > 0,
  },
});
