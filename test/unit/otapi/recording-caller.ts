import type { Misfit } from '../../../main/otapi/decode/decoder.ts';
import type { Caller, MethodCall } from '../../../main/otapi/exchange.ts';
import { readXml } from '../../../main/otapi/xml/read-xml.ts';

/** Takes the place of the network: keeps the last call and answers it with `payload`. */
export interface RecordingCaller {
  call: Caller;
  made: MethodCall<unknown> | undefined;
  /** What stands in the answer beside its envelope. */
  payload: string;
  misfits: Misfit[];
}

export function recordingCaller(payload = ''): RecordingCaller {
  const recording: RecordingCaller = {
    async call(call) {
      recording.made = call;
      const root = readXml(Buffer.from(`<Answer><ErrorCode>Ok</ErrorCode>${recording.payload}</Answer>`));
      return call.decode(root, (misfit) => recording.misfits.push(misfit));
    },
    made: undefined,
    payload,
    misfits: [],
  };
  return recording;
}
