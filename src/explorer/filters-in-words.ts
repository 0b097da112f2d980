import { NOT_STATED, type FacetName, type Filters, type LegendEntry } from '../model';

/** What filters and hiding took away, in words for a caption; '' where they took nothing. */
export function filtersInWords(
  filters: Filters,
  { hidden, legend }: { readonly hidden: number; readonly legend: readonly LegendEntry[] },
): string {
  const { years, off, facets, query, degree, core, largest } = filters;
  const parts = [
    ...(years ? [years[0] === years[1] ? `of ${years[0]}` : `from ${years[0]} to ${years[1]}`] : []),
    ...(query.trim() === '' ? [] : [`fits “${query.trim()}”`]),
    ...(Object.entries(facets) as [FacetName, readonly string[]][])
      .filter(([, values]) => values.length > 0)
      .map(([facet, values]) => `${facet} is ${values.map(valueInWords).join(' or ')}`),
    ...(off.length > 0 ? [`not shown: ${off.map((key) => keyInWords(key, legend)).join(', ')}`] : []),
    ...(degree
      ? [`with ${degree[1] === null ? `${degree[0]} or more` : `${degree[0]} to ${degree[1]}`} neighbours`]
      : []),
    ...(core === null ? [] : [`in the ${core}-core`]),
    ...(largest ? ['in the largest part'] : []),
    ...(hidden > 0 ? [`${hidden} hidden by hand`] : []),
  ];
  return parts.join('; ');
}

function valueInWords(value: string): string {
  return value === NOT_STATED ? 'not stated' : value;
}

/** As the legend says it; else `line:uses_method` as uses method. */
function keyInWords(key: string, legend: readonly LegendEntry[]): string {
  const entry = legend.find((one) => one.key === key);
  return entry ? `“${entry.label}”` : key.replace(/^[a-z]+:/, '').replaceAll('_', ' ');
}
