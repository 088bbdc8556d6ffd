import { useState } from 'react';
import { Button, Input, Label, TextField } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { AppDialog } from '../shell/AppDialog';

const suggestions = ['shift', 'break', 'technical', 'involved'] as const;
const shortest = 3;

interface Props {
  busy: boolean;
  problem: string | null;
  onClose: () => void;
  onRelease: (reason: string) => void;
}

export function ReleaseDialog({ busy, problem, onClose, onRelease }: Props) {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  const missing = reason.trim().length < shortest;
  return (
    <AppDialog
      title={t('release.title')}
      onClose={onClose}
      testId="release-dialog"
      actions={
        <>
          <Button type="submit" form="release" className="button button--primary" isDisabled={busy || missing} data-testid="release-submit">
            {t('release.submit')}
          </Button>
          <Button className="button" onPress={onClose}>
            {t('app.cancel')}
          </Button>
        </>
      }
    >
      <form
        id="release"
        onSubmit={(event) => {
          event.preventDefault();
          if (!missing) {
            onRelease(reason.trim());
          }
        }}
      >
        <p>{t('release.text')}</p>
        <TextField className="field" value={reason} maxLength={500} isRequired autoFocus onChange={setReason}>
          <Label>{t('release.reason')}</Label>
          <Input data-testid="release-reason" />
        </TextField>
        <div className="chips" role="group" aria-label={t('release.suggestions')}>
          {suggestions.map((name) => (
            <Button key={name} className="button button--small" onPress={() => { setReason(t(`release.suggestion.${name}`)); }}>
              {t(`release.suggestion.${name}`)}
            </Button>
          ))}
        </div>
        {problem !== null && <p className="warn" role="alert">{problem}</p>}
      </form>
    </AppDialog>
  );
}
