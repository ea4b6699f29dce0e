-- Who signs in by the kommun's own identity provider. Written by hand: a generated rebuild drops STRICT and triggers.
-- The provider's own name of somebody: a subject means something only together with who issued it.
ALTER TABLE person ADD COLUMN oidc_issuer TEXT CHECK (oidc_issuer <> '');
--> statement-breakpoint
ALTER TABLE person ADD COLUMN oidc_subject TEXT CHECK (oidc_subject <> '' AND (oidc_issuer IS NULL) = (oidc_subject IS NULL));
--> statement-breakpoint
CREATE UNIQUE INDEX person_oidc ON person (oidc_issuer, oidc_subject);
--> statement-breakpoint
-- Given by what the provider says of somebody, and ended by it; else by hand.
ALTER TABLE role_grant ADD COLUMN is_claimed INTEGER NOT NULL DEFAULT 0 CHECK (is_claimed IN (0, 1));
