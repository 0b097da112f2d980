import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeSample } from './files';

/**
 * Blueprints as they were extracted from the LaTeX sources of their projects (labels, Lean declarations, uses, marks of
 * what is formalised, citations). The licence is that of each project's LICENSE file at that commit.
 */
const BLUEPRINTS = ['pfr', 'FLT'];

export function makeBlueprintSamples(raw: string): void {
  for (const name of BLUEPRINTS) {
    const blueprint = JSON.parse(readFileSync(join(raw, 'lean', `blueprint-${name}.json`), 'utf8')) as {
      readonly repo: string;
      readonly commit: string;
    };
    const { repo, commit, ...rest } = blueprint;
    const origin = { repo, commit, licence: 'Apache-2.0', note: noteOf(repo) };
    writeSample(`blueprints/${name}.json`, `${JSON.stringify({ ...origin, ...rest }, null, 1)}\n`);
  }
}

function noteOf(repo: string): string {
  return `The blueprint of ${repo}, extracted from its LaTeX sources: statements, the Lean declarations named for them, what each uses, what is marked as formalised, and what is cited. Unsigned; that a declaration says what the statement says is the project's word.`;
}
