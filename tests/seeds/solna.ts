import { PLAIN } from './board.ts';
import type { Board } from './board.ts';

export const solna: Board = {
  ...PLAIN,
  slug: 'solna',
  reports: [['socialnamnden', 'ar-2021', '2022-02-21']],
  levels: { namndmal: 'fullmaktige/namndmal', kf_uppdrag: 'fullmaktige/uppdrag' },
  activityLevel: 'verksamhetsplan/viktig-aktivitet',
  steps: { uppfylls: 'Målet uppfylls i år', slutfort: 'Uppdraget är slutfört' },
  // The overviews before the goals and before the uppdrag.
  again: { 'nm-1': 160, 'nm-2': 161, 'nm-3': 162, 'nm-4': 163, 'up-1': 244 },
};
