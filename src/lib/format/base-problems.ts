/** Why a Word template cannot be used, and what to do about it. */
export const BASE_PROBLEM = {
  'not-word': 'Filen är ingen Word-mall. Spara mallen i Word som .docx eller .dotx, utan lösenord.',
  broken:
    'Filen går inte att läsa som en Word-mall. Öppna den i Word och spara den på nytt som .docx.',
  'too-large':
    'Mallen är större än vad Fyren tar emot när den packas upp. Ta bort stora bilder ur den och spara den på nytt.',
  macros: 'Mallen innehåller makron, och de tas inte emot. Spara den i Word som .docx.',
} as const;

export type BaseProblem = keyof typeof BASE_PROBLEM;
