import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { dateTime, shortDuration, whole } from '../i18n/format';
import { useNow } from '../shell/useNow';
import type { LiveCounts } from './useCounts';
import { pressureOf } from './waiting';

export function CountTiles({ counts: { counts, live } }: { counts: LiveCounts }) {
  const { t } = useTranslation();
  const now = useNow();
  const pressure = counts === null ? null : pressureOf(counts, now);
  const number = (value: number | undefined) => (value === undefined ? null : whole(value));
  let deadline: string | null = null;
  if (pressure !== null) {
    const left = pressure.deadline;
    deadline = left === null ? t('queue.none') : left <= 0 ? t('queue.passed') : shortDuration(left);
  }
  let oldest: string | null = null;
  if (pressure !== null) {
    oldest = pressure.oldest === null ? t('queue.none') : shortDuration(pressure.oldest);
  }
  return (
    <section className="queue" aria-labelledby="queue">
      <div className="queue__heading">
        <h2 id="queue">{t('queue.title')}</h2>
        <span className={live ? 'pulse pulse--live' : 'pulse'} role="status" data-testid="live" data-live={live}>
          {live ? t('queue.live') : t('queue.stale')}
        </span>
      </div>
      {counts?.unreadAlarm === true && (
        <p className="queue__alarm" role="status" data-testid="unread-alarm">
          {t('queue.alarm')}
        </p>
      )}
      <dl className="tiles">
        <Tile name="waiting" label={t('queue.waiting')} hint={t('queue.waitingHint')} value={number(counts?.waiting)} strong />
        <Tile name="second-readings" label={t('queue.secondReadings')} hint={t('queue.secondReadingsHint')} value={number(counts?.secondReadings)} />
        <Tile name="claimed" label={t('queue.claimed')} hint={t('queue.claimedHint')} value={number(counts?.claimed)} />
        <Tile name="decided" label={t('queue.decided')} hint={t('queue.decidedHint')} value={number(counts?.decidedToday)} />
        <Tile
          name="oldest"
          label={t('queue.oldest')}
          hint={counts?.oldestWaitingSince == null ? '' : t('queue.since', { time: dateTime(counts.oldestWaitingSince) })}
          value={oldest}
          alarm={counts?.unreadAlarm === true}
        />
        <Tile
          name="deadline"
          label={t('queue.deadline')}
          hint={counts?.nextDeadline == null ? '' : t('queue.at', { time: dateTime(counts.nextDeadline) })}
          value={deadline}
          alarm={counts?.unreadAlarm === true}
        />
      </dl>
    </section>
  );
}

interface TileProps {
  name: string;
  label: string;
  hint: string;
  value: ReactNode;
  strong?: boolean;
  alarm?: boolean;
}

function Tile({ name, label, hint, value, strong = false, alarm = false }: TileProps) {
  return (
    <div className={`tile${strong ? ' tile--strong' : ''}${alarm ? ' tile--alarm' : ''}`} data-testid={`count-${name}`}>
      <dt>{label}</dt>
      <dd>
        <span className="tile__value">{value ?? '–'}</span>
        <span className="tile__hint">{hint}</span>
      </dd>
    </div>
  );
}
