import { expect, test } from 'vitest';
import { schemaNotes } from './schema-notes';

test('notes stand at their tables and columns', () => {
  const notes = schemaNotes();
  expect(notes.get('documents')).toBe('one file as loaded');
  expect(notes.get('works.is_stub')).toBe('known only from references');
  expect(notes.get('theorem_uses.site')).toBe('statement, proof, unknown, import');
  expect(notes.get('checks.verdict')).toBe('pass, fail, not-checkable');
  expect(notes.has('works.title')).toBe(false);
});
