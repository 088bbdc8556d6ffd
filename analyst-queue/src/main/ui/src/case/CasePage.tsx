import { useMutation } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { Button } from 'react-aria-components';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import type { HeldClaim } from '../api/client';
import { api } from '../api/client';
import { ApiError } from '../api/problem';
import type { Decision, Me, Revealed } from '../api/types';
import { ConfirmDialog } from '../decide/ConfirmDialog';
import { DecisionForm, digitOf } from '../decide/DecisionForm';
import { useDraft } from '../decide/draft';
import { isSerious, noteTooShort } from '../decide/rules';
import { useDeciding } from '../decide/useDeciding';
import { countdown, exactDateTime } from '../i18n/format';
import { ManifestPanels } from '../manifest/ManifestPanels';
import { LastStepNotice } from '../queue/LastStepNotice';
import type { LastStep } from '../queue/useWork';
import { Notice } from '../shell/Notice';
import { failureText } from '../shell/failure';
import { choose, useSetting } from '../shell/settings';
import { useShortcuts } from '../shell/shortcuts';
import { useNow } from '../shell/useNow';
import { Viewer } from '../viewer/Viewer';
import { CaseHeader } from './CaseHeader';
import { Flags } from './Flags';
import { LeaseLost } from './LeaseLost';
import { Reasons } from './Reasons';
import { ReleaseDialog } from './ReleaseDialog';
import { mayDecide } from './lease';
import { useLease } from './useLease';
import { useOnline } from './useOnline';

interface Props {
  me: Me;
  claim: HeldClaim;
  /** How the case before this one ended. */
  last: LastStep | null;
  onFinished: (last: LastStep) => void;
  /** The case shows something else now. */
  onChanged: () => void;
  onNext: () => void;
}

