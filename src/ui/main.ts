import { mount } from 'svelte';
import './fonts.css';
import './base.css';
import { createApi, Explorer, type CorollaryApi } from '../explorer';
import App from './App.svelte';
import { registerOffline } from './offline';

declare global {
  interface Window {
    corollary: CorollaryApi;
  }
}

void import('../view');

const explorer = new Explorer();
const place = document.querySelector('#app') ?? document.body;
place.replaceChildren();
mount(App, { target: place, props: { explorer } });

const ready = explorer.start();
window.corollary = createApi(explorer, ready);
// A failed start is on the screen; whoever awaits `ready` hears of it too.
ready.then(registerOffline, () => undefined);
