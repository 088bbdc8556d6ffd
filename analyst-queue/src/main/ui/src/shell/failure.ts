import i18next from 'i18next';
import type { ApiError } from '../api/problem';

const known = new Set([
  'image-not-opened',
  'lease-lost',
  'decision-not-possible',
  'not-from-our-page',
  'too-many-requests',
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
      if (known.has(failure.kind)) {
        return i18next.t(`failure.kind.${failure.kind}`, { detail: failure.detail });
      }
      return failure.status === 403 ? i18next.t('failure.forbidden') : i18next.t('failure.refused', { detail: failure.detail });
  }
}
