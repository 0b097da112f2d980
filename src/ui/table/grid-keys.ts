export interface Cell {
  readonly row: number;
  readonly column: number;
}

/** Where a key takes the keyboard in a grid; null for keys that move nowhere. */
export function cellAfter(
  key: string,
  isCtrl: boolean,
  at: Cell,
  rows: number,
  columns: number,
  page: number,
): Cell | null {
  const last = { row: rows - 1, column: columns - 1 };
  const move = (row: number, column: number): Cell => ({
    row: Math.min(last.row, Math.max(0, row)),
    column: Math.min(last.column, Math.max(0, column)),
  });
  switch (key) {
    case 'ArrowDown':
      return move(at.row + 1, at.column);
    case 'ArrowUp':
      return move(at.row - 1, at.column);
    case 'ArrowRight':
      return move(at.row, at.column + 1);
    case 'ArrowLeft':
      return move(at.row, at.column - 1);
    case 'PageDown':
      return move(at.row + page, at.column);
    case 'PageUp':
      return move(at.row - page, at.column);
    case 'Home':
      return isCtrl ? move(0, 0) : move(at.row, 0);
    case 'End':
      return isCtrl ? last : move(at.row, last.column);
    default:
      return null;
  }
}

/** The keys of the table, for the keys sheet. */
export const GRID_KEYS = [
  { keys: '↑ ↓ ← →', words: 'To the next cell' },
  { keys: 'Page Up, Page Down', words: 'Ten rows up or down' },
  { keys: 'Home, End', words: 'To the first or last cell of the row; with Ctrl of the table' },
  { keys: 'Enter', words: 'Select the row; with Shift or Ctrl add it' },
] as const;
