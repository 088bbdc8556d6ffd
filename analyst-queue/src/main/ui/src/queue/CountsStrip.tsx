import { useTranslation } from 'react-i18next';
import { shortDuration, whole } from '../i18n/format';
import { useNow } from '../shell/useNow';
import type { LiveCounts } from './useCounts';
import { pressureOf } from './waiting';

/** The counts in one quiet line, where the work itself needs the room. */
export function CountsStrip({ counts: { counts, live } }: { counts: LiveCounts }) {
  const { t } = useTranslation();
  const now = useNow(10_000);
  if (counts === null) {
    return null;
  }
  const { oldest, deadline } = pressureOf(counts, now);
  return (
    <ul className="strip" aria-label={t('queue.title')} data-testid="counts-strip">
      <li>
        {t('queue.waiting')} <b>{whole(counts.waiting)}</b>
      </li>
      <li>
        {t('queue.secondReadings')} <b>{whole(counts.secondReadings)}</b>
      </li>
      {oldest !== null && (
        <li>
          {t('queue.oldest')} <b>{shortDuration(oldest)}</b>
        </li>
      )}
      {deadline !== null && (
        <li>
          {t('queue.deadline')} <b>{deadline <= 0 ? t('queue.passed') : shortDuration(deadline)}</b>
        </li>
      )}
      {counts.unreadAlarm && <li className="strip__alarm">{t('queue.alarmShort')}</li>}
      {!live && <li className="strip__stale">{t('queue.staleShort')}</li>}
    </ul>
  );
}
