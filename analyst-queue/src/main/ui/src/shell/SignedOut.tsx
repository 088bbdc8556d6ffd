import { useTranslation } from 'react-i18next';
import { signInPath } from '../api/client';

/** The door: after signing out, or when a sign-in did not work. */
export function SignedOut({ failed }: { failed: boolean }) {
  const { t } = useTranslation();
  return (
    <main id="content" className="door" tabIndex={-1}>
      <div className="door__card">
        <img src="/icon.svg" alt="" width="72" height="72" />
        <h1>{t('app.name')}</h1>
        <p>{t('app.tagline')}</p>
        {failed && <p role="alert" className="warn">{t('session.failed')}</p>}
        <a className="button button--primary button--big" href={signInPath('/')} data-testid="sign-in">
          {t('session.signIn')}
        </a>
        <p className="quiet">{t('session.logged')}</p>
      </div>
    </main>
  );
}
