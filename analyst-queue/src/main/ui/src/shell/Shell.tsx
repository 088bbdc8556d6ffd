import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Suspense, lazy, useEffect, useState } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Navigate, Route, Routes, useLocation } from 'react-router';
import { api, signInPath } from '../api/client';
import { onSessionEnded } from '../api/http';
import { ApiError } from '../api/problem';
import type { Me } from '../api/types';
import { AuditPage } from '../audit/AuditPage';
import { CountsStrip } from '../queue/CountsStrip';
import { StartPage } from '../queue/StartPage';
import { useCounts } from '../queue/useCounts';
import { useWork } from '../queue/useWork';
import { AppDialog } from './AppDialog';
import { Header } from './Header';
import { HelpDialog } from './HelpDialog';
import { SignedOut } from './SignedOut';
import { mayAudit, mayRead } from './roles';
import type { Arrival } from './session';
import { arrival, goSignIn, noteSignedIn } from './session';
import { useShortcuts } from './shortcuts';

/** The viewer is the heavy part; it is fetched while the start page is read. */
const loadCasePage = async () => ({ default: (await import('../case/CasePage')).CasePage });
const CasePage = lazy(loadCasePage);

/** Who is there decides what is shown: the door, or the work. */
export function Shell() {
  const { t } = useTranslation();
  const [help, setHelp] = useState(false);
  const [door, setDoor] = useState<Arrival | null>(null);
  const me = useQuery({ queryKey: ['me'], queryFn: api.me, staleTime: Number.POSITIVE_INFINITY });
  const unknown = me.data === undefined && me.error !== null && ApiError.of(me.error).reason === 'SESSION';
  useEffect(() => {
    if (!unknown) {
      return;
    }
    const next = arrival(Date.now());
    setDoor(next);
    if (next === 'GO_SIGN_IN') {
      goSignIn();
    }
  }, [unknown]);
  useEffect(() => {
    if (me.data !== undefined) {
      noteSignedIn();
      void loadCasePage();
    }
  }, [me.data]);
  useShortcuts({ '?': () => { setHelp(true); } });
  const showHelp = () => { setHelp(true); };

  return (
    <>
      <a
        className="skip"
        href="#content"
        onClick={(event) => {
          event.preventDefault();
          document.getElementById('content')?.focus();
        }}
      >
        {t('app.skip')}
      </a>
      {me.data === undefined ? (
        <>
          <Header me={null} onHelp={showHelp} />
          <Entrance door={unknown ? door : null} failed={me.error !== null && !unknown} onRetry={() => void me.refetch()} />
        </>
      ) : (
        <Inside me={me.data} onHelp={showHelp} />
      )}
      {help && <HelpDialog onClose={() => { setHelp(false); }} />}
    </>
  );
}

function Entrance({ door, failed, onRetry }: { door: Arrival | null; failed: boolean; onRetry: () => void }) {
  const { t } = useTranslation();
  if (failed) {
    return (
      <main id="content" className="centred" role="alert">
        <h1>{t('session.unreachable')}</h1>
        <p>{t('session.unreachableText')}</p>
        <Button className="button button--primary" onPress={onRetry}>
          {t('app.retry')}
        </Button>
      </main>
    );
  }
  if (door === 'SIGNED_OUT' || door === 'SIGN_IN_FAILED') {
    return <SignedOut failed={door === 'SIGN_IN_FAILED'} />;
  }
  return <Waiting text={t('session.signingIn')} />;
}

function Waiting({ text }: { text: string }) {
  return (
    <main id="content" className="centred" role="status">
      <p>{text}</p>
    </main>
  );
}

function Inside({ me, onHelp }: { me: Me; onHelp: () => void }) {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  const counts = useCounts();
  const work = useWork(mayRead(me.roles));
  const [ended, setEnded] = useState(false);
  useEffect(() => onSessionEnded(() => { setEnded(true); }), []);
  const { held } = work;
  const reading = pathname === '/case' && held !== null;
  useEffect(() => {
    document.title = reading ? `${held.case.containerNumber ?? held.case.reference} · ${t('app.name')}` : t('app.name');
  }, [reading, held, t]);

  let casePage: ReactNode;
  if (held !== null) {
    casePage = (
      <Suspense fallback={<Waiting text={t('app.loading')} />}>
        <CasePage key={`${held.case.caseId}/${held.token}`} me={me} claim={held} last={work.last} onFinished={work.finish} onChanged={work.lookAgain} onNext={work.next} />
      </Suspense>
    );
  } else {
    casePage = work.claiming || work.resuming ? <Waiting text={t('start.claiming')} /> : <Navigate to="/" replace />;
  }
  return (
    <>
      <Header me={me} onHelp={onHelp}>
        {pathname !== '/' && <CountsStrip counts={counts} />}
      </Header>
      <Routes>
        <Route path="/case" element={casePage} />
        <Route path="/audit" element={mayAudit(me.roles) ? <AuditPage /> : <Navigate to="/" replace />} />
        <Route path="*" element={<StartPage me={me} counts={counts} work={work} />} />
      </Routes>
      {ended && (
        <AppDialog
          title={t('session.ended')}
          urgent
          onClose={() => undefined}
          testId="session-ended"
          actions={
            <a className="button button--primary" href={signInPath(pathname)}>
              {t('session.signIn')}
            </a>
          }
        >
          <p>{t('session.endedText')}</p>
        </AppDialog>
      )}
    </>
  );
}
