import { useCallback, useEffect, useMemo, useReducer, useState } from 'react';
import { Button, ProgressBar } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { ImageAddress } from '../api/client';
import type { ApiError } from '../api/problem';
import type { CaseFile, ChangeSeen, Revealed, ScanImage } from '../api/types';
import { dateTime, placeName } from '../i18n/format';
import { failureText } from '../shell/failure';
import { useShortcuts } from '../shell/shortcuts';
import { ChangesList } from './ChangesList';
import { CompareTools } from './CompareTools';
import { FindingsList } from './FindingsList';
import { LookTools } from './LookTools';
import { MarkTools } from './MarkTools';
import { Readout } from './Readout';
import type { FitRequest } from './ScanMap';
import { ScanMap } from './ScanMap';
import type { Shown } from './Stage';
import { viewOf } from './Stage';
import { ZoomTools } from './ZoomTools';
import { aligned, isTurned, regionToOwn, same } from './alignment';
import type { CompareMode, ScanLabel } from './comparison';
import { changeLetter, containerOf, labelOfOther, labelOfOwn, principalOf, wholeOf } from './comparison';
import { colourAfter, firstLook, lookReducer, presetAfter } from './look';
import type { Mark } from './marks';
import { around, fromCorners, isAtEnd } from './marks';
import { createPointer } from './pointer';
import { useEqualised } from './useEqualised';
import { useHeatMap } from './useHeatMap';
import type { PictureState } from './usePicture';
import { usePicture } from './usePicture';
import type { Preset, Tone } from './windowing';
import { automatic, histogram } from './windowing';

interface Props {
  file: CaseFile;
  lease: string;
  /** Drawn over the picture: who looks, and when. */
  watermark: string;
  revealed: Revealed | null;
  revealing: boolean;
  onReveal: () => void;
  onSeen: () => void;
  onFailure: (failure: ApiError) => void;
}

/** The picture part of a case: the views there are, the tools, the scan and what lies over it. */
export function Viewer(props: Props) {
  const { t } = useTranslation();
  const { file } = props;
  const images = useMemo(() => [...(file.image == null ? [] : [file.image]), ...file.otherImages], [file]);
  const [chosen, setChosen] = useState(0);
  const image = images[chosen] ?? images[0];
  if (image === undefined) {
    return (
      <section className="viewer" aria-label={t('viewer.label')} data-testid="viewer" data-ready="false">
        <p className="stage__message" role="alert">{t('viewer.noImage')}</p>
      </section>
    );
  }
  return <ImageViewer key={image.imageId} {...props} image={image} images={images} onImage={setChosen} />;
}

interface ImageProps extends Props {
  image: ScanImage;
  images: ScanImage[];
  onImage: (index: number) => void;
}

