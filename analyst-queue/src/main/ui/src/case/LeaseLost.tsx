import { useState } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';

interface Props {
  note: string;
  onLeave: () => void;
}

/** Says that nothing was decided, and hands the note back: the work is not lost with the case. */
export function LeaseLost({ note, onLeave }: Props) {
  const { t } = useTranslation();
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(note);
    setCopied(true);
  };
  return (
    <main id="content" className="centred" tabIndex={-1} data-testid="lease-lost">
      <h1>{t('lease.lostTitle')}</h1>
      <p role="alert">{t('lease.lostText')}</p>
      {note.trim() !== '' && (
        <div className="field">
          <label htmlFor="kept-note">{t('lease.keptNote')}</label>
          <textarea id="kept-note" readOnly rows={5} value={note} data-testid="kept-note" />
          <Button className="button button--small" onPress={() => void copy()}>
            {copied ? t('lease.copied') : t('lease.copy')}
          </Button>
        </div>
      )}
      <Button className="button button--primary" onPress={onLeave} data-testid="leave-lost">
        {t('lease.toStart')}
      </Button>
    </main>
  );
}
