export interface Signal {
  readonly done: Promise<void>;
  readonly give: () => void;
}

export function signal(): Signal {
  let give: () => void = () => undefined;
  const done = new Promise<void>((resolve) => (give = resolve));
  return { done, give };
}