function ImageViewer({ file, lease, watermark, revealed, revealing, onReveal, onSeen, onFailure, image, images, onImage }: ImageProps) {
  const { t } = useTranslation();
  const { caseId } = file;
  const own = file.image?.imageId === image.imageId;
  const address = useMemo<ImageAddress>(() => ({ caseId, otherScanId: null, image }), [caseId, image]);
  const { state, retry } = usePicture(address, lease);
  const picture = state.phase === 'shown' ? state.picture : null;
  const heat = useHeatMap(caseId, lease, revealed);

  const [look, dispatch] = useReducer(lookReducer, firstLook);
  const [drawn, setDrawn] = useState(false);
  const [marksOn, setMarksOn] = useState(true);
  const [heatOn, setHeatOn] = useState(true);
  const [opacity, setOpacity] = useState(0.5);
  const [operator, setOperator] = useState(false);
  const [mode, setMode] = useState<CompareMode>('OFF');
  const [otherIndex, setOtherIndex] = useState(0);
  const [flipped, setFlipped] = useState(false);
  const [swipe, setSwipe] = useState(0.5);
  const [otherOnTop, setOtherOnTop] = useState(true);
  const [dragFrom, setDragFrom] = useState<Tone>(look.tone);

  const [pointer] = useState(createPointer);
  const view = useMemo(() => viewOf(image), [image]);
  const container = useMemo(() => containerOf(image), [image]);
  const [fit, setFit] = useState<FitRequest>({ region: container });

  const otherScan = file.otherScans[otherIndex] ?? null;
  const otherImage = otherScan === null ? null : principalOf(otherScan);
  const otherAddress = useMemo<ImageAddress | null>(
    () => (mode === 'OFF' || otherScan === null || otherImage === null ? null : { caseId, otherScanId: otherScan.scanId, image: otherImage }),
    [mode, caseId, otherScan, otherImage],
  );
  const other = usePicture(otherAddress, lease);
  const otherPicture = other.state.phase === 'shown' ? other.state.picture : null;
  const alignment = useMemo(() => (otherImage === null ? same : aligned(container, containerOf(otherImage), flipped)), [container, otherImage, flipped]);

  const channelOf = (shown: typeof picture) => (shown === null ? null : look.energy === 'LOW' && shown.low !== null ? shown.low : shown.high);
  const channel = channelOf(picture);
  const equalised = useEqualised(look.energy === 'LOW' ? null : channel, look.equalised);
  const otherEqualised = useEqualised(look.energy === 'LOW' ? null : channelOf(otherPicture), look.equalised);

  const ownShown = useMemo<Shown | null>(() => (picture === null ? null : { picture, equalised, alignment: same }), [picture, equalised]);
  const otherShown = useMemo<Shown | null>(
    () => (otherPicture === null ? null : { picture: otherPicture, equalised: otherEqualised, alignment }),
    [otherPicture, otherEqualised, alignment],
  );
  const laidOver = mode === 'SWIPE' || mode === 'BLINK';
  const mainShown = useMemo(() => [ownShown, laidOver ? otherShown : null].filter((shown) => shown !== null), [ownShown, otherShown, laidOver]);
  const besideShown = useMemo(() => (otherShown === null ? [] : [otherShown]), [otherShown]);

  const failure = state.phase === 'failed' ? state.failure : null;
  useEffect(() => {
    if (failure !== null) {
      onFailure(failure);
    }
  }, [failure, onFailure]);

  const findings = useMemo(() => (own && revealed !== null ? revealed.findings : []), [own, revealed]);
  const comparison = own ? (revealed?.comparison ?? null) : null;
  const changes = useMemo(() => comparison?.changes ?? [], [comparison]);
  const marksShown = revealed !== null && marksOn && own;
  const marks = useMemo<Mark[]>(
    () => [
      ...image.otherContainers.map((region): Mark => ({ kind: 'other', region, label: t('viewer.otherContainer') })),
      ...(image.container == null ? [] : [{ kind: 'container' as const, region: image.container, label: image.otherContainers.length > 0 ? t('viewer.container') : '' }]),
      ...(operator ? image.operatorMarks.map((mark): Mark => ({ kind: 'operator', region: fromCorners(mark), label: mark.text ?? '' })) : []),
      ...(marksShown ? findings.map(({ region, place }, index): Mark => ({ kind: 'finding', region, label: `${index + 1} ${t(`place.${place}`)}`, atEnd: isAtEnd(region, container) })) : []),
      ...(marksShown ? changes.map(({ region }, index): Mark => ({ kind: 'change', region, label: changeLetter(index) })) : []),
    ],
    [image, container, operator, marksShown, findings, changes, t],
  );
  const otherMarks = useMemo<Mark[]>(() => {
    if (otherImage === null) {
      return [];
    }
    return [
      ...otherImage.otherContainers.map((region): Mark => ({ kind: 'other', region: regionToOwn(alignment, region), label: t('viewer.otherContainer') })),
      ...(otherImage.container == null ? [] : [{ kind: 'container' as const, region: regionToOwn(alignment, otherImage.container), label: '' }]),
      ...(operator ? otherImage.operatorMarks.map((mark): Mark => ({ kind: 'operator', region: regionToOwn(alignment, fromCorners(mark)), label: mark.text ?? '' })) : []),
      ...(marksShown && otherScan?.scanId === comparison?.scanId ? changes.map(({ otherRegion }, index): Mark => ({ kind: 'change', region: regionToOwn(alignment, otherRegion), label: changeLetter(index) })) : []),
    ];
  }, [otherImage, otherScan, alignment, operator, marksShown, comparison, changes, t]);
  const heatShown = useMemo(
    () => (marksShown && heatOn && heat.phase === 'shown' ? { channel: heat.channel, region: heat.region } : null),
    [marksShown, heatOn, heat],
  );

  const applyPreset = (preset: Preset) => {
    const found = channel === null ? { low: 0, high: 1 } : automatic(histogram(channel, container, look.tone.curve));
    dispatch({ type: 'preset', preset, automatic: found });
  };
  const two = picture !== null && picture.low !== null;
  const zoom = (factor: number) => {
    const resolution = view.getResolution();
    if (resolution !== undefined) {
      view.setResolution(view.getConstrainedResolution(resolution / factor));
    }
  };
  const fitContainer = () => { setFit({ region: container }); };
  const fitWhole = () => { setFit({ region: wholeOf(image) }); };
  const reveal = () => {
    if (revealed === null) {
      if (drawn && !revealing) {
        onReveal();
      }
    } else {
      setMarksOn((before) => !before);
    }
  };
  const compare = (next: CompareMode) => {
    setMode(next);
    setOtherOnTop(true);
    fitContainer();
  };
  const goToChange = ({ region }: ChangeSeen) => {
    const index = file.otherScans.findIndex(({ scanId }) => scanId === comparison?.scanId);
    const scan = file.otherScans[index];
    const shown = scan === undefined ? null : principalOf(scan);
    if (shown !== null) {
      setOtherIndex(index);
      setFlipped(isTurned(container, containerOf(shown), changes));
      setMode((before) => (before === 'OFF' ? 'BESIDE' : before));
    }
    setFit({ region: around(region) });
  };
  const comparable = otherImage !== null && own;
  useShortcuts({
    w: () => { applyPreset(presetAfter(look.preset)); },
    '[': () => { dispatch({ type: 'levelled', lighter: -1 }); },
    ']': () => { dispatch({ type: 'levelled', lighter: 1 }); },
    '{': () => { dispatch({ type: 'widened', wider: -1 }); },
    '}': () => { dispatch({ type: 'widened', wider: 1 }); },
    i: () => { dispatch({ type: 'toggled', what: 'invert' }); },
    l: () => { dispatch({ type: 'toggled', what: 'log' }); },
    e: () => { dispatch({ type: 'toggled', what: 'edges' }); },
    a: () => { dispatch({ type: 'toggled', what: 'equalised' }); },
    x: () => { dispatch({ type: 'toggled', what: 'lens' }); },
    f: fitContainer,
    g: fitWhole,
    '+': () => { zoom(1.5); },
    '=': () => { zoom(1.5); },
    '-': () => { zoom(1 / 1.5); },
    h: reveal,
    o: () => { setOperator((before) => !before); },
    v: () => { onImage((images.indexOf(image) + 1) % images.length); },
    ...(two
      ? {
          c: () => { dispatch({ type: 'colour', colour: colourAfter(look.colour) }); },
          k: () => { dispatch({ type: 'energy', energy: look.energy === 'LOW' ? 'HIGH' : 'LOW' }); },
        }
      : {}),
    ...(revealed === null ? {} : { m: () => { setHeatOn((before) => !before); } }),
    ...(comparable
      ? {
          p: () => { compare(mode === 'OFF' ? 'BESIDE' : 'OFF'); },
          d: () => { setFlipped((before) => !before); },
          b: () => {
            if (mode === 'BLINK') {
              setOtherOnTop((before) => !before);
            } else {
              compare('BLINK');
            }
          },
        }
      : {}),
  });

  const wasDrawn = useCallback(() => {
    setDrawn((before) => {
      if (!before) {
        queueMicrotask(onSeen);
      }
      return true;
    });
  }, [onSeen]);
  const onWindowDrag = (moved: { right: number; up: number } | null) => {
    if (moved === null) {
      setDragFrom(look.tone);
    } else {
      dispatch({ type: 'dragged', from: dragFrom, ...moved });
    }
  };
  const shared = { view, pointer, look, opacity, watermark, onWindowDrag };
  const ownLabel = labelOfOwn(file);
  const otherLabel = otherScan === null ? null : labelOfOther(file, otherScan);
  const upper = mode === 'BLINK' ? (otherOnTop ? 1 : 0) : swipe;

  return (
    <section className="viewer" aria-label={t('viewer.label')} data-testid="viewer" data-ready={drawn}>
      <div className="bar" role="toolbar" aria-label={t('viewer.tools')}>
        <LookTools
          images={images}
          image={image}
          channel={channel}
          container={container}
          two={two}
          look={look}
          onImage={onImage}
          onLook={dispatch}
          onPreset={applyPreset}
        />
      </div>
      <div className={mode === 'BESIDE' ? 'stages stages--beside' : 'stages'}>
        <div className="stage" data-testid="stage-own">
          <ScanMap
            {...shared}
            label={t('viewer.map')}
            shown={mainShown}
            heat={heatShown}
            marks={marks}
            swipe={upper}
            fit={fit}
            testId="map"
            onDrawn={wasDrawn}
          />
          {mode !== 'OFF' && <Caption label={mode === 'BLINK' && otherOnTop && otherLabel !== null ? otherLabel : ownLabel} own={mode !== 'BLINK' || !otherOnTop} />}
          {mode === 'SWIPE' && otherLabel !== null && (
            <>
              <Caption label={otherLabel} own={false} atEnd />
              <span className="swipe-line" style={{ left: `${(1 - swipe) * 100}%` }} />
              <input
                type="range"
                className="swipe"
                aria-label={t('compare.swipe')}
                min="0"
                max="1"
                step="0.01"
                value={1 - swipe}
                onChange={(event) => { setSwipe(1 - Number(event.target.value)); }}
              />
            </>
          )}
          <Loading state={state} onRetry={retry} />
        </div>
        {mode === 'BESIDE' && (
          <div className="stage" data-testid="stage-other">
            <ScanMap
              {...shared}
              label={t('compare.map')}
              shown={besideShown}
              heat={null}
              marks={otherMarks}
              swipe={1}
              fit={null}
              testId="map-other"
              onDrawn={() => undefined}
            />
            {otherLabel !== null && <Caption label={otherLabel} own={false} />}
            <Loading state={other.state} onRetry={other.retry} />
          </div>
        )}
        {laidOver && other.state.phase !== 'shown' && <Loading state={other.state} onRetry={other.retry} />}
      </div>
      <div className="bar bar--low" role="toolbar" aria-label={t('viewer.marks')}>
        <MarkTools
          revealed={revealed}
          revealing={revealing}
          ready={drawn}
          shown={marksOn}
          heat={heat}
          heatOn={heatOn}
          opacity={opacity}
          operator={image.operatorMarks.length === 0 ? null : operator}
          onReveal={reveal}
          onHeat={() => { setHeatOn(!heatOn); }}
          onOpacity={setOpacity}
          onOperator={() => { setOperator(!operator); }}
        />
        {comparable && (
          <CompareTools
            scans={file.otherScans.map((scan) => labelOfOther(file, scan))}
            chosen={otherIndex}
            mode={mode}
            flipped={flipped}
            onScan={setOtherIndex}
            onMode={compare}
            onFlip={() => { setFlipped(!flipped); }}
          />
        )}
      </div>
      <div className="viewer__status">
        {marksShown && <FindingsList findings={findings} onGo={(region) => { setFit({ region: around(region) }); }} />}
        {marksShown && comparison !== null && <ChangesList comparison={comparison} onGo={goToChange} />}
        <Readout pointer={pointer} picture={picture} energy={look.energy} inverted={look.tone.invert} />
        <ZoomTools view={view} onZoom={zoom} onContainer={fitContainer} onWhole={fitWhole} />
      </div>
    </section>
  );
}

