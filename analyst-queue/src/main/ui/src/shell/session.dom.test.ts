import { expect, it } from 'vitest';
import { arrival, noteSignOut, noteSignedIn } from './session';

it('sends a stranger to sign in', () => {
  expect(arrival(0)).toBe('GO_SIGN_IN');
});

it('does not go round in circles when signing in brings nobody in', () => {
  expect([arrival(1000), arrival(3000), arrival(4000)]).toEqual(['GO_SIGN_IN', 'SIGN_IN_FAILED', 'GO_SIGN_IN']);
  expect(arrival(19_000)).toBe('GO_SIGN_IN');
});

it('leaves alone who signed out just now', () => {
  noteSignOut();
  expect(arrival(0)).toBe('SIGNED_OUT');
});

it('starts afresh once someone was in', () => {
  arrival(1000);
  noteSignedIn();
  expect(arrival(2000)).toBe('GO_SIGN_IN');
});
