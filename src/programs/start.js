// @ts-check
import { installed, node } from './command.js';
import { installMissing } from './install.js';
import { serve } from './serve.js';

const port = Number(process.env['PORT'] ?? 4173);

try {
  await installMissing();
  const code = await node([installed('vite/bin/vite.js'), 'build', '--logLevel', 'warn']);
  if (code !== 0) throw new Error('The app could not be built; the reason is above.');
  const { url } = await serve({ port });
  console.log(url.replace(/\/$/, ''));
} catch (error) {
  console.error(reasonOf(error));
  process.exit(1);
}

/** @param {unknown} error */
function reasonOf(error) {
  if (!(error instanceof Error)) return String(error);
  if ('code' in error && error.code === 'EADDRINUSE') {
    return `Port ${port} is taken. Stop what uses it, or choose another: PORT=8080 npm start`;
  }
  return error.message;
}
