import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { en } from './en';
import { nl } from './nl';

export const languages = ['nl', 'en'] as const;
export type Language = (typeof languages)[number];

const kept = 'bovenstrooms.language';

export function language(): Language {
  return i18next.language === 'en' ? 'en' : 'nl';
}

export function chooseLanguage(chosen: Language): void {
  localStorage.setItem(kept, chosen);
  void i18next.changeLanguage(chosen);
}

/** The first language of ours that the browser's list of preferences names; Dutch where it names none. */
export function preferred(tags: readonly string[]): Language {
  const named = tags.map((tag) => languages.find((known) => tag.toLowerCase().split('-')[0] === known));
  return named.find((known) => known !== undefined) ?? 'nl';
}

i18next.on('languageChanged', (chosen) => {
  document.documentElement.lang = chosen;
});

void i18next.use(initReactI18next).init({
  resources: { nl: { translation: nl }, en: { translation: en } },
  lng: languages.find((known) => known === localStorage.getItem(kept)) ?? preferred(navigator.languages),
  fallbackLng: 'nl',
  interpolation: { escapeValue: false },
});
