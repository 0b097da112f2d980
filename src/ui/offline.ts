/**
 * Keeps the whole app on this machine, so that it opens without a network from now on. Call it once the first
 * picture is shown: it loads every file not yet loaded, and looks for a newer version, which is used from the next
 * visit on. Resolves to whether the app is kept; never rejects.
 */
export async function registerOffline(): Promise<boolean> {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return false;
  try {
    const registration = await navigator.serviceWorker.register('./sw.js', { updateViaCache: 'none' });
    if (registration.active) {
      registration.update().catch(() => undefined);
      return true;
    }
    const worker = registration.installing ?? registration.waiting;
    return worker !== null && (await isActivated(worker));
  } catch {
    return false;
  }
}

function isActivated(worker: ServiceWorker): Promise<boolean> {
  return new Promise((resolve) => {
    const look = () => {
      if (worker.state === 'activated') resolve(true);
      if (worker.state === 'redundant') resolve(false);
    };
    worker.addEventListener('statechange', look);
    look();
  });
}
