import { createContext } from 'svelte';
import type { Explorer } from '../explorer';
import type { Screen } from './screen.svelte';

/** The session that everything on the screen shows and drives. */
export const [getExplorer, setExplorer] = createContext<Explorer>();

/** What is open on the screen, apart from the session. */
export const [getScreen, setScreen] = createContext<Screen>();
