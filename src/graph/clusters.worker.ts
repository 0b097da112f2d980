import { findClusters, type ClusterInput } from './clusters';

onmessage = ({ data }: MessageEvent<{ run: number; input: ClusterInput }>) => {
  try {
    postMessage({ run: data.run, clusters: findClusters(data.input) });
  } catch (failure) {
    postMessage({ run: data.run, error: String(failure) });
  }
};
