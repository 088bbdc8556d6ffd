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

i18next.on('languageChanged', (chosen) => {
  document.documentElement.lang = chosen;
});

void i18next.use(initReactI18next).init({
  resources: { nl: { translation: nl }, en: { translation: en } },
  lng: localStorage.getItem(kept) === 'en' ? 'en' : 'nl',
  fallbackLng: 'nl',
  interpolation: { escapeValue: false },
});
