import type { RefObject } from 'react';
import { useState } from 'react';
import { Button, FieldError, Label, Radio, RadioGroup, TextArea, TextField } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { Decision } from '../api/types';
import { decisions } from '../api/types';
import type { Draft } from './draft';
import { needsNote, noteTooShort, shortestNote } from './rules';

interface Props {
  draft: Draft;
  possible: Decision[];
  /** Why no decision can be taken now; null when it can. */
  blocked: string | null;
  busy: boolean;
  noteField: RefObject<HTMLTextAreaElement | null>;
  onChange: (draft: Draft) => void;
  onDecide: () => void;
}

/** The number on the keyboard for each decision, the same in every case. */
export const digitOf = (decision: Decision) => decisions.indexOf(decision) + 1;

/** The decisions that are possible here and now, what each leads to, and the note. */
export function DecisionForm({ draft, possible, blocked, busy, noteField, onChange, onDecide }: Props) {
  const { t } = useTranslation();
  const [tried, setTried] = useState(false);
  const { decision, note } = draft;
  const missing = noteTooShort(decision, note);
  const invalid = tried && missing;
  return (
    <form
      className="decide"
      aria-label={t('decision.title')}
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (missing) {
          noteField.current?.focus();
        } else if (decision !== null && blocked === null && !busy) {
          onDecide();
        }
      }}
    >
      <RadioGroup
        className="decide__choices"
        value={decision}
        onChange={(value) => {
          onChange({ decision: possible.find((choice) => choice === value) ?? null, note });
        }}
      >
        <Label className="decide__title">{t('decision.choose')}</Label>
        {possible.map((choice) => (
          <Radio key={choice} value={choice} className="choice" data-testid={`decision-${choice}`}>
            <kbd aria-hidden="true">{digitOf(choice)}</kbd>
            <span className="choice__text">
              <b>{t(`decision.label.${choice}`)}</b>
              <span className="choice__effect">{t(`decision.effect.${choice}`)}</span>
            </span>
          </Radio>
        ))}
      </RadioGroup>
      {decision !== null && (
        <p className="decide__explain" data-testid="decision-explained">
          {t(`decision.explain.${decision}`)}
        </p>
      )}
      <TextField
        className="field"
        value={note}
        maxLength={4000}
        isInvalid={invalid}
        onChange={(text) => {
          onChange({ decision, note: text });
        }}
      >
        <Label>
          {t('decision.note')} <kbd aria-hidden="true">T</kbd>
          <small className="quiet">{needsNote(decision) ? t('decision.noteRequired', { count: shortestNote }) : t('decision.noteOptional')}</small>
        </Label>
        <TextArea
          ref={noteField}
          rows={2}
          placeholder={t('decision.notePlaceholder')}
          data-testid="note"
          onKeyDown={(event) => {
            if (event.key === 'Escape') {
              event.currentTarget.blur();
            }
          }}
        />
        <FieldError className="warn">{invalid ? t('decision.noteMissing', { count: shortestNote }) : ''}</FieldError>
      </TextField>
      {blocked !== null && <p className="quiet" role="status">{blocked}</p>}
      <Button type="submit" className="button button--primary" isDisabled={decision === null || blocked !== null || busy} data-testid="decide">
        {busy ? t('decision.sending') : t('decision.decide')} <kbd aria-hidden="true">Ctrl + Enter</kbd>
      </Button>
    </form>
  );
}
