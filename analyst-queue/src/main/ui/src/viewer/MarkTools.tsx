import { Slider, SliderThumb, SliderTrack } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { Revealed } from '../api/types';
import { Tool } from './Tool';
import type { HeatState } from './useHeatMap';

interface Props {
  revealed: Revealed | null;
  revealing: boolean;
  /** Whether the picture is there: asking for marks before looking makes no sense. */
  ready: boolean;
  shown: boolean;
  heat: HeatState;
  heatOn: boolean;
  opacity: number;
  /** Null when the operator at the scanner drew nothing. */
  operator: boolean | null;
  onReveal: () => void;
  onHeat: () => void;
  onOpacity: (opacity: number) => void;
  onOperator: () => void;
}

/** Marks over the picture. Those of the machine are asked for, and that is noted. */
export function MarkTools({ revealed, revealing, ready, shown, heat, heatOn, opacity, operator, onReveal, onHeat, onOpacity, onOperator }: Props) {
  const { t } = useTranslation();
  const heatShown = shown && heatOn && heat.phase === 'shown';
  let label = t('viewer.reveal');
  if (revealing) {
    label = t('viewer.revealing');
  } else if (revealed !== null) {
    label = shown ? t('viewer.conceal') : t('viewer.showAgain');
  }
  return (
    <>
      {revealed === null ? (
        <Tool label={label} hint={t('viewer.revealHint')} keys="H" disabled={!ready || revealing} onPress={onReveal} testId="reveal" />
      ) : (
        <Tool label={label} keys="H" selected={shown} onPress={onReveal} testId="reveal" />
      )}
      {revealed !== null && shown && (
        <>
          <Tool
            label={t('viewer.heat')}
            hint={heat.phase === 'shown' ? t('viewer.heatHint') : t(heat.phase === 'failed' ? 'viewer.heatFailed' : 'viewer.noHeat')}
            keys="M"
            selected={heatShown}
            disabled={heat.phase !== 'shown'}
            onPress={onHeat}
            testId="heat"
          />
          {heatShown && (
            <Slider className="range" aria-label={t('viewer.opacity')} minValue={0.1} maxValue={1} step={0.05} value={opacity} onChange={onOpacity}>
              <SliderTrack className="range__track">
                <SliderThumb className="range__thumb" />
              </SliderTrack>
            </Slider>
          )}
        </>
      )}
      {operator !== null && <Tool label={t('viewer.operator')} hint={t('viewer.operatorHint')} keys="O" selected={operator} onPress={onOperator} testId="operator" />}
    </>
  );
}
