import type { CaseFile, Claim, Revealed, ScanImage } from '../src/api/types.ts';
import type { Box } from './drawing.ts';

/** Made-up cases for working on the page without the service. */

export interface Size {
  width: number;
  height: number;
}

const truck: Size = { width: 2600, height: 1020 };
/** Longer than most graphics cards allow a texture to be. */
const train: Size = { width: 9400, height: 560 };

const container: Box = { x: 220, y: 110, width: 2050, height: 720 };
const firstTwenty: Box = { x: 180, y: 110, width: 1060, height: 720 };
const secondTwenty: Box = { x: 1360, y: 110, width: 1060, height: 720 };

/** Which story a case tells: a reefer with something at the doors and a scan on arrival, a bad number, two 20-foot containers, a train. */
export type Story = 'PAIR' | 'PLAIN' | 'TWO' | 'TRAIN';
const stories: Story[] = ['PAIR', 'PLAIN', 'TWO', 'TRAIN'];
export const storyOf = (index: number): Story => stories[index % stories.length] ?? 'PLAIN';

const wagons = [3, 0, 1, 2, 4].map((wagon): Box => ({ x: 100 + wagon * 1860, y: 40, width: 1740, height: 380 }));

export const sizeOf = (story: Story): Size => (story === 'TRAIN' ? train : truck);

export function boxesOf(story: Story): Box[] {
  switch (story) {
    case 'TRAIN':
      return wagons;
    case 'TWO':
      return [firstTwenty, secondTwenty];
    case 'PAIR':
    case 'PLAIN':
      return [container];
  }
}

/** What is hidden in the picture of the case; the scan of before has nothing there. */
export function hiddenIn(story: Story): Box | null {
  switch (story) {
    case 'PAIR':
      return { x: 1980, y: 560, width: 210, height: 150 };
    case 'PLAIN':
      return null;
    case 'TWO':
      return { x: 620, y: 520, width: 170, height: 140 };
    case 'TRAIN':
      return { x: 6960, y: 260, width: 130, height: 90 };
  }
}

const numbers: Record<Story, string> = { PAIR: 'MSCU1234566', PLAIN: 'TGHU7790315', TWO: 'CAIU4410086', TRAIN: 'MSCU1234566' };

const ahead = (hours: number) => new Date(Date.now() + hours * 3600_000).toISOString();

function image(story: Story, imageId: string): ScanImage {
  const [own = container, ...others] = boxesOf(story);
  const { width, height } = sizeOf(story);
  const single = story === 'PLAIN' || story === 'TRAIN';
  return {
    imageId,
    role: imageId === 'image-2' ? 'SECOND_VIEW' : 'PRIMARY',
    width,
    height,
    channels: single ? [{ energy: 'SINGLE', bits: 8 }] : [{ energy: 'HIGH', bits: 16 }, { energy: 'LOW', bits: 16 }],
    container: own,
    otherContainers: others,
    operatorMarks: story === 'PLAIN' ? [] : [{ x: 700, y: 300, x2: 860, y2: 420, text: 'verificar' }],
  };
}

export function revealedOf(story: Story): Revealed {
  const hidden = hiddenIn(story);
  if (hidden === null) {
    return { reasons: [], findings: [], heatMap: null, mode: 'IMAGE_AND_RULES', model: '2026.11' };
  }
  const [region = container] = boxesOf(story);
  return {
    reasons: [
      {
        source: 'IMAGE',
        id: 'anomaly',
        weight: 'STRONG',
        text: { nl: 'Op één plek ligt iets dat dichter is dan de rest van de lading.', en: 'In one spot something is denser than the rest of the load.' },
      },
    ],
    findings: [
      { region: hidden, place: story === 'PAIR' ? 'DOORS' : 'IN_LOAD', strength: 'STRONG' },
      { region: { x: hidden.x - 420, y: hidden.y + 60, width: 90, height: 80 }, place: 'FLOOR', strength: 'SLIGHT' },
    ],
    heatMap: { width: 256, height: 90, region },
    mode: 'IMAGE_AND_RULES',
    model: '2026.11',
    comparison:
      story === 'PAIR'
        ? {
            scanId: 'b1d2-origin',
            earlier: true,
            result: 'CHANGED',
            changes: [
              { kind: 'ADDED', region: hidden, otherRegion: hidden, strength: 'STRONG' },
              { kind: 'SHIFTED', region: { x: 900, y: 420, width: 260, height: 180 }, otherRegion: { x: 860, y: 420, width: 260, height: 180 }, strength: 'SLIGHT' },
            ],
          }
        : null,
  };
}

