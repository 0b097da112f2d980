/** What the first picture does without; loaded by `import()` once that is on the screen. */
export { default as Details } from './details/Details.svelte';
export { default as Dock } from './table/Dock.svelte';
export { default as Filters } from './filters/Filters.svelte';
export { default as Overlays } from './help/Overlays.svelte';
export { default as SearchBox } from './search/SearchBox.svelte';
