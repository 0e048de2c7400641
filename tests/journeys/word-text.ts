import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'

/** The parts of the first Word document of a folder whose name ends so. */
function wordParts(folder: string, ending: string): Record<string, Uint8Array> {
  const file = readdirSync(folder).find((name) => name.endsWith(ending))
  if (!file) throw new Error(`no document ends in ${ending}`)
  return unzipSync(new Uint8Array(readFileSync(join(folder, file))))
}

/** Its words. */
export function wordText(folder: string, ending = '.docx'): string {
  const text = wordParts(folder, ending)['word/document.xml'] ?? new Uint8Array()
  return strFromU8(text).replace(/<[^>]+>/g, '')
}

/** Its pictures. */
export function wordPictures(folder: string, ending = '.docx'): Uint8Array[] {
  const parts = Object.entries(wordParts(folder, ending))
  return parts.flatMap(([name, bytes]) => (name.startsWith('word/media/') ? [bytes] : []))
}