export function caseOf(index: number, second: boolean): CaseFile {
  const story = storyOf(index);
  const number = numbers[story];
  const pair = story === 'PAIR';
  return {
    caseId: `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`,
    version: `00000000-0000-4000-9000-${String(index).padStart(12, '0')}`,
    reference: `BR-7C1B8B${String(54 + index)}`,
    purpose: second ? 'SECOND_READING' : 'FIRST_READING',
    containerNumber: number,
    checkDigit: story === 'PLAIN' ? 'WRONG' : 'CORRECT',
    containerIndex: 0,
    containersInScan: boxesOf(story).length,
    deadline:
      story === 'PLAIN'
        ? { at: null, kind: 'NONE', missing: ['CUT_OFF', 'DEPARTURE', 'ARRIVAL'] }
        : pair
          ? { at: ahead(29.4), kind: 'ARRIVAL', missing: ['CUT_OFF'] }
          : { at: ahead(1.6), kind: 'CUT_OFF', missing: [] },
    scan: { scanId: `b1d2-${index}`, tenant: pair ? 'NL-DOUANE' : 'BR-RFB', receivedAt: ahead(-1), flags: story === 'PLAIN' ? ['CHECK_DIGIT_WRONG', 'HS_UNREADABLE'] : [] },
    manifest: {
      sender: { authority: pair ? 'NL-DOUANE' : 'BR-RFB', system: 'NATIONAL', facility: { unlocode: pair ? 'NLRTM' : 'BRSSZ', terminalCode: 'T-37' } },
      correctionOf: null,
      contingency: story === 'PLAIN',
      scan: { occurredAt: ahead(-1.2), direction: pair ? 'IMPORT' : 'EXPORT', device: { id: 'd', vendor: 'Example', model: 'Portal', energyMeV: [6, 4] }, sourceReference: 'SSZ3-20261124-000117' },
      equipment: [
        {
          number,
          numberSource: 'OCR',
          sizeType: story === 'TWO' ? '22G1' : '45R1',
          fullEmpty: 'FULL',
          seals: [
            { number: 'ML-BR0194432', type: 'H', affixedBy: 'SHIPPER' },
            { number: 'CU-88213', type: 'S', affixedBy: 'CUSTOMS' },
          ],
          tareKg: 4480,
          vgmKg: 27840,
          weighbridgeKg: 29760,
          reefer: story === 'TWO' ? null : { active: true, setpointC: 13.3 },
        },
      ],
      transport: {
        imo: '9839272',
        vesselName: 'EXAMPLE STAR',
        voyage: '647N',
        carrier: 'MSC',
        portOfLoading: 'BRSSZ',
        portsOfTransit: ['MAPTM'],
        portOfDischarge: 'NLRTM',
        loadingCutOff: story === 'TWO' ? ahead(1.6) : null,
        etd: story === 'PLAIN' ? null : ahead(pair ? -300 : 16),
        eta: story === 'PLAIN' ? null : ahead(pair ? 29.4 : 356),
      },
      consignments: [
        {
          level: 'HOUSE',
          documentNumber: `MEDU${880213 + index}`,
          parties: { consignor: { name: 'Frutas do Vale Ltda', city: 'Petrolina', country: 'BR', phone: '+55' }, consignee: { name: 'Import Maas B.V.', country: 'NL' } },
          items: [
            { hs: story === 'TWO' ? '090111' : '080450', description: story === 'TWO' ? 'Green coffee in bags' : 'Fresh mangoes in cartons', packages: { type: story === 'TWO' ? 'BG' : 'CT', count: 5400 }, grossKg: 23360, equipment: [number] },
          ],
        },
      ],
    },
    places: { BRSSZ: 'Santos', NLRTM: 'Rotterdam', MAPTM: 'Tanger Med' },
    image: image(story, 'image-1'),
    otherImages: story === 'TWO' ? [image(story, 'image-2')] : [],
    otherScans: pair
      ? [{ scanId: 'b1d2-origin', caseReference: 'BR-7C1B8B20', occurredAt: ahead(-310), place: 'BRSSZ', direction: 'EXPORT', images: [{ ...image(story, 'image-1'), operatorMarks: [] }] }]
      : [],
    reasons:
      story === 'PLAIN'
        ? [{ source: 'RULE', id: 'check-digit', weight: 'SLIGHT', text: { nl: 'Het controlecijfer van het containernummer klopt niet.', en: 'The check digit of the container number is wrong.' } }]
        : [
            { source: 'RULE', id: 'weighbridge', weight: 'STRONG', text: { nl: 'De weegbrug geeft 1.920 kg meer aan dan de VGM.', en: 'The weighbridge shows 1,920 kg more than the VGM.' } },
            { source: 'RULE', id: 'corridor', weight: 'MODERATE', text: { nl: 'Verse vruchten uit Zuid-Amerika naar een haven in de Lage Landen.', en: 'Fresh fruit from South America to a port in the Low Countries.' } },
            { source: 'HISTORY', id: 'pair', weight: 'SLIGHT', text: { nl: 'Bij vertrek woog deze container minder.', en: 'At origin this container weighed less.' } },
            { source: 'RULE', id: 'seal', weight: 'REASSURING', text: { nl: 'Het zegel is hetzelfde als bij vertrek.', en: 'The seal is the same as at origin.' } },
          ],
    revealed: null,
    imageOpened: false,
    decisions: [
      'NO_FINDING',
      'NOT_READABLE',
      'REQUEST_INFORMATION',
      ...(second ? [] : (['SECOND_OPINION'] as const)),
      ...(pair ? [] : (['INSPECT_AT_ORIGIN', 'RECOMMEND_DO_NOT_LOAD'] as const)),
      'CONTROL_ON_ARRIVAL',
      'ESCALATE',
    ],
  };
}

export const leaseSeconds = 120;

export const claimOf = (file: CaseFile, token: string): Claim => ({ token, expiresAt: ahead(leaseSeconds / 3600), heartbeatSeconds: 40, case: file });
