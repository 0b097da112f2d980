import type { Report } from './client';
import { write, type Job } from './write';

const report = (message: Report) => postMessage(message);

onmessage = ({ data }: MessageEvent<Job>) => {
  write(data).then(
    (written) => report({ kind: 'written', written }),
    (failure: unknown) => report({ kind: 'failed', message: String(failure) }),
  );
};