/** One case: the picture, what is known beside it, and the decision. */
export function CasePage({ me, claim, last, onFinished, onChanged, onNext }: Props) {
  const { t } = useTranslation();
  const file = claim.case;
  const container = file.containerNumber ?? file.reference;
  const { lease, word, left, lose } = useLease(claim);
  const { draft, change, forget } = useDraft(file.caseId);
  const [seen, setSeen] = useState(file.imageOpened);
  const [revealed, setRevealed] = useState<Revealed | null>(file.revealed ?? null);
  const [dialog, setDialog] = useState<'CONFIRM' | 'RELEASE' | null>(null);
  const [failure, setFailure] = useState<ApiError | null>(null);
  const details = useSetting('details');
  const online = useOnline();
  const minute = Math.floor(useNow(30_000) / 60_000);
  const watermark = useMemo(() => `${me.userName} · ${exactDateTime(new Date(minute * 60_000).toISOString())}`, [me.userName, minute]);
  useEffect(() => {
    document.getElementById('content')?.focus({ preventScroll: true });
  }, []);
  const noteField = useRef<HTMLTextAreaElement>(null);
  const decision = draft.decision !== null && file.decisions.includes(draft.decision) ? draft.decision : null;

  const onFailure = useCallback(
    (error: ApiError) => {
      setDialog(null);
      if (error.kind === 'lease-lost') {
        lose();
      } else if (error.reason !== 'SESSION') {
        setFailure(error);
      }
    },
    [lose],
  );
  const onPictureFailure = useCallback(
    (error: ApiError) => {
      if (error.kind === 'lease-lost') {
        lose();
      }
    },
    [lose],
  );
  const onSeen = useCallback(() => {
    setSeen(true);
  }, []);
  const deciding = useDeciding(
    claim,
    (taken) => {
      forget();
      onFinished({ type: 'DECIDED', decision: taken.decision, container, told: taken.told ?? null });
      onNext();
    },
    (error) => {
      if (error.kind === 'case-changed') {
        // The note stays; the choice was made for what is no longer there.
        change({ decision: null, note: draft.note });
        onChanged();
      }
      onFailure(error);
    },
  );
  const revealing = useMutation({
    mutationFn: () => api.reveal(file.caseId, claim.token),
    onSuccess: setRevealed,
    onError: (error) => { onFailure(ApiError.of(error)); },
  });
  const releasing = useMutation({
    mutationFn: (reason: string) => api.release(file.caseId, claim.token, reason),
    onSuccess: () => {
      forget();
      onFinished({ type: 'RELEASED' });
    },
    onError: (error) => {
      if (ApiError.of(error).kind === 'lease-lost') {
        onFailure(ApiError.of(error));
      }
    },
  });

  let blocked: string | null = null;
  if (!seen) {
    blocked = t('decision.waitImage');
  } else if (!mayDecide(lease)) {
    blocked = t('lease.text.EXPIRED', { time: '' });
  }
  const submit = () => {
    if (decision === null || blocked !== null || deciding.isPending || dialog !== null) {
      return;
    }
    if (noteTooShort(decision, draft.note)) {
      noteField.current?.focus();
      return;
    }
    setFailure(null);
    if (isSerious(decision)) {
      setDialog('CONFIRM');
      return;
    }
    deciding.mutate({ decision, note: draft.note });
  };
  const showDetails = () => { choose('details', 'shown'); };
  const pick = (choice: Decision) => () => {
    showDetails();
    change({ decision: choice, note: draft.note });
  };
  const askRelease = () => {
    releasing.reset();
    setDialog('RELEASE');
  };
  useShortcuts(
    {
      ...Object.fromEntries(file.decisions.map((choice) => [String(digitOf(choice)), pick(choice)])),
      t: () => {
        // At once where the field is there: who types on must not set off shortcuts.
        if (noteField.current === null) {
          flushSync(showDetails);
        }
        noteField.current?.focus();
      },
      r: askRelease,
      s: () => { choose('details', details === 'shown' ? 'hidden' : 'shown'); },
    },
    lease.phase !== 'LOST',
  );
  const submitRef = useRef(submit);
  useEffect(() => {
    submitRef.current = submit;
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      // A key held too long must not record a decision.
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !event.repeat) {
        event.preventDefault();
        submitRef.current();
      }
    };
    document.addEventListener('keydown', onKeyDown);
    return () => {
      document.removeEventListener('keydown', onKeyDown);
    };
  }, []);

  if (lease.phase === 'LOST') {
    return (
      <LeaseLost
        note={draft.note}
        onLeave={() => {
          onFinished({ type: 'LOST' });
        }}
      />
    );
  }
  const hidden = details === 'hidden';
  return (
    <main id="content" className={hidden ? 'case case--bare' : 'case'} tabIndex={-1} aria-label={t('case.reference', { reference: file.reference })} data-testid="case">
      <Viewer
        file={file}
        lease={claim.token}
        watermark={watermark}
        revealed={revealed}
        revealing={revealing.isPending}
        onReveal={() => { revealing.mutate(); }}
        onSeen={onSeen}
        onFailure={onPictureFailure}
      />
      <Button
        className="case__fold"
        aria-expanded={!hidden}
        aria-label={hidden ? t('case.showDetails') : t('case.hideDetails')}
        onPress={() => { choose('details', hidden ? 'shown' : 'hidden'); }}
      >
        {hidden ? '‹' : '›'}
      </Button>
      {!hidden && (
        <aside className="side" aria-label={t('case.details')}>
          <CaseHeader file={file} word={word} left={left} onRelease={askRelease} />
          <div className="side__data" role="region" aria-label={t('case.details')} tabIndex={0 /* eslint-disable-line jsx-a11y/no-noninteractive-tabindex -- it scrolls */}>
            {last !== null && <LastStepNotice last={last} />}
            {file.otherScans.length > 0 && (
              <Notice kind="info" testId="comparable">
                {t('compare.hint', { count: file.otherScans.length })}
              </Notice>
            )}
            <Flags file={file} />
            <Reasons reasons={file.reasons} changes={file.changes ?? []} revealed={revealed} />
            <ManifestPanels file={file} />
            <p className="quiet small">{t('case.logged')}</p>
          </div>
          <div className="side__decide">
            {!online && (
              <Notice kind="warning" testId="offline">
                {t('failure.browserOffline')}
              </Notice>
            )}
            {online && (word === 'UNSURE' || word === 'EXPIRED' || word === 'ENDING') && (
              <Notice kind="warning" testId="lease-unsure">
                {t(`lease.text.${word}`, { time: countdown(left) })}
              </Notice>
            )}
            {failure !== null && (
              <Notice kind="danger" testId="problem">
                {failureText(failure)}
              </Notice>
            )}
            <DecisionForm
              draft={{ decision, note: draft.note }}
              possible={file.decisions}
              blocked={blocked}
              busy={deciding.isPending}
              noteField={noteField}
              onChange={change}
              onDecide={submit}
            />
          </div>
        </aside>
      )}
      {dialog === 'CONFIRM' && decision !== null && (
        <ConfirmDialog
          decision={decision}
          container={container}
          note={draft.note}
          busy={deciding.isPending}
          onClose={() => {
            if (!deciding.isPending) {
              setDialog(null);
            }
          }}
          onConfirm={() => { deciding.mutate({ decision, note: draft.note }); }}
        />
      )}
      {dialog === 'RELEASE' && (
        <ReleaseDialog
          busy={releasing.isPending}
          problem={releasing.error === null ? null : failureText(ApiError.of(releasing.error))}
          onClose={() => { setDialog(null); }}
          onRelease={(reason) => { releasing.mutate(reason); }}
        />
      )}
    </main>
  );
}
