import type { Subject } from '#lib/domain/judgement.ts';
import { invariant } from '#lib/domain/result.ts';
import { asBy } from '../db/actor.ts';
import type { Actor } from '../db/actor.ts';
import * as activities from '../db/activities.ts';
import type { Db } from '../db/client.ts';
import * as goals from '../db/goals.ts';
import * as groups from '../db/groups.ts';
import * as indicators from '../db/indicators.ts';
import * as judgements from '../db/judgements.ts';
import * as kommuner from '../db/kommuner.ts';
import * as measures from '../db/measures.ts';
import * as namnder from '../db/namnder.ts';
import * as occasions from '../db/occasions.ts';
import * as phaseChanges from '../db/phase-changes.ts';
import * as places from '../db/places.ts';
import * as plans from '../db/plans.ts';
import * as reportTemplates from '../db/report-templates.ts';
import * as roles from '../db/roles.ts';
import * as scales from '../db/scales.ts';
import { write } from '../db/write.ts';
import { contentsOf } from './contents.ts';
import type { PlanFile } from './file.ts';
import { idOf, idOrNull, noIds } from './ids.ts';
import type { Into } from './ids.ts';
import { scaleOf, subjectOf } from './subject.ts';

function insertFrame({ db, kommun, ids }: Into, file: PlanFile): void {
  file.namnder.forEach((row, position) =>
    ids.namnd.set(row.slug, namnder.insert(db, { ...row, kommun, position })),
  );
  for (const row of file.roles) ids.role.set(row.code, roles.insert(db, { ...row, kommun }));
  for (const { steps, ...scale } of file.scales) {
    const asSteps = steps.map(({ word, wordForecast, ...step }) => ({
      ...step,
      word: { outcome: word, forecast: wordForecast },
    }));
    ids.scale.set(scale.key, scales.insert(db, kommun, { ...scale, steps: asSteps }));
  }
  for (const { forecasts: _forecasts, ...row } of file.occasions) {
    ids.occasion.set(row.key, occasions.insert(db, { ...row, kommun }));
  }
  for (const { key, forecasts } of file.occasions) {
    if (forecasts !== null) {
      occasions.forecast(db, idOf(ids.occasion, key), idOf(ids.occasion, forecasts));
    }
  }
}

/** Kolada's are everybody's: the one that is there, else a new one for all. */
function insertMeasures({ db, kommun, ids }: Into, file: PlanFile): void {
  for (const row of file.measures) {
    const isShared = row.source === 'kolada';
    const known = isShared ? measures.readShared(db, row.code) : undefined;
    const owner = isShared ? null : kommun;
    ids.measure.set(row.code, known?.id ?? measures.insert(db, { ...row, kommun: owner }));
  }
}

function insertGroups({ db, kommun }: Into, file: PlanFile): void {
  for (const { members, ...row } of file.groups) {
    const ids = members.map((code) => {
      const place = places.readKommun(db, code);
      invariant(place, `${code} is a kommun`);
      return place.id;
    });
    groups.insert(db, { ...row, kommun }, ids);
  }
}

/**
 * Units, each after the one it lies under; those that name none lie right under the kommun. Groups
 * are everybody's: the one that is there, else a new one.
 */
function insertPlaces({ db, kommun, place, ids }: Into, file: PlanFile): void {
  for (const { name, kind, under } of file.places) {
    const parent = under === null ? place : idOf(ids.place, under);
    const id =
      kind === 'group'
        ? (places.readGroup(db, name)?.id ?? places.insert(db, { kind, code: name, name }))
        : places.insert(db, { kind, name, kommun, parent });
    ids.place.set(name, id);
  }
}

type PlanIn = PlanFile['plans'][number];

