import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseFile, Equipment } from '../api/types';
import { dateTime, decimal, kilograms, placeName, signedKilograms } from '../i18n/format';
import { Goods } from './Goods';
import type { Row } from './Rows';
import { Rows } from './Rows';
import type { Bill } from './equipment';
import { billsOf, difference, equipmentOf, weightsOf } from './equipment';
import { readSizeType } from './sizeType';

/** What the source says about the container, its goods and its voyage. */
export function ManifestPanels({ file }: { file: CaseFile }) {
  const equipment = equipmentOf(file);
  const bills = billsOf(file);
  return (
    <>
      <ContainerPanel equipment={equipment} bills={bills} />
      <Goods bills={bills} />
      <VoyagePanel file={file} />
      <ScanPanel file={file} />
    </>
  );
}

function ContainerPanel({ equipment, bills }: { equipment: Equipment | null; bills: Bill[] }) {
  const { t } = useTranslation();
  const weights = weightsOf(equipment, bills);
  const weighed = (kg: number | null, against: number | null, name: string): ReactNode => {
    if (kg === null) {
      return null;
    }
    const apart = difference(kg, against);
    return (
      <>
        {kilograms(kg)}{' '}
        {apart !== null && (
          <small className={apart.notable ? 'warn' : 'quiet'}>{t('container.difference', { kg: signedKilograms(apart.kg), against: name })}</small>
        )}
      </>
    );
  };
  const reefer = equipment?.reefer;
  const rows: Row[] = [
    [t('container.sizeType'), <SizeTypeText key="size" code={equipment?.sizeType ?? null} />],
    [t('container.load'), equipment?.fullEmpty == null ? null : t(`container.fullEmpty.${equipment.fullEmpty}`, { defaultValue: equipment.fullEmpty })],
    [t('container.seals'), <Seals key="seals" equipment={equipment} />],
    [t('container.tare'), weights.tareKg === null ? null : kilograms(weights.tareKg)],
    [t('container.goods'), weights.goodsKg === null ? null : kilograms(weights.goodsKg)],
    [t('container.vgm'), weighed(weights.vgmKg, weights.expectedKg, t('container.declared'))],
    [t('container.weighbridge'), weighed(weights.weighbridgeKg, weights.vgmKg ?? weights.expectedKg, t(weights.vgmKg === null ? 'container.declared' : 'container.vgm'))],
  ];
  if (reefer != null) {
    const setpoint = reefer.setpointC == null ? '–' : `${decimal(reefer.setpointC, 1)} °C`;
    rows.push([t('container.reefer'), reefer.active === false ? t('container.reeferOff') : t('container.reeferOn', { setpoint })]);
  }
  return (
    <section className="panel" aria-labelledby="container">
      <h2 id="container">{t('container.title')}</h2>
      {equipment === null ? <p className="warn">{t('container.unknown')}</p> : <Rows rows={rows} />}
    </section>
  );
}

function SizeTypeText({ code }: { code: string | null }) {
  const { t } = useTranslation();
  if (code === null) {
    return <span className="quiet">{t('manifest.missing')}</span>;
  }
  const { feet, highCube, type } = readSizeType(code);
  const words = [
    feet === null ? null : t('container.feet', { feet }),
    highCube ? t('container.highCube') : null,
    type === null ? null : t(`container.type.${type}`),
  ].filter((part) => part !== null);
  return (
    <>
      {words.join(', ')} <code>{code}</code>
    </>
  );
}

function Seals({ equipment }: { equipment: Equipment | null }) {
  const { t } = useTranslation();
  const seals = equipment?.seals ?? [];
  if (seals.length === 0) {
    return <span className="warn">{t('container.noSeals')}</span>;
  }
  return (
    <ul className="plain">
      {seals.map(({ number, type, affixedBy }, index) => (
        <li key={`${number ?? ''}/${index}`}>
          <code>{number ?? '?'}</code>{' '}
          <small className="quiet">
            {[
              type == null ? null : t(`container.seal.${type}`, { defaultValue: type }),
              affixedBy == null ? null : t('container.affixedBy', { who: t(`container.party.${affixedBy}`, { defaultValue: affixedBy }) }),
            ]
              .filter((part) => part !== null)
              .join(', ')}
          </small>
        </li>
      ))}
    </ul>
  );
}

function placesOf(file: CaseFile) {
  return (code: string | null | undefined): string | null => (code == null ? null : placeName(code, file.places[code] ?? null));
}

function VoyagePanel({ file }: { file: CaseFile }) {
  const { t } = useTranslation();
  const place = placesOf(file);
  const transport = file.manifest.transport ?? null;
  const moment = (iso: string | null | undefined) => (iso == null ? null : dateTime(iso));
  const route = transport === null ? [] : [transport.portOfLoading, ...transport.portsOfTransit, transport.portOfDischarge].map(place).filter((port) => port !== null);
  return (
    <section className="panel" aria-labelledby="voyage">
      <h2 id="voyage">{t('voyage.title')}</h2>
      <Rows
        rows={[
          [t('voyage.route'), route.length === 0 ? null : route.join(' → ')],
          [t('voyage.vessel'), transport?.vesselName == null ? null : `${transport.vesselName}${transport.imo == null ? '' : ` (IMO ${transport.imo})`}`],
          [t('voyage.voyage'), transport?.voyage],
          [t('voyage.carrier'), transport?.carrier],
          [t('moment.CUT_OFF'), moment(transport?.loadingCutOff)],
          [t('moment.DEPARTURE'), moment(transport?.etd)],
          [t('moment.ARRIVAL'), moment(transport?.eta)],
        ]}
      />
    </section>
  );
}

function ScanPanel({ file }: { file: CaseFile }) {
  const { t } = useTranslation();
  const place = placesOf(file);
  const { scan, sender } = file.manifest;
  const facility = sender?.facility ?? null;
  const device = scan?.device ?? null;
  const energies = device === null || device.energyMeV.length === 0 ? null : `${device.energyMeV.map((energy) => decimal(energy, 0)).join(' / ')} MeV`;
  return (
    <section className="panel" aria-labelledby="scan">
      <h2 id="scan">{t('scan.title')}</h2>
      <Rows
        rows={[
          [t('scan.occurred'), scan?.occurredAt == null ? null : dateTime(scan.occurredAt)],
          [t('scan.received'), dateTime(file.scan.receivedAt)],
          [t('scan.direction'), scan?.direction == null ? null : t(`scan.directions.${scan.direction}`, { defaultValue: scan.direction })],
          [t('scan.facility'), [place(facility?.unlocode), facility?.terminalCode].filter((part) => part != null).join(', ')],
          [t('scan.device'), [device?.vendor, device?.model, energies].filter((part) => part != null).join(' ')],
          [t('scan.authority'), sender?.authority ?? file.scan.tenant],
          [t('scan.sourceReference'), scan?.sourceReference],
        ]}
      />
    </section>
  );
}
