import { DifferenceDesk, type Asked } from './desk';

const desk = new DifferenceDesk();

onmessage = ({ data }: MessageEvent<{ run: number; asked: Asked }>) => {
  try {
    postMessage({ run: data.run, answer: desk.answer(data.asked) });
  } catch (failure) {
    postMessage({ run: data.run, error: String(failure) });
  }
};
