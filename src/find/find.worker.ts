import { FinderDesk, type Asked } from './finder-desk';

const desk = new FinderDesk();

onmessage = ({ data }: MessageEvent<{ run: number; asked: Asked }>) => {
  try {
    postMessage({ run: data.run, answer: desk.answer(data.asked) });
  } catch (failure) {
    postMessage({ run: data.run, error: String(failure) });
  }
};
