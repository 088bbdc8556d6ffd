import { signInPath } from '../api/client';

const askedKey = 'bovenstrooms.sign-in-asked';
const leftKey = 'bovenstrooms.signed-out';

/** A sign-in that brings nobody in must not be tried again and again. */
const patience = 15_000;

export type Arrival = 'SIGNED_OUT' | 'SIGN_IN_FAILED' | 'GO_SIGN_IN';

/** What to do when the first call says that nobody is signed in. */
export function arrival(now: number): Arrival {
  if (sessionStorage.getItem(leftKey) !== null) {
    sessionStorage.removeItem(leftKey);
    return 'SIGNED_OUT';
  }
  const asked = Number(sessionStorage.getItem(askedKey) ?? Number.NEGATIVE_INFINITY);
  if (now - asked < patience) {
    sessionStorage.removeItem(askedKey);
    return 'SIGN_IN_FAILED';
  }
  sessionStorage.setItem(askedKey, String(now));
  return 'GO_SIGN_IN';
}

export function noteSignOut(): void {
  sessionStorage.setItem(leftKey, 'yes');
}

export function noteSignedIn(): void {
  sessionStorage.removeItem(askedKey);
  sessionStorage.removeItem(leftKey);
}

export function goSignIn(): void {
  window.location.assign(signInPath(window.location.pathname));
}
