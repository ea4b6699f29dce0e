import type { Result } from '#lib/domain/result.ts';
import { parseJson } from '../parse-json.ts';
import type { JsonProblem } from '../parse-json.ts';
import { planFile } from './file.ts';
import type { PlanFile } from './file.ts';

export type PlanProblem = JsonProblem;

/** Reads the text of a plan file. Gives every problem of form back; plan-check finds the others. */
export const parsePlanFile = (json: string): Result<PlanFile, readonly PlanProblem[]> =>
  parseJson(planFile, json);
