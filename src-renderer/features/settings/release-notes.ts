export type Release = { version: string; changes: string[] }

/** The releases of CHANGELOG.md, newest first: `## version`, then one change an item, which may run over several lines. */
export function releasesIn(text: string): Release[] {
  return text
    .split(/^## /m)
    .slice(1)
    .map((part) => {
      const [version = '', ...rest] = part.split('\n')
      return { version: version.trim(), changes: changesIn(rest.join('\n')) }
    })
}

function changesIn(text: string): string[] {
  return text
    .split(/^- /m)
    .slice(1)
    .map((change) => change.replace(/\s*\n\s+/g, '').trim())
}
