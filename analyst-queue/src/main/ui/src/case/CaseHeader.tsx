import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { CaseFile, Deadline } from '../api/types';
import { countdown, dateTime, durationInWords } from '../i18n/format';
import { useNow } from '../shell/useNow';
import { timeLeft, urgencyOf } from './deadline';
import type { LeaseState } from './lease';

interface Props {
  file: CaseFile;
  lease: LeaseState;
  left: number;
  onRelease: () => void;
}

/** Which container it is, how long it can still be stopped, and how long the case is yours. */
export function CaseHeader({ file, lease, left, onRelease }: Props) {
  const { t } = useTranslation();
  const { containerNumber, checkDigit, containersInScan } = file;
  return (
    <header className="case-header">
      <div className="case-header__top">
        <h1 data-testid="container-number">{containerNumber ?? t('case.noNumber')}</h1>
        <Lease lease={lease} left={left} />
        <Button className="button button--small" onPress={onRelease} data-testid="release">
          {t('case.release')} <kbd aria-hidden="true">R</kbd>
        </Button>
      </div>
      <p className="case-header__facts">
        {checkDigit != null && (
          <span className={checkDigit === 'CORRECT' ? 'good' : 'warn'} data-testid="check-digit">
            {checkDigit === 'CORRECT' ? '✓' : '!'} {t(`case.checkDigit.${checkDigit}`)}
          </span>
        )}
        {containersInScan > 1 && <span className="quiet">{t('case.position', { position: file.containerIndex + 1, count: containersInScan })}</span>}
        <span className="quiet" data-testid="reference">{t('case.reference', { reference: file.reference })}</span>
      </p>
      <DeadlineLine deadline={file.deadline} />
      {file.purpose === 'SECOND_READING' && (
        <p className="badge" data-testid="second-reading">
          <b>{t('case.secondReading')}</b> {t('case.secondReadingHint')}
        </p>
      )}
    </header>
  );
}

/** Renewed every second, but read out only when its meaning changes. */
function Lease({ lease, left }: { lease: LeaseState; left: number }) {
  const { t } = useTranslation();
  const time = countdown(left);
  const counts = lease.phase === 'HELD' || lease.phase === 'UNSURE';
  return (
    <span className={`lease lease--${lease.phase.toLowerCase()}`} title={t(`lease.text.${lease.phase}`, { time })} data-testid="lease" data-phase={lease.phase}>
      <span role="status">{t(`lease.state.${lease.phase}`)}</span> {counts && <span aria-hidden="true">{time}</span>}
    </span>
  );
}

function DeadlineLine({ deadline }: { deadline: Deadline }) {
  const { t } = useTranslation();
  const now = useNow();
  const left = timeLeft(deadline, now);
  const urgency = urgencyOf(left);
  return (
    <p className={`deadline deadline--${urgency.toLowerCase()}`} data-testid="deadline" data-urgency={urgency}>
      {left === null || deadline.at == null ? (
        <b>{t('case.noDeadline')}</b>
      ) : (
        <>
          <span>{t(`moment.${deadline.kind}`)}</span>{' '}
          <b>{left > 0 ? t('case.timeLeft', { time: durationInWords(left) }) : t('case.timeOver', { time: durationInWords(-left) })}</b>{' '}
          <small>{dateTime(deadline.at)}</small>
        </>
      )}
      {deadline.missing.length > 0 && (
        <small className="deadline__missing">{t('case.missing', { moments: deadline.missing.map((moment) => t(`moment.${moment}`).toLowerCase()).join(', ') })}</small>
      )}
    </p>
  );
}
