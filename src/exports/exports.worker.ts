import type { Report } from './client';
import { write, type Job } from './write';

const report = (message: Report) => postMessage(message);

onmessage = ({ data }: MessageEvent<Job>) => {
  write(data).then(
    (made) => report({ kind: 'written', ...made }),
    (failure: unknown) => report({ kind: 'failed', message: String(failure) }),
  );
};
