/** What the analyst-queue service says, field by field. Times are ISO 8601 with an offset. A field that is not known may be absent. */

export type Role = 'ANALYST' | 'SENIOR' | 'TEAM_LEAD' | 'AUDITOR';

export interface Me {
  userName: string;
  name: string;
  roles: Role[];
}

export interface LocalText {
  nl: string;
  en: string;
}

export interface Counts {
  /** Cases that can be claimed, second readings among them. */
  waiting: number;
  claimed: number;
  secondReadings: number;
  decidedToday: number;
  oldestWaitingSince?: string | null;
  nextDeadline?: string | null;
  unreadAlarm: boolean;
}

export interface EmptyQueue {
  why: 'NOTHING_WAITS' | 'ALL_CLAIMED' | 'ONLY_YOUR_OWN';
  text: LocalText;
  claimed: number;
  nextExpected?: string | null;
}

export interface Claim {
  /** Proves the claim; goes with every call about the case and is shown to nobody. */
  token: string;
  expiresAt: string;
  heartbeatSeconds: number;
  case: CaseFile;
}

export interface NextCase {
  claim?: Claim | null;
  empty?: EmptyQueue | null;
}

/** Pixels of the image, origin top left. */
export interface Region {
  x: number;
  y: number;
  width: number;
  height: number;
}

export type Energy = 'SINGLE' | 'HIGH' | 'LOW';

/** Two corners of a box drawn by the operator at the scanner. */
export interface OperatorMark {
  x: number;
  y: number;
  x2: number;
  y2: number;
  text?: string | null;
}

export interface ScanImage {
  imageId: string;
  role?: string | null;
  width: number;
  height: number;
  channels: { energy: Energy; bits: number }[];
  /** Where the container of the case is, as far as it is known. */
  container?: Region | null;
  otherContainers: Region[];
  operatorMarks: OperatorMark[];
}

/** The same container number, scanned at another moment. */
export interface OtherScan {
  scanId: string;
  caseReference: string;
  occurredAt?: string | null;
  place?: string | null;
  direction?: string | null;
  images: ScanImage[];
}

export type Source = 'IMAGE' | 'RULE' | 'HISTORY';
export type Weight = 'STRONG' | 'MODERATE' | 'SLIGHT' | 'REMARK' | 'REASSURING';

export interface Reason {
  source: Source;
  id: string;
  weight: Weight;
  text: LocalText;
}

export type HidingPlace = 'DOORS' | 'FLOOR' | 'ROOF' | 'REEFER_END' | 'IN_LOAD';

export interface Finding {
  region: Region;
  place: HidingPlace;
  strength: 'STRONG' | 'MODERATE' | 'SLIGHT';
}

export type ChangeKind = 'ADDED' | 'REMOVED' | 'SHIFTED';

/** What happened between the earlier scan and the later one, at one place of the container. */
export interface ChangeSeen {
  kind: ChangeKind;
  region: Region;
  /** The same place in the picture of the other scan that shows the container. */
  otherRegion: Region;
  strength: 'STRONG' | 'MODERATE' | 'SLIGHT';
}

export type ComparisonResult = 'SAME' | 'CHANGED' | 'NOT_COMPARABLE';

export type ComparisonObstacle = 'NO_PICTURE' | 'PICTURE_GONE' | 'EARLIER_UNREADABLE' | 'LATER_UNREADABLE' | 'DO_NOT_MATCH' | 'FAILED';

/** What came of laying the picture of the case on that of the other end of the voyage. */
export interface Comparison {
  scanId: string;
  /** Whether the other scan came first. */
  earlier: boolean;
  /** Absent until the pictures are compared. */
  result?: ComparisonResult | null;
  obstacle?: ComparisonObstacle | null;
  changes: ChangeSeen[];
}

/** The marks of the machine; they exist for a reader only after asking. */
export interface Revealed {
  reasons: Reason[];
  findings: Finding[];
  heatMap?: { width: number; height: number; region: Region } | null;
  mode: 'IMAGE_AND_RULES' | 'RULES_ONLY';
  model?: string | null;
  comparison?: Comparison | null;
}

