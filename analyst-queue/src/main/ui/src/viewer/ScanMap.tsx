import type View from 'ol/View';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Region } from '../api/types';
import { NoWebGl } from './ScanRenderer';
import type { Shown, WindowDrag } from './Stage';
import { Stage } from './Stage';
import type { LookState } from './look';
import type { Mark } from './marks';
import type { Pointer } from './pointer';
import type { Channel } from './raster';

export interface FitRequest {
  region: Region;
}

interface Props {
  view: View;
  pointer: Pointer;
  label: string;
  shown: Shown[];
  look: LookState;
  heat: { channel: Channel; region: Region } | null;
  opacity: number;
  marks: Mark[];
  /** How much of an upper scan is seen; without an upper scan it means nothing. */
  swipe: number;
  watermark: string;
  /** A new object asks again. Null where another map of the same view does it. */
  fit: FitRequest | null;
  testId: string;
  onDrawn: () => void;
  onWindowDrag: WindowDrag;
}

/** One map: a focusable picture that is moved with mouse, fingers and arrow keys. */
export function ScanMap({ view, pointer, label, shown, look, heat, opacity, marks, swipe, watermark, fit, testId, onDrawn, onWindowDrag }: Props) {
  const { t } = useTranslation();
  const target = useRef<HTMLDivElement>(null);
  const [stage, setStage] = useState<Stage | null>(null);
  const [noWebGl, setNoWebGl] = useState(false);
  const callbacks = useRef({ onDrawn, onWindowDrag });
  useLayoutEffect(() => {
    callbacks.current = { onDrawn, onWindowDrag };
  });
  useLayoutEffect(() => {
    if (target.current === null) {
      return undefined;
    }
    const made = new Stage(
      target.current,
      view,
      pointer,
      () => { callbacks.current.onDrawn(); },
      (moved) => { callbacks.current.onWindowDrag(moved); },
    );
    setStage(made);
    return () => {
      setStage(null);
      made.dispose();
    };
  }, [view, pointer]);

  useLayoutEffect(() => {
    try {
      stage?.show(shown);
    } catch (error) {
      if (!(error instanceof NoWebGl)) {
        throw error;
      }
      setNoWebGl(true);
    }
  }, [stage, shown]);
  useLayoutEffect(() => { stage?.setLook(look); }, [stage, shown, look]);
  useLayoutEffect(() => { stage?.setHeat(heat, opacity); }, [stage, shown, heat, opacity]);
  useLayoutEffect(() => { stage?.setSwipe(swipe); }, [stage, shown, swipe]);
  useLayoutEffect(() => { stage?.setMarks(marks); }, [stage, marks]);
  useLayoutEffect(() => { stage?.setWatermark(watermark); }, [stage, shown, watermark]);
  useLayoutEffect(() => { stage?.setLens(look.lens); }, [stage, shown, look.lens]);
  useEffect(() => {
    if (fit !== null) {
      stage?.fit(fit.region);
    }
  }, [stage, fit]);

  return (
    <>
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- the picture is moved with the arrow keys */}
      <div ref={target} className="map" role="application" aria-label={label} tabIndex={0} data-testid={testId} />
      {noWebGl && <p className="stage__message" role="alert">{t('viewer.noWebGl')}</p>}
    </>
  );
}
