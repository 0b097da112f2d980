// @ts-check
import { META_POLICY } from '../headers.js';

/**
 * Writes the content security policy into the page, for hosts that send no headers.
 * @returns {import('vite').Plugin}
 */
export function contentPolicy() {
  const attrs = { 'http-equiv': 'Content-Security-Policy', content: META_POLICY };
  return {
    name: 'corollary:content-policy',
    apply: 'build',
    transformIndexHtml: () => [{ tag: 'meta', attrs, injectTo: 'head-prepend' }],
  };
}
