import { useTranslation } from 'react-i18next';
import type { LocalText, Reason, Revealed } from '../api/types';
import { language } from '../i18n';

/** Why this container is here, in words: a number would betray how the case came to its reader. */
export function Reasons({ reasons, changes, revealed }: { reasons: Reason[]; changes: LocalText[]; revealed: Revealed | null }) {
  const { t } = useTranslation();
  return (
    <section className="panel" aria-labelledby="reasons">
      <h2 id="reasons">{t('reasons.title')}</h2>
      {reasons.length === 0 && <p className="quiet">{t('reasons.none')}</p>}
      <ReasonList reasons={reasons} testId="reasons" />
      {changes.length > 0 && (
        <>
          <h3>{t('reasons.changes')}</h3>
          <ul className="quiet small" data-testid="changes">
            {changes.map((change) => (
              <li key={change.en}>{change[language()]}</li>
            ))}
          </ul>
        </>
      )}
      {revealed === null ? (
        <p className="quiet small">{t('reasons.hidden')}</p>
      ) : (
        <>
          <h3>{t('reasons.model')}</h3>
          {revealed.mode === 'RULES_ONLY' && <p className="warn">{t('reasons.rulesOnly')}</p>}
          {revealed.reasons.length === 0 && revealed.mode !== 'RULES_ONLY' && <p className="quiet">{t('reasons.modelNone')}</p>}
          <ReasonList reasons={revealed.reasons} testId="model-reasons" />
          {revealed.model != null && <p className="quiet small">{t('reasons.version', { model: revealed.model })}</p>}
        </>
      )}
    </section>
  );
}

function ReasonList({ reasons, testId }: { reasons: Reason[]; testId: string }) {
  const { t } = useTranslation();
  if (reasons.length === 0) {
    return null;
  }
  return (
    <ol className="reasons" data-testid={testId}>
      {reasons.map(({ source, id, weight, text }) => (
        <li key={`${source}/${id}`} className={`reason reason--${weight.toLowerCase()}`}>
          <span className="reason__weight">{t(`weight.${weight}`)}</span>
          <span className="reason__text">{text[language()]}</span>
          {source === 'HISTORY' && <small className="quiet">{t('reasons.history')}</small>}
        </li>
      ))}
    </ol>
  );
}
