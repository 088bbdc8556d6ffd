import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { decimal, percent } from '../i18n/format';
import type { Pointer } from './pointer';
import type { Picture } from './usePicture';
import { attenuationRatio, sampleAt } from './windowing';

interface Props {
  pointer: Pointer;
  picture: Picture | null;
  energy: 'HIGH' | 'LOW';
  inverted: boolean;
}

/** What is under the pointer: place, transmission, and for two energies what kind of material. */
export function Readout({ pointer, picture, energy, inverted }: Props) {
  const { t } = useTranslation();
  const at = useSyncExternalStore(pointer.subscribe, pointer.at);
  const x = at?.[0] ?? -1;
  const y = -(at?.[1] ?? 1);
  const channel = picture === null ? null : energy === 'LOW' && picture.low !== null ? picture.low : picture.high;
  const value = at === null || channel === null ? null : sampleAt(channel, x, y);
  if (value === null || channel === null || picture === null) {
    return (
      <p className="readout" data-testid="readout">
        {inverted ? t('viewer.scaleInverted') : t('viewer.scale')} · {t('viewer.dragHint')}
      </p>
    );
  }
  const high = sampleAt(picture.high, x, y);
  const low = picture.low === null ? null : sampleAt(picture.low, x, y);
  const ratio = high === null || low === null || picture.low === null ? null : attenuationRatio(high / picture.high.full, low / picture.low.full);
  return (
    <p className="readout" data-testid="readout">
      {t('viewer.position', { x: Math.floor(x), y: Math.floor(y) })} · {t('viewer.transmission', { percent: percent(value / channel.full, 1) })} ·{' '}
      {t('viewer.value', { value, full: channel.full })}
      {ratio !== null && ` · ${t('viewer.ratio', { ratio: decimal(ratio, 2) })}`}
    </p>
  );
}
