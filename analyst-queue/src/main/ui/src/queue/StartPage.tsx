import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Me } from '../api/types';
import { language } from '../i18n';
import { time } from '../i18n/format';
import { Notice } from '../shell/Notice';
import { failureText } from '../shell/failure';
import { mayAudit, mayRead } from '../shell/roles';
import { useShortcuts } from '../shell/shortcuts';
import { CountTiles } from './CountTiles';
import { LastStepNotice } from './LastStepNotice';
import type { LiveCounts } from './useCounts';
import type { Work } from './useWork';
import { mayHaveChanged } from './waiting';

interface Props {
  me: Me;
  counts: LiveCounts;
  work: Work;
}

export function StartPage({ me, counts, work }: Props) {
  const { t } = useTranslation();
  const reader = mayRead(me.roles);
  const { held, empty } = work;
  const busy = work.resuming || work.claiming;
  const next = () => {
    if (!busy) {
      work.next();
    }
  };
  useShortcuts({ enter: next, n: next }, reader);
  let label = t('start.next');
  if (work.claiming) {
    label = t('start.claiming');
  } else if (held !== null) {
    label = t('start.goOn', { container: held.case.containerNumber ?? held.case.reference });
  }
  let hint = t('start.nextHint');
  if (work.resuming) {
    hint = t('start.resuming');
  } else if (held !== null) {
    hint = t('start.goOnHint');
  }
  return (
    <main id="content" className="start" tabIndex={-1}>
      <h1>{t('start.greeting', { name: me.name })}</h1>
      {work.last !== null && <LastStepNotice last={work.last} />}
      {reader && (
        <section className="start__next" aria-label={t('start.next')}>
          <Button className="button button--primary button--big" isDisabled={busy} onPress={next} data-testid="next-case">
            <span>{label}</span>
            <kbd aria-hidden="true">Enter</kbd>
          </Button>
          <p>{hint}</p>
        </section>
      )}
      {reader && work.failure !== null && !work.claiming && (
        <Notice kind="danger" testId="claim-failed">
          {failureText(work.failure)}
        </Notice>
      )}
      {reader && held === null && !work.claiming && empty !== null && !mayHaveChanged(empty, counts.counts) && (
        <Notice kind="info" title={t('empty.title')} testId="queue-empty">
          <p>{empty.text[language()]}</p>
          {empty.why === 'ALL_CLAIMED' && <p>{t('empty.claimed', { count: empty.claimed })}</p>}
          {empty.nextExpected != null && <p>{t('empty.nextExpected', { time: time(empty.nextExpected) })}</p>}
          <p>{t('empty.watching')}</p>
        </Notice>
      )}
      {!reader && <Notice kind="info">{t('start.readOnly')}</Notice>}
      <CountTiles counts={counts} />
      {mayAudit(me.roles) && (
        <Link className="button start__audit" to="/audit">
          {t('start.audit')}
        </Link>
      )}
    </main>
  );
}
