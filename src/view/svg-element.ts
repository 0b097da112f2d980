const SPACE = 'http://www.w3.org/2000/svg';

type Values = Readonly<Record<string, string | number>>;

export function svg<Name extends keyof SVGElementTagNameMap>(
  name: Name,
  values: Values = {},
): SVGElementTagNameMap[Name] {
  const element = document.createElementNS(SPACE, name);
  assign(element, values);
  return element;
}

export function assign(element: Element, values: Values): void {
  for (const [name, value] of Object.entries(values)) element.setAttribute(name, String(value));
}
