import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { decisions } from '../api/types';
import { en } from './en';
import { nl } from './nl';

function flat(texts: object, before = ''): Map<string, string> {
  return new Map(
    Object.entries(texts).flatMap(([key, value]: [string, unknown]) =>
      typeof value === 'object' && value !== null ? [...flat(value, `${before}${key}.`)] : [[`${before}${key}`, String(value)] as [string, string]],
    ),
  );
}

const dutch = flat(nl);
const english = flat(en);
const blanks = (text: string | undefined) => (text?.match(/\{\{\w+\}\}/g) ?? []).sort();

describe('texts', () => {
  it('have the same keys in both languages', () => {
    expect([...english.keys()].sort()).toEqual([...dutch.keys()].sort());
  });

  it('are never empty and have the same blanks to fill in', () => {
    for (const [key, text] of dutch) {
      expect(text.trim(), key).not.toBe('');
      expect(english.get(key)?.trim(), key).not.toBe('');
      expect(blanks(english.get(key)), key).toEqual(blanks(text));
    }
  });

  it('exist for every decision', () => {
    for (const decision of decisions) {
      expect(dutch.has(`decision.label.${decision}`) && dutch.has(`decision.explain.${decision}`), decision).toBe(true);
    }
  });

  it('exist where a page asks for them', () => {
    const pages = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file) && !file.includes('.test.'));
    const asked = pages.flatMap((file) => [...readFileSync(`src/${file}`, 'utf8').matchAll(/\bt\((?:[^'"`()]*\? )?'([\w.]+)'/g)].map(([, key]) => key ?? ''));
    expect(asked.length).toBeGreaterThan(100);
    expect(asked.filter((key) => !dutch.has(key) && !dutch.has(`${key}_other`))).toEqual([]);
  });
});
