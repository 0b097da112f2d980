import { beforeAll, expect, test } from 'vitest';
import advances from '../../src/scene/advances.json';
import '../../src/ui/fonts.css';

const FACES = [
  { weight: 400, face: advances.regular },
  { weight: 600, face: advances.semibold },
];
const EXAMPLES = 'AaWwßéŁŚžΩαµ019.,–—“”…·−†€';

beforeAll(async () => {
  await Promise.all(
    FACES.map(({ weight }) => document.fonts.load(`${weight} 16px "Source Sans 3"`, EXAMPLES)),
  );
});

test.each(FACES)(
  'letters of weight $weight are as wide in the browser as in the table',
  ({ weight, face }) => {
    const context = canvasWith(weight);
    const widths: Readonly<Record<string, number>> = face.widths;
    for (const letter of EXAMPLES) {
      expect(context.measureText(letter).width, letter).toBeCloseTo(widths[letter] ?? Number.NaN, 0);
    }
  },
);

test.each(FACES)('a line of weight $weight is as tall in the browser as in the table', ({ weight, face }) => {
  const context = canvasWith(weight);
  const { fontBoundingBoxAscent, fontBoundingBoxDescent } = context.measureText('x');
  expect([fontBoundingBoxAscent, -fontBoundingBoxDescent]).toEqual([face.ascender, face.descender]);
});

function canvasWith(weight: number): CanvasRenderingContext2D {
  const context = document.createElement('canvas').getContext('2d');
  if (!context) throw new Error('There is no canvas.');
  context.font = `${weight} 1000px "Source Sans 3"`;
  return context;
}
