import { useTranslation } from 'react-i18next';
import { language } from '../i18n';
import { Notice } from '../shell/Notice';
import type { LastStep } from './useWork';

/** How the case before this one ended, so that nobody has to wonder whether it went through. */
export function LastStepNotice({ last }: { last: LastStep }) {
  const { t } = useTranslation();
  switch (last.type) {
    case 'DECIDED':
      return (
        <Notice kind="good" testId="last-decided">
          {t('start.lastDecided', { decision: t(`decision.label.${last.decision}`), container: last.container })}{' '}
          {last.told === null ? t('start.toldNothing') : t('start.told', { text: last.told[language()] })}
        </Notice>
      );
    case 'RELEASED':
      return (
        <Notice kind="good" testId="last-released">
          {t('start.released')}
        </Notice>
      );
    case 'CHANGED':
      return (
        <Notice kind="danger" testId="case-changed">
          {t('case.changed')}
        </Notice>
      );
    case 'LOST':
      return (
        <Notice kind="warning" testId="last-lost">
          {t('start.lost')}
        </Notice>
      );
  }
}