export type Moment = 'CUT_OFF' | 'DEPARTURE' | 'ARRIVAL';

export interface Deadline {
  at?: string | null;
  kind: Moment | 'NONE';
  missing: Moment[];
}

export interface Seal {
  number?: string | null;
  type?: string | null;
  affixedBy?: string | null;
}

export interface Equipment {
  number?: string | null;
  numberSource?: string | null;
  sizeType?: string | null;
  fullEmpty?: string | null;
  seals: Seal[];
  tareKg?: number | null;
  vgmKg?: number | null;
  weighbridgeKg?: number | null;
  reefer?: { active?: boolean | null; setpointC?: number | null } | null;
}

export interface Transport {
  imo?: string | null;
  vesselName?: string | null;
  voyage?: string | null;
  carrier?: string | null;
  portOfLoading?: string | null;
  portsOfTransit: string[];
  portOfDischarge?: string | null;
  loadingCutOff?: string | null;
  etd?: string | null;
  eta?: string | null;
}

export interface Item {
  hs?: string | null;
  nationalCode?: string | null;
  description?: string | null;
  packages?: { type?: string | null; count?: number | null } | null;
  grossKg?: number | null;
  equipment: string[];
}

/** A company comes in the source's own shape. */
export type Party = unknown;

export interface Consignment {
  level?: string | null;
  documentNumber?: string | null;
  parties?: { consignor?: Party; consignee?: Party } | null;
  items: Item[];
}

export interface Manifest {
  sender?: {
    authority?: string | null;
    system?: string | null;
    facility?: { unlocode?: string | null; terminalCode?: string | null } | null;
  } | null;
  correctionOf?: string | null;
  contingency: boolean;
  scan?: {
    occurredAt?: string | null;
    direction?: string | null;
    device?: { id?: string | null; vendor?: string | null; model?: string | null; energyMeV: number[] } | null;
    sourceReference?: string | null;
  } | null;
  equipment: Equipment[];
  transport?: Transport | null;
  consignments: Consignment[];
}

export const decisions = [
  'NO_FINDING',
  'NOT_READABLE',
  'REQUEST_INFORMATION',
  'SECOND_OPINION',
  'INSPECT_AT_ORIGIN',
  'RECOMMEND_DO_NOT_LOAD',
  'CONTROL_ON_ARRIVAL',
  'ESCALATE',
] as const;

export type Decision = (typeof decisions)[number];

export type CheckDigit = 'CORRECT' | 'WRONG' | 'UNREADABLE';

export interface CaseFile {
  caseId: string;
  /** Of what is shown here; a decision names it. */
  version: string;
  reference: string;
  purpose: 'FIRST_READING' | 'SECOND_READING';
  containerNumber?: string | null;
  checkDigit?: CheckDigit | null;
  containerIndex: number;
  containersInScan: number;
  deadline: Deadline;
  scan: { scanId: string; tenant: string; receivedAt: string; flags: string[] };
  manifest: Manifest;
  /** Names of the UN/LOCODEs that the manifest mentions. */
  places: Record<string, string>;
  image?: ScanImage | null;
  otherImages: ScanImage[];
  otherScans: OtherScan[];
  reasons: Reason[];
  /** Why the container was scored again; empty while the first score stands. */
  changes?: LocalText[];
  revealed?: Revealed | null;
  imageOpened: boolean;
  decisions: Decision[];
}

export interface DecisionTaken {
  decidedAt: string;
  decision: Decision;
  /** What the source hears; null when it hears nothing. */
  told?: LocalText | null;
}

export interface AuditEntry {
  seq: number;
  at: string;
  actor: string;
  action: string;
  subject: string;
  payload: unknown;
  hash: string;
}

export interface AuditPage {
  entries: AuditEntry[];
  next?: number | null;
}

export interface Verification {
  entries: number;
  intact: boolean;
  brokenAt?: number | null;
  /** In a few words, when broken. */
  why?: string | null;
  head?: string | null;
  verifiedAt: string;
}
