import type { Theme } from '../scene';
import { Director } from './director';
import type { Stage, StageHandlers } from './stage';

export type { Stage, StageHandlers } from './stage';
export { measureRedraws } from './measure-redraws';

/** Opens a stage that fills the container and follows its size. */
export function createStage(container: HTMLElement, theme: Theme, handlers: StageHandlers): Stage {
  return new Director(container, theme, handlers);
}
