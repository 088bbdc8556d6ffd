import { useSyncExternalStore } from 'react';

/** Choices of this user in this browser. */
interface Settings {
  theme: 'system' | 'light' | 'dark';
  shortcuts: 'on' | 'off';
  details: 'shown' | 'hidden';
}

export const themes = ['system', 'light', 'dark'] as const;

const defaults: Settings = { theme: 'system', shortcuts: 'on', details: 'shown' };
const allowed: { [Name in keyof Settings]: readonly Settings[Name][] } = {
  theme: themes,
  shortcuts: ['on', 'off'],
  details: ['shown', 'hidden'],
};
const listeners = new Set<() => void>();
const keyOf = (name: keyof Settings) => `bovenstrooms.${name}`;

function read<Name extends keyof Settings>(name: Name): Settings[Name] {
  const kept = localStorage.getItem(keyOf(name));
  return allowed[name].find((value) => value === kept) ?? defaults[name];
}

export function choose<Name extends keyof Settings>(name: Name, value: Settings[Name]): void {
  localStorage.setItem(keyOf(name), value);
  applyTheme();
  listeners.forEach((listener) => {
    listener();
  });
}

export function applyTheme(): void {
  const theme = read('theme');
  document.documentElement.style.colorScheme = theme === 'system' ? 'light dark' : theme;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useSetting<Name extends keyof Settings>(name: Name): Settings[Name] {
  return useSyncExternalStore(subscribe, () => read(name));
}