function Caption({ label, own, atEnd = false }: { label: ScanLabel; own: boolean; atEnd?: boolean }) {
  const { t } = useTranslation();
  const parts = [t(`compare.side.${label.side}`), label.place === null ? null : placeName(label.place, label.name), label.at === null ? null : dateTime(label.at)].filter((part) => part !== null);
  return (
    <p className={`caption${own ? ' caption--own' : ''}${atEnd ? ' caption--end' : ''}`}>
      {parts.join(' · ')} {own && <small>{t('compare.thisCase')}</small>}
    </p>
  );
}

function Loading({ state, onRetry }: { state: PictureState; onRetry: () => void }) {
  const { t } = useTranslation();
  if (state.phase === 'loading') {
    const text = state.progress < 100 ? t('viewer.loading') : t('viewer.decoding');
    return (
      <div className="stage__message" role="status">
        <p>{text}</p>
        <ProgressBar className="progress" aria-label={t('viewer.loading')} value={state.progress}>
          <progress max="100" value={state.progress} aria-hidden="true" />
        </ProgressBar>
      </div>
    );
  }
  if (state.phase === 'failed') {
    return (
      <div className="stage__message" role="alert" data-testid="image-failed">
        <h2>{t('viewer.failed')}</h2>
        <p>{failureText(state.failure)}</p>
        <p>{t('viewer.failedText')}</p>
        <Button className="button button--primary" onPress={onRetry}>
          {t('app.retry')}
        </Button>
      </div>
    );
  }
  return null;
}
