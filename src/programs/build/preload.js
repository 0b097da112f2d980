// @ts-check

/**
 * Asks for a font with the page itself, under its hashed name: the first labels need it.
 * @param {string} fileName
 * @returns {import('vite').Plugin}
 */
export function fontPreload(fileName) {
  return {
    name: 'corollary:font-preload',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(_html, { bundle = {} }) {
        const parts = Object.values(bundle);
        const font = parts.find((part) => part.type === 'asset' && part.names.includes(fileName));
        if (!font) throw new Error(`The font ${fileName} to preload is not in the build.`);
        const href = `./${font.fileName}`;
        const attrs = { rel: 'preload', as: 'font', type: 'font/woff2', crossorigin: '', href };
        return [{ tag: 'link', attrs, injectTo: 'head' }];
      },
    },
  };
}
