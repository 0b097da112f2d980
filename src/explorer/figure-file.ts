import { DEFAULT_FIGURE, Failure, FIGURE_FORMATS, type FigureFormat, type FigureSettings } from '../model';
import type { Explorer } from './explorer.svelte';
import { FigureMaker } from './figure-maker.svelte';

/** The console verb `figure`: settings that are not given are those of a slide. */
export async function figureFile(
  explorer: Explorer,
  format: FigureFormat,
  {
    date,
    scale,
    ...settings
  }: Partial<FigureSettings> & { readonly date?: string; readonly scale?: number } = {},
): Promise<File> {
  if (!FIGURE_FORMATS.includes(format))
    throw new Failure('bad-argument', `A figure is made as one of ${FIGURE_FORMATS.join(', ')}.`);
  const maker = explorer.tool(FigureMaker);
  const wanted = { settings: { ...DEFAULT_FIGURE, ...settings }, date: date ?? maker.wanted.date };
  const { signal } = new AbortController();
  return maker.file(format, wanted, { signal, ...(scale !== undefined && { scale }) });
}
