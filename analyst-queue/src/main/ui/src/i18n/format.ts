import i18next from 'i18next';
import { language } from './index';

const locale = () => (language() === 'en' ? 'en-GB' : 'nl-NL');

type Unit = 'day' | 'hour' | 'minute' | 'second';

const sizes: [Unit, number][] = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
  ['second', 1000],
];

/** The largest two neighbouring units that are not both nothing; 0 seconds when there is nothing. */
function largestUnits(milliseconds: number): [Unit, number][] {
  let rest = Math.max(0, milliseconds);
  const counts = sizes.map(([unit, size]): [Unit, number] => {
    const count = Math.floor(rest / size);
    rest -= count * size;
    return [unit, count];
  });
  const first = counts.findIndex(([, count]) => count > 0);
  if (first === -1) {
    return [['second', 0]];
  }
  return counts.slice(first, first + 2).filter(([, count], position) => position === 0 || count > 0);
}

function joined(milliseconds: number, display: 'long' | 'short'): string[] {
  return largestUnits(milliseconds).map(([unit, count]) =>
    new Intl.NumberFormat(locale(), { style: 'unit', unit, unitDisplay: display }).format(count),
  );
}

/** For example `5 uur en 10 minuten`. */
export function durationInWords(milliseconds: number): string {
  return new Intl.ListFormat(locale(), { type: 'conjunction' }).format(joined(milliseconds, 'long'));
}

/** For example `5 u 10 min`. */
export function shortDuration(milliseconds: number): string {
  return joined(milliseconds, 'short').join(' ');
}

/** Minutes and seconds, for something that runs out soon. */
export function countdown(milliseconds: number): string {
  const seconds = Math.max(0, Math.ceil(milliseconds / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

export function dateTime(iso: string): string {
  return new Intl.DateTimeFormat(locale(), { weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' }).format(new Date(iso));
}

export function time(iso: string): string {
  return new Intl.DateTimeFormat(locale(), { hour: '2-digit', minute: '2-digit' }).format(new Date(iso));
}

export function exactDateTime(iso: string): string {
  return new Intl.DateTimeFormat(locale(), { dateStyle: 'short', timeStyle: 'medium' }).format(new Date(iso));
}

export function whole(value: number): string {
  return new Intl.NumberFormat(locale(), { maximumFractionDigits: 0 }).format(value);
}

export function decimal(value: number, digits: number): string {
  return new Intl.NumberFormat(locale(), { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(value);
}

export function signedKilograms(value: number): string {
  const number = new Intl.NumberFormat(locale(), { maximumFractionDigits: 0, signDisplay: 'exceptZero' }).format(value).replace('-', '−');
  return `${number} ${i18next.t('unit.kg')}`;
}

export function percent(share: number, digits = 1): string {
  return new Intl.NumberFormat(locale(), { style: 'percent', minimumFractionDigits: digits, maximumFractionDigits: digits }).format(share);
}

export function kilograms(value: number): string {
  return `${whole(value)} ${i18next.t('unit.kg')}`;
}

/** The country of a UN/LOCODE or of a two-letter code, in the language chosen; null when it is none. */
export function country(code: string): string | null {
  const letters = code.slice(0, 2).toUpperCase();
  if (!/^[A-Z]{2}$/.test(letters)) {
    return null;
  }
  const name = new Intl.DisplayNames([locale()], { type: 'region', fallback: 'none' }).of(letters);
  return name ?? null;
}

/** A UN/LOCODE by its name where that is known, with its country. */
export function placeName(code: string, name: string | null): string {
  const land = country(code);
  return `${name ?? code}${land === null ? '' : ` (${land})`}`;
}
