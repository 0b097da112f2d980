import { expect, test } from 'vitest';
import { placeLabels } from '../scene';
import { HOME_CAMERA } from '../model';
import { emphasisOf, type Marks } from './emphasis';
import { Lettering } from './lettering';
import { Places } from './places';
import { testNode, testScene } from './test-scene';

const crowd = Array.from({ length: 200 }, (_, at) =>
  testNode(`n${at}`, 380 + (at % 20) * 2, 280 + Math.floor(at / 20) * 4, { weight: 200 - at }),
);
const frame = { width: 800, height: 600 };
const scene = testScene(crowd, [], { labels: placeLabels(crowd, HOME_CAMERA, frame, []) });
const places = new Places(scene, new Map());
const lettering = new Lettering(scene, places);

function plateOf(...selected: readonly string[]): string | undefined {
  const marks: Marks = { selected: new Set(selected), hovered: null };
  const stand = { camera: HOME_CAMERA, frame, placeOf: (id: string) => places.of(id) };
  return lettering.compose(stand, emphasisOf(scene, marks), marks).plate?.rows[0]?.text;
}

test('a selected mark has its name, also where there is no room for a label', () => {
  const labelled = scene.labels[0]?.node ?? '';
  const unlabelled = crowd.find(({ id }) => !scene.labels.some(({ node }) => node === id))?.id ?? '';
  expect(plateOf()).toBeUndefined();
  expect(plateOf(labelled), 'its label is enough').toBeUndefined();
  expect(plateOf(unlabelled)).toBe(unlabelled);
  expect(plateOf(labelled, unlabelled)).toBe(unlabelled);
});
