/** What XML 1.0 has no way to write (section 2.2 of the recommendation). */
// eslint-disable-next-line no-control-regex
const UNWRITABLE = /[\0-\x08\v\f\x0e-\x1f\ufffe\uffff]/g;

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** A text as XML has it, in an attribute or between tags; what XML cannot write becomes U+FFFD. */
export function xmlText(text: string): string {
  return writable(text).replace(
    /[&<>"\t\n\r\x85\u2028]/g,
    (sign) => ESCAPES[sign] ?? `&#${sign.codePointAt(0)};`,
  );
}

export function writable(text: string): string {
  return text.toWellFormed().replace(UNWRITABLE, '\ufffd');
}

type Attributes = Readonly<Record<string, string | number | boolean | null>>;

/** An element with what is inside it, already XML; an attribute that is null is left out. */
export function element(name: string, attributes: Attributes, inside: readonly string[] = []): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== null)
    .map(([key, value]) => ` ${key}="${xmlText(String(value))}"`)
    .join('');
  return inside.length === 0 ? `<${name}${written}/>` : `<${name}${written}>${inside.join('')}</${name}>`;
}
