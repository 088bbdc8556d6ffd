import { clahe } from './clahe';

export interface ClaheQuestion {
  samples: Uint16Array;
  width: number;
  height: number;
  full: number;
}

const worker = self as unknown as {
  onmessage: ((event: MessageEvent<ClaheQuestion>) => void) | null;
  postMessage: (answer: Uint16Array, transfer: Transferable[]) => void;
};

worker.onmessage = ({ data: { samples, width, height, full } }) => {
  const answer = clahe(samples, width, height, full);
  worker.postMessage(answer, [answer.buffer]);
};
