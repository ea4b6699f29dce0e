import { describe, expect, test } from 'vitest';
import { cellText, spelled } from './cell-text.ts';
import type { RawCell } from './cell-text.ts';

describe('a number is spelled with all its digits and none that it has not', () => {
  test.each([
    [0, '0'],
    [-0, '0'],
    [24, '24'],
    [-8.4, '-8,4'],
    [1.234, '1,234'],
    [0.1 + 0.2, '0,3'],
    [3.646929, '3,646929'],
    [123456789012345, '123456789012345'],
    [1e21, '1000000000000000000000'],
    [-2.5e22, '-25000000000000000000000'],
    [1e-7, '0,0000001'],
    [1.5e-10, '0,00000000015'],
    [1e-20, `0,${'0'.repeat(19)}1`],
  ])('%d', (number, text) => expect(spelled(number)).toBe(text));
});

const number = (value: number, format = 'General'): RawCell => ({ type: 'number', value, format });

describe('a cell is written as Excel shows it, exactly', () => {
  test.each<[RawCell, string, boolean]>([
    [number(76.4), '76,4', true],
    [number(45016), '45016', true],
    [number(0.733, '0.0%'), '73,3 %', true],
    [number(0.07, '0%'), '7 %', true],
    [number(45016, 'yyyy-mm-dd'), '2023-03-31', false],
    [number(45016.75, 'yyyy-mm-dd hh:mm'), '2023-03-31', false],
    [number(44927, 'mmm-yy'), '2023-01', false],
    [number(44927, 'yyyy'), '2023', false],
    [number(1, 'yyyy-mm-dd'), '1900-01-01', false],
    [number(59, 'yyyy-mm-dd'), '1900-02-28', false],
    [number(61, 'yyyy-mm-dd'), '1900-03-01', false],
    [number(-5, 'yyyy-mm-dd'), '-5', true],
    [number(2958465, 'yyyy-mm-dd'), '9999-12-31', false],
    [number(2958466, 'yyyy-mm-dd'), '2958466', true],
    [number(1.5625, '[h]:mm'), '37:30', false],
    [number(45016.5625, 'h:mm'), '13:30', false],
    [{ type: 'text', value: 'Ha\u0308rno\u0308sand' }, 'Härnösand', false],
    [{ type: 'truth', value: true }, 'SANT', false],
    [{ type: 'truth', value: false }, 'FALSKT', false],
    [{ type: 'error', value: 0x2a }, '#N/A', false],
    [{ type: 'error', value: 0x07 }, '#DIV/0!', false],
    [{ type: 'error', value: 0x2b }, '#ERROR!', false],
    [{ type: 'error', value: undefined }, '#ERROR!', false],
  ])('%o', (cell, text, isNumber) => expect(cellText(cell, 1900)).toEqual({ text, isNumber }));

  test.each([
    [43554, '2023-03-31'],
    [0, '1904-01-01'],
  ])('day %d of the calendar of 1904', (serial, day) => {
    expect(cellText(number(serial, 'yyyy-mm-dd'), 1904).text).toBe(day);
  });
});
