import { readAppFile } from './font-file';
import type { FigureFormat } from '../model';
import { makeStory, type StoryRequest, type WholeStoryFormat } from './make-story';
import { makeFigure, makePreview, type FigureRequest, type Preview } from './make';

export type FigureQuestion =
  | { readonly run: number; readonly kind: 'preview'; readonly request: FigureRequest }
  | {
      readonly run: number;
      readonly kind: 'make';
      readonly format: FigureFormat;
      readonly request: FigureRequest;
    }
  | {
      readonly run: number;
      readonly kind: 'story';
      readonly format: WholeStoryFormat;
      readonly request: StoryRequest;
    };

export type FigureAnswer =
  | { readonly run: number; readonly kind: 'preview'; readonly preview: Preview }
  | { readonly run: number; readonly kind: 'made'; readonly blob: Blob }
  /** Of a story, how many of its steps; the file comes after. */
  | { readonly run: number; readonly kind: 'drawn'; readonly drawn: number }
  | { readonly run: number; readonly kind: 'failed'; readonly error: string };

onmessage = async ({ data }: MessageEvent<FigureQuestion>) => {
  const { run } = data;
  try {
    postMessage(await answerTo(data));
  } catch (failure) {
    postMessage({ run, kind: 'failed', error: String(failure) } satisfies FigureAnswer);
  }
};

async function answerTo(question: FigureQuestion): Promise<FigureAnswer> {
  const { run } = question;
  switch (question.kind) {
    case 'preview':
      return { run, kind: 'preview', preview: await makePreview(question.request, readAppFile) };
    case 'make':
      return { run, kind: 'made', blob: await makeFigure(question.format, question.request, readAppFile) };
    case 'story':
      return { run, kind: 'made', blob: await makeStory(question.format, question.request, telling(run)) };
  }
}

function telling(run: number) {
  const onDrawn = (drawn: number) => postMessage({ run, kind: 'drawn', drawn } satisfies FigureAnswer);
  return { read: readAppFile, onDrawn };
}
