import type { Decision } from '../api/types';

/** Characters, once the blanks around it are gone. */
export const shortestNote = 10;

export const needsNote = (decision: Decision | null) => decision !== null && decision !== 'NO_FINDING';

export const noteTooShort = (decision: Decision | null, note: string) => needsNote(decision) && note.trim().length < shortestNote;

/** Stops or opens a container, or calls others in: asked once more. The rest goes straight through to the next case. */
const serious = new Set<Decision>(['INSPECT_AT_ORIGIN', 'RECOMMEND_DO_NOT_LOAD', 'CONTROL_ON_ARRIVAL', 'ESCALATE']);

export const isSerious = (decision: Decision) => serious.has(decision);
