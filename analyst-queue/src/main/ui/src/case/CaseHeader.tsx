import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { CaseFile, Deadline } from '../api/types';
import { countdown, dateTime, durationInWords } from '../i18n/format';
import { useNow } from '../shell/useNow';
import { timeLeft, urgencyOf } from './deadline';
import type { LeaseWord } from './lease';

interface Props {
  file: CaseFile;
  word: LeaseWord;
  left: number;
  onRelease: () => void;
}

/** Which container it is, how long it can still be stopped, and how long the case is yours. */
export function CaseHeader({ file, word, left, onRelease }: Props) {
  const { t } = useTranslation();
  const { containerNumber, checkDigit, containersInScan } = file;
  return (
    <header className="case-header">
      <div className="case-header__top">
        <h1 data-testid="container-number">{containerNumber ?? t('case.noNumber')}</h1>
        <Lease word={word} left={left} />
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

/** Time runs on the screen only when it matters: a clock that is set back all the time makes restless. */
function Lease({ word, left }: { word: LeaseWord; left: number }) {
  const { t } = useTranslation();
  const runs = word === 'ENDING' || word === 'UNSURE';
  return (
    <span className={`lease lease--${word.toLowerCase()}`} title={t(`lease.text.${word}`, { time: runs ? countdown(left) : '' })} data-testid="lease" data-phase={word}>
      <span role="status">{t(`lease.state.${word}`)}</span> {runs && <span aria-hidden="true">{countdown(left)}</span>}
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
