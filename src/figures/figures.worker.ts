import { readAppFile } from './font-file';
import type { FigureFormat } from '../model';
import { makeFigure, makePreview, type FigureRequest, type Preview } from './make';

export type FigureQuestion =
  | { readonly run: number; readonly kind: 'preview'; readonly request: FigureRequest }
  | {
      readonly run: number;
      readonly kind: 'make';
      readonly format: FigureFormat;
      readonly request: FigureRequest;
    };

export type FigureAnswer =
  | { readonly run: number; readonly kind: 'preview'; readonly preview: Preview }
  | { readonly run: number; readonly kind: 'made'; readonly blob: Blob }
  | { readonly run: number; readonly kind: 'failed'; readonly error: string };

onmessage = async ({ data }: MessageEvent<FigureQuestion>) => {
  const { run } = data;
  try {
    const answer: FigureAnswer =
      data.kind === 'preview'
        ? { run, kind: 'preview', preview: await makePreview(data.request, readAppFile) }
        : { run, kind: 'made', blob: await makeFigure(data.format, data.request, readAppFile) };
    postMessage(answer);
  } catch (failure) {
    postMessage({ run, kind: 'failed', error: String(failure) } satisfies FigureAnswer);
  }
};
