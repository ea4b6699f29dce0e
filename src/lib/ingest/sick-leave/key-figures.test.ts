import { describe, expect, test } from 'vitest';
import { keyFigureOf } from './key-figures.ts';

describe('which of the seven a heading is', () => {
  test.each<[string, string | null]>([
    ['Total sjukfrånvaro', 'N00090 T'],
    ['Sjukfrånvaro', 'N00090 T'],
    ['Sjukfrånvaro totalt (%)', 'N00090 T'],
    ['Totalt', 'N00090 T'],
    ['varav 60 dagar eller mer', 'N00091 T'],
    ['Varav långtidssjukfrånvaro, 60 dagar eller mer', 'N00091 T'],
    ['- varav långtid (>60 dagar)', 'N00091 T'],
    ['Sjukfrånvaro rullande 12 mån', 'N00090 T'],
    ['Andel långtidsfriska', null],
    ['Andel långtidssjuka', null],
    ['Långtidssjukfrånvaro', 'N00091 T'],
    ['Andel av total sjukfrånvaro ≥60 dagar', 'N00091 T'],
    ['Andel av sjukfrånvaron som är över 59 dagar', null],
    ['Sjukfrånvaro mer än 59 dagar', 'N00091 T'],
    ['Kvinnor', 'N00090 K'],
    ['Sjukfrånvaro för män, %', 'N00090 M'],
    ['29 år eller yngre', 'N00092 T'],
    ['≤29 år', 'N00092 T'],
    ['<30', 'N00092 T'],
    ['-29 år', 'N00092 T'],
    ['Anställda under 30 år', 'N00092 T'],
    ['30–49 år', 'N00093 T'],
    ['Sjukfrånvaro åldersgrupp 30-49 år', 'N00093 T'],
    ['50 år eller äldre', 'N00094 T'],
    ['50+', 'N00094 T'],
    ['50 år och uppåt', 'N00094 T'],
    ['>49 år', 'N00094 T'],
    ['50-', 'N00094 T'],
    ['Kvinnor 30–49 år', null],
    ['Kvinnor 60 dagar eller mer', null],
    ['Korttidssjukfrånvaro', null],
    ['Sjukfrånvaro i timmar', null],
    ['Sjukfrånvarokostnad', null],
    ['Andel', null],
    ['', null],
  ])('%s: %s', (heading, figure) => {
    const found = keyFigureOf(heading);
    expect(found && `${found.kpi} ${found.sex}`).toBe(figure);
  });
});
