/** A component's drawing: how wide, how high. */
export interface Box {
  readonly wide: number;
  readonly high: number;
}

export interface Packed {
  /** The lower left corner of each box. */
  readonly left: readonly number[];
  readonly base: readonly number[];
  readonly wide: number;
  readonly high: number;
}

/**
 * Boxes side by side on one ground, no wider in all than `width` where each is not: the highest first, each where it
 * lies lowest (skyline, bottom left: Baker, Coffman and Rivest 1980).
 */
export function packed(boxes: readonly Box[], width: number): Packed {
  const order = boxes.map((_, box) => box);
  const high = (box: number) => boxes[box]?.high ?? 0;
  order.sort((a, b) => high(b) - high(a) || (boxes[b]?.wide ?? 0) - (boxes[a]?.wide ?? 0) || a - b);
  const left = boxes.map(() => 0);
  const base = boxes.map(() => 0);
  let skyline: Step[] = [{ left: 0, right: width, height: 0 }];
  for (const box of order) {
    const { wide, high } = boxes[box] ?? { wide: 0, high: 0 };
    const spot = lowest(skyline, wide);
    left[box] = spot.left;
    base[box] = spot.height;
    skyline = raised(skyline, spot.left, spot.left + wide, spot.height + high);
  }
  return {
    left,
    base,
    wide: boxes.reduce((most, { wide }, box) => Math.max(most, (left[box] ?? 0) + wide), 0),
    high: boxes.reduce((most, { high }, box) => Math.max(most, (base[box] ?? 0) + high), 0),
  };
}

interface Step {
  readonly left: number;
  readonly right: number;
  readonly height: number;
}

function lowest(skyline: readonly Step[], wide: number): { left: number; height: number } {
  const right = skyline.at(-1)?.right ?? 0;
  let best = { left: 0, height: Infinity };
  for (const { left } of skyline) {
    if (left > 0 && left + wide > right) break;
    let height = 0;
    for (const step of skyline) {
      if (step.right > left && step.left < left + wide) height = Math.max(height, step.height);
    }
    if (height < best.height) best = { left, height };
  }
  return best;
}

function raised(skyline: readonly Step[], left: number, right: number, height: number): Step[] {
  const next: Step[] = [];
  for (const step of skyline) {
    if (step.left < left) next.push({ ...step, right: Math.min(step.right, left) });
    if (step.left <= left && left < step.right) next.push({ left, right, height });
    if (step.right > right) next.push({ ...step, left: Math.max(step.left, right) });
  }
  return next.reduce<Step[]>((steps, step) => {
    const last = steps.at(-1);
    if (last?.height === step.height) steps[steps.length - 1] = { ...last, right: step.right };
    else if (step.right > step.left) steps.push(step);
    return steps;
  }, []);
}
