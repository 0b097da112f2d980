import { drawnOf, type Scene, type SceneNode } from '../../model';
import { counted } from '../numbers';

/** `Title (2023), stub, 12 lines, 7 hidden neighbours`: what a screen reader says of a node. */
export function spokenNode(node: SceneNode, scene: Scene): string {
  const lines = drawnOf(scene).lines.filter(
    ({ from, to, kind }) =>
      !['asked', 'claim', 'contains'].includes(kind) && (from === node.id || to === node.id),
  ).length;
  const parts = [
    node.title,
    node.kind === 'paper' ? '' : node.kind,
    node.isFocus ? 'focus' : '',
    node.trust === 'none' ? '' : `record ${node.trust}`,
    node.isPinned ? 'pinned' : '',
    counted(lines, 'line'),
    node.hiddenNeighbours > 0 ? counted(node.hiddenNeighbours, 'hidden neighbour') : '',
  ];
  return parts.filter((part) => part !== '').join(', ');
}
