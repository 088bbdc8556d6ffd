import { useTranslation } from 'react-i18next';
import type { Region, ScanImage } from '../api/types';
import { Choice } from './Choice';
import { Tool } from './Tool';
import { WindowTools } from './WindowTools';
import type { LookEvent, LookState } from './look';
import type { Channel } from './raster';
import type { Preset } from './windowing';

interface Props {
  images: ScanImage[];
  image: ScanImage;
  channel: Channel | null;
  container: Region;
  two: boolean;
  look: LookState;
  onImage: (index: number) => void;
  onLook: (event: LookEvent) => void;
  onPreset: (preset: Preset) => void;
}

const colours = ['NONE', 'ALL', 'ORGANIC', 'METAL'] as const;

/** Everything that changes how the picture looks and nothing of what it says. */
export function LookTools({ images, image, channel, container, two, look, onImage, onLook, onPreset }: Props) {
  const { t } = useTranslation();
  const toggle = (what: 'invert' | 'edges' | 'equalised' | 'lens' | 'log') => () => {
    onLook({ type: 'toggled', what });
  };
  return (
    <>
      {images.length > 1 && (
        <Choice
          label={t('viewer.views')}
          value={String(images.indexOf(image))}
          options={images.map((_, index) => ({ id: String(index), label: t('viewer.view', { number: index + 1 }) }))}
          testId="view"
          keys="V"
          onChange={(id) => { onImage(Number(id)); }}
        />
      )}
      <WindowTools channel={channel} region={container} look={look} onLook={onLook} onPreset={onPreset} />
      <Tool label={t('viewer.invert')} keys="I" selected={look.tone.invert} onPress={toggle('invert')} testId="invert" />
      <Tool label={t('viewer.edges')} hint={t('viewer.edgesHint')} keys="E" selected={look.edges} onPress={toggle('edges')} testId="edges" />
      <Tool label={t('viewer.clahe')} hint={t('viewer.claheHint')} keys="A" selected={look.equalised} onPress={toggle('equalised')} testId="clahe" />
      <Tool label={t('viewer.lens')} hint={t('viewer.lensHint')} keys="X" selected={look.lens} onPress={toggle('lens')} testId="lens" />
      {two && (
        <>
          <Choice
            label={t('viewer.energy')}
            value={look.energy}
            options={(['HIGH', 'LOW'] as const).map((id) => ({ id, label: t(`viewer.energies.${id}`), hint: t(`viewer.energyHint.${id}`) }))}
            testId="energy"
            keys="K"
            onChange={(energy) => { onLook({ type: 'energy', energy }); }}
          />
          <Choice
            label={t('viewer.colour')}
            value={look.colour}
            options={colours.map((id) => ({ id, label: t(`viewer.colours.${id}`), hint: t('viewer.colourHint') }))}
            testId="colour"
            keys="C"
            onChange={(colour) => { onLook({ type: 'colour', colour }); }}
          />
        </>
      )}
      <Tool label={t('viewer.reset')} hint={t('viewer.resetHint')} onPress={() => { onLook({ type: 'reset' }); }} testId="reset-look" />
    </>
  );
}
