-- Locked by mistake: the nämnd has not decided it. The step back to publicerat says so, with why; what was frozen stays.
DROP TRIGGER namnd_occasion_steps;
--> statement-breakpoint
CREATE TRIGGER namnd_occasion_steps BEFORE UPDATE OF phase ON namnd_occasion
  WHEN (OLD.phase || ' ' || NEW.phase) NOT IN ('oppet publicerat', 'publicerat last', 'publicerat oppet', 'last oppet', 'last publicerat')
  BEGIN SELECT RAISE(ABORT, 'an occasion goes step by step'); END;
--> statement-breakpoint
CREATE TRIGGER phase_change_unlocks BEFORE INSERT ON phase_change
  WHEN NEW.phase = 'publicerat' AND length(trim(coalesce(NEW.reason, ''))) = 0
    AND (SELECT phase FROM phase_change WHERE namnd = NEW.namnd AND occasion = NEW.occasion ORDER BY id DESC LIMIT 1) = 'last'
  BEGIN SELECT RAISE(ABORT, 'what is taken back has a reason'); END;
--> statement-breakpoint
-- An occasion that a nämnd has decided is what it was called then, and reaches as far.
CREATE TRIGGER occasion_decided_stays BEFORE UPDATE OF kommun, key, kind, title, year, cutoff_on ON occasion
  WHEN EXISTS (SELECT 1 FROM settlement WHERE occasion = OLD.id)
  BEGIN SELECT RAISE(ABORT, 'a decided occasion stays'); END;
--> statement-breakpoint
-- Its ceilings are said while it is open, and changed no later.
CREATE TRIGGER ceiling_changes_in_time BEFORE UPDATE ON ceiling
  WHEN (SELECT phase FROM namnd_occasion WHERE namnd = OLD.namnd AND occasion = OLD.occasion) IS NOT 'oppet'
  BEGIN SELECT RAISE(ABORT, 'the occasion is closed'); END;
--> statement-breakpoint
CREATE TRIGGER ceiling_goes_in_time BEFORE DELETE ON ceiling
  WHEN (SELECT phase FROM namnd_occasion WHERE namnd = OLD.namnd AND occasion = OLD.occasion) IS NOT 'oppet'
  BEGIN SELECT RAISE(ABORT, 'the occasion is closed'); END;
