import { useMemo } from 'react';
import { Slider, SliderThumb, SliderTrack } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { Region } from '../api/types';
import { decimal } from '../i18n/format';
import { Choice } from './Choice';
import type { LookEvent, LookState } from './look';
import type { Channel } from './raster';
import type { Preset } from './windowing';
import { histogram, narrowest, presetNames, windowed } from './windowing';

interface Props {
  channel: Channel | null;
  region: Region;
  look: LookState;
  onLook: (event: LookEvent) => void;
  onPreset: (preset: Preset) => void;
}

/** Presets, the greys of the container with both ends of the window on them, and gamma. */
export function WindowTools({ channel, region, look, onLook, onPreset }: Props) {
  const { t } = useTranslation();
  const { tone } = look;
  const bars = useMemo(() => {
    if (channel === null) {
      return '';
    }
    const counts = [...histogram(channel, region, tone.curve, 64)];
    const top = Math.log1p(Math.max(1, ...counts));
    return counts.map((count, bin) => `M${bin + 0.5} 20v${(-20 * Math.log1p(count)) / top}`).join('');
  }, [channel, region, tone.curve]);
  return (
    <>
      <Choice
        label={t('viewer.window')}
        value={look.preset}
        options={presetNames.map((id) => ({ id, label: t(`viewer.preset.${id}`), hint: t(`viewer.presetHint.${id}`) }))}
        testId="preset"
        keys="W"
        onChange={onPreset}
      />
      <Slider
        className="levels"
        aria-label={t('viewer.histogram')}
        minValue={0}
        maxValue={1}
        step={narrowest}
        value={[tone.low, tone.high]}
        onChange={([low = 0, high = 1]) => {
          onLook({ type: 'toned', tone: windowed(tone, low, Math.max(high, low + narrowest)) });
        }}
      >
        <SliderTrack className="levels__track">
          <svg viewBox="0 0 64 20" preserveAspectRatio="none" aria-hidden="true">
            <rect x={tone.low * 64} width={Math.max(0.5, (tone.high - tone.low) * 64)} height="20" className="levels__window" />
            <path d={bars} className="levels__bars" />
          </svg>
          <SliderThumb index={0} className="levels__thumb levels__thumb--low" aria-label={t('viewer.low')} />
          <SliderThumb index={1} className="levels__thumb" aria-label={t('viewer.high')} />
        </SliderTrack>
      </Slider>
      <Slider
        className="range"
        aria-label={t('viewer.gamma')}
        minValue={0.3}
        maxValue={3}
        step={0.05}
        value={tone.gamma}
        onChange={(gamma) => {
          onLook({ type: 'toned', tone: { ...tone, gamma } });
        }}
      >
        <span className="range__label" aria-hidden="true">γ {decimal(tone.gamma, 2)}</span>
        <SliderTrack className="range__track">
          <SliderThumb className="range__thumb" />
        </SliderTrack>
      </Slider>
    </>
  );
}
