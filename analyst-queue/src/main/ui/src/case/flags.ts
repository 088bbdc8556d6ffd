import type { CaseFile } from '../api/types';

/** Told elsewhere on the screen: check digit in the head of the case, missing moments with the deadline. */
const toldElsewhere = new Set(['CHECK_DIGIT_WRONG', 'NUMBER_UNREADABLE', 'CUT_OFF_MISSING', 'ETA_MISSING']);

export function flagsOf({ scan, manifest, checkDigit }: Pick<CaseFile, 'scan' | 'manifest' | 'checkDigit'>): string[] {
  const told = scan.flags.filter((flag) => !toldElsewhere.has(flag) || (flag.startsWith('CHECK_DIGIT') && checkDigit === 'CORRECT'));
  return [...(manifest.contingency ? ['CONTINGENCY'] : []), ...(manifest.correctionOf == null ? [] : ['CORRECTION']), ...told];
}
