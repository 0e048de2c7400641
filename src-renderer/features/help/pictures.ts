import type { HelpEntry } from '#domain/help/entry'

const files = import.meta.glob<string>('../../../build/screenshots/*.png', {
  eager: true,
  query: '?url',
  import: 'default',
})

/** The picture of a page as the journey of pictures takes it; null where there is none. */
export function pictureOf({ path }: Pick<HelpEntry, 'path'>): string | null {
  return files[`../../../build/screenshots/${pictureName(path)}.png`] ?? null
}

/** `goals/:id` is kept as goals-id.png. */
function pictureName(path: string): string {
  return path === '' ? 'home' : path.replaceAll(':', '').replaceAll('/', '-')
}
