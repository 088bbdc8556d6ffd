import { useEffect, useRef } from 'react';
import { useSetting } from './settings';

export type Shortcuts = Record<string, () => void>;

const textual = new Set(['text', 'search', 'email', 'password', 'number']);

function isTyping(target: EventTarget | null): boolean {
  if (target instanceof HTMLInputElement) {
    return textual.has(target.type);
  }
  return target instanceof HTMLTextAreaElement || (target instanceof Element && target.closest('[role=menu]') !== null);
}

const dialogIsOpen = () => document.querySelector('[role=dialog], [role=alertdialog]') !== null;

/** Single keys, lower case. They rest while someone types, while a dialog is open, and when switched off (WCAG 2.1.4). */
export function useShortcuts(shortcuts: Shortcuts, active = true): void {
  const enabled = useSetting('shortcuts') === 'on' && active;
  const current = useRef(shortcuts);
  useEffect(() => {
    current.current = shortcuts;
  });
  useEffect(() => {
    if (!enabled) {
      return undefined;
    }
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || event.repeat) {
        return;
      }
      if (isTyping(event.target) || dialogIsOpen()) {
        return;
      }
      if (event.key === 'Enter' && event.target instanceof Element && event.target.closest('a, button, summary') !== null) {
        return;
      }
      const action = current.current[event.key.toLowerCase()];
      if (action !== undefined) {
        event.preventDefault();
        action();
      }
    };
    document.addEventListener('keydown', onKeyDown);
    return () => {
      document.removeEventListener('keydown', onKeyDown);
    };
  }, [enabled]);
}
