/** Whether the browser promised to keep what pages of this origin stored, also when space runs short. Does not reject. */
export async function isPromised(): Promise<boolean> {
  try {
    return await navigator.storage.persisted();
  } catch {
    return false;
  }
}

/** Asks for that promise; some browsers ask the person in turn. Does not reject. */
export async function askForPromise(): Promise<boolean> {
  try {
    return await navigator.storage.persist();
  } catch {
    return false;
  }
}