function insertPlan({ db, kommun, ids }: Into, file: PlanIn): void {
  const { owners, levels, goals: goalsIn, activities: _activities, indicatorScale, ...row } = file;
  const plan = plans.insert(
    db,
    { ...row, kommun, indicatorScale: idOrNull(ids.scale, indicatorScale) },
    owners.map((slug) => idOf(ids.namnd, slug)),
  );
  ids.plan.set(file.key, plan);
  levels.forEach(({ under: _under, scale, ...level }, position) =>
    ids.level.set(
      `${file.key}/${level.key}`,
      plans.insertLevel(db, { ...level, plan, position, scale: idOrNull(ids.scale, scale) }),
    ),
  );
  goalsIn.forEach(
    ({ parents: _parents, namnder: shared, owners: roles, level, ...goal }, position) => {
      const at = idOf(ids.level, `${file.key}/${level}`);
      const id = goals.insert(db, { ...goal, plan, level: at, position });
      ids.goal.set(`${file.key}/${goal.key}`, id);
      roles.forEach((code, index) => goals.giveTo(db, id, idOf(ids.role, code), index));
      for (const slug of shared) goals.shareWith(db, id, idOf(ids.namnd, slug));
    },
  );
}

/** Links between levels and goals, once those of every plan are there. */
function linkPlan({ db, ids }: Into, file: PlanIn): void {
  for (const level of file.levels) {
    for (const above of level.under) {
      plans.allowUnder(db, idOf(ids.level, `${file.key}/${level.key}`), idOf(ids.level, above));
    }
  }
  for (const goal of file.goals) {
    goal.parents.forEach((parent, position) =>
      goals.hangUnder(
        db,
        idOf(ids.goal, `${file.key}/${goal.key}`),
        idOf(ids.goal, parent),
        position,
      ),
    );
  }
}

function insertActivities({ db, ids }: Into, file: PlanIn): void {
  const owner = file.owners[0] ?? '';
  file.activities.forEach((row, position) => {
    const id = activities.insert(db, {
      plan: idOf(ids.plan, file.key),
      level: idOf(ids.level, `${file.key}/${row.level}`),
      key: row.key,
      title: row.title,
      startOn: row.start?.day ?? null,
      startText: row.start?.text ?? null,
      endOn: row.end?.day ?? null,
      endText: row.end?.text ?? null,
      note: row.note,
      source: row.source,
      position,
    });
    ids.activity.set(`${file.key}/${row.key}`, id);
    row.owners.forEach((code, at) => activities.giveTo(db, id, idOf(ids.role, code), at));
    for (const goal of row.goals) activities.hangUnder(db, id, idOf(ids.goal, goal));
    for (const key of row.indicators) {
      activities.follow(db, id, idOf(ids.indicator, `${owner}/${key}`));
    }
  });
  for (const row of file.activities) {
    for (const key of row.related) {
      activities.relate(
        db,
        idOf(ids.activity, `${file.key}/${row.key}`),
        idOf(ids.activity, `${file.key}/${key}`),
      );
    }
  }
}

function insertIndicators({ db, place, ids }: Into, file: PlanFile): void {
  file.indicators.forEach((row, position) => {
    const { namnd, measure, goals: on, breaks, targets, place: unit, ...indicator } = row;
    const about = idOrNull(ids.place, unit);
    const id = indicators.insert(db, {
      ...indicator,
      namnd: idOf(ids.namnd, namnd),
      measure: idOf(ids.measure, measure),
      place: about,
      position,
    });
    ids.indicator.set(`${namnd}/${row.key}`, id);
    for (const goal of on) indicators.hangOn(db, id, idOf(ids.goal, goal));
    for (const one of breaks) indicators.breakAt(db, id, one.from, one.reason);
    for (const { occasion, ...target } of targets) {
      const at = idOrNull(ids.occasion, occasion);
      indicators.insertTarget(db, {
        ...target,
        indicator: id,
        occasion: at,
        place: about ?? place,
      });
    }
  });
}

