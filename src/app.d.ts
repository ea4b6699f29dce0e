import type { Kommun, Namnd, NamndOccasion } from '#lib/domain/model.ts';
import type { Jobs } from '#lib/server/jobs.ts';
import type { Db } from '#lib/server/db/client.ts';
import type { Provider } from '#lib/server/oidc/provider.ts';
import type { User } from '#lib/server/signed-in.ts';

declare global {
  namespace App {
    interface Error {
      message: string;
      /** Names the row in the log, so that a user can say which error it was. */
      id?: string;
      /** Where somebody was going who could not sign in. */
      to?: string | null;
    }

    /** What the adapter gives of the connection; nothing when developing. */
    interface Platform {
      req: { readonly socket: { readonly remoteAddress?: string } };
    }

    interface Locals {
      /** The installation's database, open since the start. */
      db: Db;
      /** What is being read in, and was not long ago. */
      jobs: Jobs;
      /** The most that the files of one form may weigh together. */
      uploadLimitMb: number;
      /** Where the installation is read: for links that leave it, in a mail. */
      home: string;
      /** The kommun's own identity provider; null where people sign in by passwords alone. */
      oidc: Provider | null;
      /** Who asks; null for the public. */
      user: User | null;
    }

    interface PageData {
      title?: string;
      /** Who is signed in, as the head of the page says it. */
      signedIn?: {
        readonly name: string;
        readonly hasAccount: boolean;
        readonly managesAccounts: boolean;
        readonly readsLog: boolean;
      } | null;
      kommun?: Kommun;
      namnd?: Namnd;
      /** The nämnd, as links need it. */
      at?: { readonly kommun: string; readonly namnd: string; readonly query: string };
      /** The occasion that is shown; null when nothing is published. */
      occasion?: NamndOccasion | null;
      contents?: {
        readonly hasIndicators: boolean;
        hasReport: boolean;
        readonly activityWord: string | null;
        readonly canReadIn: boolean;
        /** The occasion that is worked with, for those who work here; its title null for none. */
        readonly work: {
          readonly query: string;
          readonly title: string | null;
          readonly canJudge: boolean;
          readonly canPublish: boolean;
        } | null;
      };
    }
  }
}

export {};
