import i18next from 'i18next';
import type { ApiError } from '../api/problem';
import { language } from '../i18n';

const known = new Set([
  'image-not-opened',
  'lease-lost',
  'case-changed',
  'decision-not-possible',
  'not-from-our-page',
]);

/** What went wrong and what to do about it, in the language chosen. */
export function failureText(failure: ApiError): string {
  switch (failure.reason) {
    case 'OFFLINE':
      return i18next.t('failure.offline');
    case 'SESSION':
      return i18next.t('session.endedText');
    case 'SERVER':
      return i18next.t('failure.server', { status: failure.status });
    case 'REFUSED':
      return refusalText(failure);
  }
}

function refusalText({ kind, status, detail, why }: ApiError): string {
  const told = why === null ? detail : why[language()];
  if (known.has(kind)) {
    return i18next.t(`failure.kind.${kind}`, { detail: told });
  }
  return status === 403 ? i18next.t('failure.forbidden') : i18next.t('failure.refused', { detail: told });
}
