import type { Parts } from './evidence';
import type { StatementFact } from './facts';
import { LIMITS } from './limits';
import { isObject, present, within, type Stated } from './stated';

const MOST = 200;
const DEEPEST = 3;

/** What the registry says of a record besides its content, each scalar by itself: nothing of it is checked here. */
export function statementsIn(
  { registry, graphs: [graph], events }: Parts,
  pithNumber: string,
): StatementFact[] {
  const said = [
    ...registry,
    ...present([
      within(graph ?? null, 'verdict'),
      within(graph ?? null, 'builder_version'),
      within(graph ?? null, 'author_claims'),
      ...events.map((event) => within(event, 'payload', 'receipt')),
    ]),
  ];
  const facts: StatementFact[] = [];
  for (const part of said) add(part, nameOf(part), 0);
  return facts;

  function add({ value, pointer }: Stated, name: string, depth: number): void {
    if (facts.length >= MOST || value === null) return;
    if (isObject(value)) {
      if (depth < DEEPEST)
        for (const [key, inner] of Object.entries(value))
          add({ value: inner, pointer: `${pointer}/${escaped(key)}` }, `${name}.${key}`, depth + 1);
    } else if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') {
      facts.push({
        pithNumber,
        name: name.slice(0, LIMITS.idLength),
        value: String(value).slice(0, LIMITS.textLength),
        pointer,
      });
    }
  }
}

function nameOf({ pointer }: Stated): string {
  return pointer.slice(pointer.lastIndexOf('/') + 1);
}

function escaped(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1');
}
