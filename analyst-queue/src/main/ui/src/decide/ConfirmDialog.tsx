import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { Decision } from '../api/types';
import { AppDialog } from '../shell/AppDialog';

interface Props {
  decision: Decision;
  container: string;
  note: string;
  busy: boolean;
  onClose: () => void;
  onConfirm: () => void;
}

/** Once more in full, for what stops a container or calls others in. */
export function ConfirmDialog({ decision, container, note, busy, onClose, onConfirm }: Props) {
  const { t } = useTranslation();
  return (
    <AppDialog
      title={t('decision.confirmTitle')}
      urgent
      onClose={onClose}
      testId="confirm-dialog"
      actions={
        <>
          <Button autoFocus className="button button--primary" isDisabled={busy} onPress={onConfirm} data-testid="confirm">
            {busy ? t('decision.sending') : t('decision.confirm')}
          </Button>
          <Button className="button" isDisabled={busy} onPress={onClose}>
            {t('decision.back')}
          </Button>
        </>
      }
    >
      <p className="confirm__decision">
        <b>{t(`decision.label.${decision}`)}</b> {container}
      </p>
      <p>{t(`decision.explain.${decision}`)}</p>
      <blockquote>{note}</blockquote>
      <p className="quiet">{t('decision.confirmText')}</p>
    </AppDialog>
  );
}