function insertReport(
  into: Into,
  file: PlanFile,
  report: PlanFile['reports'][number],
  actor: Actor,
  at: string,
): void {
  const { db, place, ids } = into;
  const namnd = idOf(ids.namnd, report.namnd);
  const occasion = idOf(ids.occasion, report.occasion);
  const where = { namnd, occasion };
  const said = { ...asBy(actor), at };
  const subjectIn = (text: string) => {
    const { kind, key } = subjectOf(text, report.namnd);
    const subject: Subject = { kind, id: idOf(ids[kind], key) };
    return { columns: judgements.asColumns(subject), scale: scaleOf(file, report, kind, key) };
  };
  const placeIn = (name: string | null) => idOrNull(ids.place, name) ?? place;
  const stepIn = (scale: string | null | undefined, key: string) => {
    invariant(scale, `what is judged has a scale`);
    return idOf(new Map(scales.stepIds(db, idOf(ids.scale, scale))), key);
  };

  occasions.insertInNamnd(db, { ...where, phase: 'oppet' });
  for (const one of report.judgements) {
    const { columns, scale } = subjectIn(one.subject);
    const id = judgements.insert(db, {
      ...{ ...columns, ...where, ...said },
      place: placeIn(one.place),
      aspect: one.aspect,
      kind: one.said.kind,
      step: one.said.kind === 'step' ? stepIn(scale, one.said.step) : null,
      measuredAt: one.said.kind === 'mats_senare' ? idOf(ids.occasion, one.said.to) : null,
      trend: one.trend,
      reason: one.reason,
      source: one.source,
    });
    invariant(id !== null, `${one.subject} is judged once`);
  }
  for (const { subject, place: unit, ...text } of report.comments) {
    const { columns } = subjectIn(subject);
    const row = { ...columns, ...where, ...said, ...text, place: placeIn(unit) };
    invariant(judgements.insertComment(db, row) !== null, `${subject} has a text once`);
  }
  for (const one of report.ceilings) {
    const { scale } = subjectIn(`goal:${one.goal}`);
    judgements.insertCeiling(db, {
      ...where,
      goal: idOf(ids.goal, one.goal),
      step: stepIn(scale, one.step),
      words: one.words,
      source: one.source,
    });
  }
  const { phase, publishedOn, meetingOn } = report;
  if (phase === 'publicerat') {
    invariant(
      occasions.change(db, where, 0, { phase, publishedOn, meetingOn }),
      'it was just begun',
    );
    phaseChanges.insert(db, { ...where, ...said, phase, publishedOn, meetingOn });
  }
}

/**
 * Puts a checked plan file in as a new kommun, in one transaction. Returns the kommun's id. The file
 * must have passed parsePlanFile and checkPlanFile.
 */
export function importPlan(db: Db, actor: Actor, now: Date, file: PlanFile): number {
  return write(db, actor, now, () => {
    const kommun = kommuner.insert(db, file.kommun);
    const { code, name } = file.kommun;
    const known = places.readKommun(db, code);
    const place = known?.id ?? places.insert(db, { kind: 'kommun', code, name });
    const into: Into = { db, kommun, place, ids: noIds() };

    insertFrame(into, file);
    insertPlaces(into, file);
    insertMeasures(into, file);
    insertGroups(into, file);
    for (const plan of file.plans) insertPlan(into, plan);
    for (const plan of file.plans) linkPlan(into, plan);
    insertIndicators(into, file);
    for (const plan of file.plans) insertActivities(into, plan);
    for (const { kind, ...template } of file.templates)
      reportTemplates.insert(db, { kommun, kind, template });
    for (const report of file.reports) {
      insertReport(into, file, report, actor, now.toISOString());
    }
    return {
      result: kommun,
      change: {
        kommun,
        namnd: null,
        action: 'plan.import',
        entity: 'kommun',
        entityId: code,
        before: null,
        after: contentsOf(file),
        reason: null,
      },
    };
  });
}
