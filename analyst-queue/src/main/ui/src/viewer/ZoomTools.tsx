import type View from 'ol/View';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { percent } from '../i18n/format';
import { Tool } from './Tool';

interface Props {
  view: View;
  onZoom: (factor: number) => void;
  onContainer: () => void;
  onWhole: () => void;
}

const step = 1.5;

export function ZoomTools({ view, onZoom, onContainer, onWhole }: Props) {
  const { t } = useTranslation();
  const [resolution, setResolution] = useState(() => view.getResolution() ?? 1);
  useEffect(() => {
    const follow = () => {
      setResolution(view.getResolution() ?? 1);
    };
    follow();
    view.on('change:resolution', follow);
    return () => {
      view.un('change:resolution', follow);
    };
  }, [view]);
  return (
    <div className="bar__zoom">
      <Tool label={t('viewer.zoomOut')} onPress={() => { onZoom(1 / step); }}>−</Tool>
      <output className="bar__scale">{percent(1 / resolution, 0)}</output>
      <Tool label={t('viewer.zoomIn')} onPress={() => { onZoom(step); }}>+</Tool>
      <Tool label={t('viewer.fitContainer')} hint={t('viewer.fitContainerHint')} keys="F" onPress={onContainer} testId="fit-container" />
      <Tool label={t('viewer.fitScan')} hint={t('viewer.fitScanHint')} keys="G" onPress={onWhole} testId="fit-scan" />
    </div>
  );
}
