import type { LayoutName } from '../model';
import type { LayoutInput } from './arrangement';
import { LAYOUTS } from './layouts';

/** What is told of progress, at the most. */
const STEPS = 100;

onmessage = ({ data }: MessageEvent<{ run: number; layout: LayoutName; input: LayoutInput }>) => {
  const { run, layout, input } = data;
  let told = 0;
  const tell = (share: number) => {
    const step = Math.floor(share * STEPS);
    if (step > told) postMessage({ run, share });
    told = Math.max(told, step);
  };
  try {
    postMessage({ run, positions: LAYOUTS[layout](input, tell) });
  } catch (failure) {
    postMessage({ run, error: String(failure) });
  }
};
