import type { LayoutName } from '../model';
import type { LayoutInput } from './arrangement';
import { LAYOUTS } from './layouts';

onmessage = ({ data }: MessageEvent<{ run: number; layout: LayoutName; input: LayoutInput }>) => {
  try {
    postMessage({ run: data.run, positions: LAYOUTS[data.layout](data.input) });
  } catch (failure) {
    postMessage({ run: data.run, error: String(failure) });
  }
};
