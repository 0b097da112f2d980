import { AxeBuilder } from '@axe-core/playwright';
import { expect, test as base, type Page } from '@playwright/test';

interface Allowances {
  /** Origins besides the app's own that this test may ask, such as `http://localhost:9000`. */
  allowedOrigins: readonly string[];
  /** Complaints that this test provokes on purpose. */
  allowedComplaints: readonly RegExp[];
}

interface Watch {
  /** Fails a test, when it is over, for anything the browser complained about. Always on. */
  watch: void;
  /** Opens an address of the app and waits until the stage is ready. */
  open: (address?: string) => Promise<void>;
}

const VIOLATION = 'Content security policy:';

/** A test of the app in the browser that also fails on a policy violation, an error, or a foreign request. */
export const test = base.extend<Allowances & Watch>({
  allowedOrigins: [[], { option: true }],
  allowedComplaints: [[], { option: true }],
  watch: [
    async ({ context, baseURL, allowedOrigins, allowedComplaints }, use) => {
      const complaints: string[] = [];
      const origins = new Set([new URL(baseURL ?? '').origin, ...allowedOrigins]);
      context.on('console', (message) => {
        if (message.type() === 'error') complaints.push(message.text());
      });
      context.on('weberror', (error) => complaints.push(String(error.error())));
      context.on('request', (request) => {
        const { protocol, origin } = new URL(request.url());
        if (/^(https?|wss?):$/.test(protocol) && !origins.has(origin)) {
          complaints.push(`Foreign request: ${request.url()}`);
        }
      });
      await context.addInitScript(reportViolations, VIOLATION);
      await use();
      const unexpected = complaints.filter(
        (text) => !allowedComplaints.some((allowed) => allowed.test(text)),
      );
      expect(unexpected, 'what the browser complained about').toEqual([]);
    },
    { auto: true },
  ],
  open: async ({ page }, use) => {
    await use(async (address = './') => {
      await page.goto(address);
      await expect(page.locator('main')).toHaveAttribute('data-stage', 'ready', { timeout: 30_000 });
    });
  },
});

export { expect } from '@playwright/test';

/** Runs in the page: some violations are reported nowhere but in this event. */
function reportViolations(prefix: string): void {
  document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => {
    console.error(`${prefix} ${effectiveDirective} refused ${blockedURI}`);
  });
}

/** Fails with the rules broken and where, by WCAG 2.2 AA as far as a machine can tell. */
export async function expectAccessible(page: Page, within = 'body'): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .include(within)
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  const found = violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
  );
  expect(found, 'accessibility').toEqual([]);
}
