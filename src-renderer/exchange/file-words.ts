import { unzipSync } from 'fflate'
import { type Secrets, secretWordsIn } from '#domain/exchange/secrets'

/** What is looked at of a file inside a zip; what is larger is no text that a person wrote. */
const mostInner = 32 * 1024 * 1024
/** Of all files inside together: a small zip can say that it holds gigabytes. */
const mostTogether = 48 * 1024 * 1024
const encodings = ['utf-8', 'utf-16le', 'gb18030'] as const

/**
 * The secret words in a file that is to leave: as plain text in the usual encodings, and in documents and workbooks, which are
 * zips of XML, also where a word is cut into runs. What a picture or a PDF shows nobody can look for.
 */
export function secretWordsInFile(bytes: Uint8Array, secrets: Secrets, most = mostTogether): string[] {
  if (secrets.ids.size === 0) return []
  const parts = bytes[0] === 0x50 && bytes[1] === 0x4b ? innerFiles(bytes, most) : [bytes]
  // One text at a time: each is as large as the file.
  const wordsIn = (part: Uint8Array, encoding: string) =>
    secretWordsIn(bareText(new TextDecoder(encoding).decode(part)), secrets)
  return [...new Set(parts.flatMap((part) => encodings.flatMap((encoding) => wordsIn(part, encoding))))]
}

function bareText(text: string): string {
  return text
    .replace(/<[^>]*>/g, '')
    .replaceAll('&amp;', '&')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
}

/** The files in a zip; of one that cannot be unpacked the bytes as they are. */
function innerFiles(bytes: Uint8Array, most: number): Uint8Array[] {
  let together = 0
  const isLookedAt = ({ originalSize }: { originalSize: number }) => {
    if (originalSize > mostInner || together + originalSize > most) return false
    together += originalSize
    return true
  }
  try {
    return Object.values(unzipSync(bytes, { filter: isLookedAt }))
  } catch (error) {
    if (error instanceof Error) return [bytes]
    throw error
  }
}
