import { useTranslation } from 'react-i18next';
import { dateTime } from '../i18n/format';
import { Choice } from './Choice';
import { Tool } from './Tool';
import type { CompareMode, ScanLabel } from './comparison';

interface Props {
  scans: ScanLabel[];
  chosen: number;
  mode: CompareMode;
  flipped: boolean;
  onScan: (index: number) => void;
  onMode: (mode: CompareMode) => void;
  onFlip: () => void;
}

const modes = ['OFF', 'BESIDE', 'SWIPE', 'BLINK'] as const;

/** The same container at another place: beside, wiped over, or one after the other. */
export function CompareTools({ scans, chosen, mode, flipped, onScan, onMode, onFlip }: Props) {
  const { t } = useTranslation();
  return (
    <div className="bar__compare" role="group" aria-label={t('compare.title')}>
      <span className="bar__name" aria-hidden="true">
        {t('compare.title')}
      </span>
      <Choice
        label={t('compare.title')}
        value={mode}
        options={modes.map((id) => ({ id, label: t(`compare.mode.${id}`), hint: t(`compare.modeHint.${id}`) }))}
        testId="compare"
        keys="P"
        onChange={onMode}
      />
      {mode !== 'OFF' && (
        <>
          <Tool label={t('compare.flip')} hint={t('compare.flipHint')} keys="D" selected={flipped} onPress={onFlip} testId="flip" />
          {scans.length > 1 && (
            <Choice
              label={t('compare.which')}
              value={String(chosen)}
              options={scans.map(({ place, name, at }, index) => ({
                id: String(index),
                label: name ?? place ?? t('compare.scan', { number: index + 1 }),
                ...(at === null ? {} : { hint: dateTime(at) }),
              }))}
              testId="other-scan"
              onChange={(id) => { onScan(Number(id)); }}
            />
          )}
        </>
      )}
    </div>
  );
}
