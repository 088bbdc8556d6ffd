import { beforeEach, describe, expect, it, vi } from 'vitest';
import { countdown, country, durationInWords, shortDuration, signedKilograms } from './format';
import { chooseLanguage, language, preferred } from './index';

const plain = (text: string) => text.replace(/\s/g, ' ');
const minute = 60_000;
const hour = 60 * minute;

describe.each([
  ['nl', ['0 seconden', '59 seconden', '1 minuut', '5 uur en 10 minuten', '5 uur', '2 dagen en 3 uur'], '+1.920 kg', 'Brazilië'],
  ['en', ['0 seconds', '59 seconds', '1 minute', '5 hours and 10 minutes', '5 hours', '2 days and 3 hours'], '+1,920 kg', 'Brazil'],
] as const)('in %s', (chosen, durations, weight, brazil) => {
  beforeEach(() => {
    chooseLanguage(chosen);
  });

  it('tells a duration in at most two units', () => {
    const given = [-5, 59_999, minute, 5 * hour + 10 * minute + 59_000, 5 * hour + 30_000, 51 * hour + 5 * minute];
    expect(given.map((each) => plain(durationInWords(each)))).toEqual(durations);
  });

  it('tells differences with their sign, and names countries', () => {
    expect(plain(signedKilograms(1920))).toBe(weight);
    expect(country('BRSSZ')).toBe(brazil);
    expect(country('??')).toBeNull();
  });

  it('remembers the language', () => {
    expect(language()).toBe(chosen);
    expect(localStorage.getItem('bovenstrooms.language')).toBe(chosen);
    expect(document.documentElement.lang).toBe(chosen);
  });
});

it('opens in the first language of ours that the browser prefers, and in Dutch where it names none', () => {
  expect(preferred(['fr-BE', 'en-GB', 'nl-BE'])).toBe('en');
  expect(preferred(['NL', 'en'])).toBe('nl');
  expect(preferred(['de-DE', 'nld'])).toBe('nl');
  expect(preferred([])).toBe('nl');
});

it('opens in what was chosen by hand, whatever the browser prefers', async () => {
  vi.stubGlobal('navigator', { languages: ['en-US'] });
  const opened = async () => {
    vi.resetModules();
    return (await import('./index')).language();
  };
  expect(await opened()).toBe('en');
  localStorage.setItem('bovenstrooms.language', 'nl');
  expect(await opened()).toBe('nl');
  vi.unstubAllGlobals();
});

it('is short where there is little room', () => {
  chooseLanguage('nl');
  expect(plain(shortDuration(90 * minute))).toMatch(/^1 u(ur)? 30 min$/);
});

it('counts down in minutes and seconds', () => {
  expect([119_200, 61_000, -5].map(countdown)).toEqual(['2:00', '1:01', '0:00']);
});
