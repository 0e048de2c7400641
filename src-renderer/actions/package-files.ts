import { desktop } from '#desktop'
import { AppError } from '#domain/errors'
import {
  type AttachmentWish,
  attachmentPlaces,
  type Cited,
  citedBy,
  tooMuch,
} from '#domain/exchange/attachments'
import type { ExchangeTable } from '#domain/exchange/contents'
import { type SecretGoal, secretsOf, withoutSecrets } from '#domain/exchange/secrets'
import { secretWordsInFile } from '#exchange/file-words'
import type { FilesFound } from '#exchange/records-package'
import { rowsOfBook } from '#storage/rows-of-book'

/**
 * Which of the attachments that the records of a package hold go with it: none that a secret (涉密) record holds too or
 * that names one in its words, none that is not kept here. `unfit` are those that turned out to be damaged. Throws `attachments-missing` (the `Cited` in its
 * cause) where all were wished for, and `attachments-too-much` (a sentence in its cause).
 */
export async function filesToSend(
  { bookId, wish, unfit }: { bookId: string; wish: AttachmentWish; unfit: ReadonlySet<string> },
  cited: readonly Cited[],
  secretGoals: readonly SecretGoal[],
): Promise<FilesFound> {
  if (cited.length === 0 || wish === 'none') return { going: [], lacking: cited }
  const kept = await secretHashes(bookId, secretGoals)
  const open = cited.filter(({ hash }) => !kept.has(hash))
  const absent = new Set([...(await desktop.lackedAttachments(open.map(({ hash }) => hash))), ...unfit])
  const missing = open.filter(({ hash }) => absent.has(hash))
  if (wish === 'all' && missing.length > 0) throw new AppError('attachments-missing', { cause: missing })
  const present = open.filter(({ hash }) => !absent.has(hash))
  const named = await hashesNaming(present, secretGoals)
  const going = present.filter(({ hash }) => !named.has(hash))
  const fault = tooMuch(going)
  if (fault !== '') throw new AppError('attachments-too-much', { cause: fault })
  const there = new Set(going)
  return { going, lacking: cited.filter((each) => !there.has(each)) }
}

/** Whatever else holds the same file: what belongs to a secret record stays. */
async function secretHashes(bookId: string, goals: readonly SecretGoal[]): Promise<ReadonlySet<string>> {
  const [secrets, found] = [secretsOf(goals), new Set<string>()]
  if (secrets.ids.size === 0) return found
  const tables = Object.keys(attachmentPlaces) as ExchangeTable[] // the keys of the table
  for (const table of tables)
    for await (const records of rowsOfBook(table, bookId))
      for (const record of records)
        if (withoutSecrets(table, record, secrets) === null)
          for (const { hash } of citedBy(table, record)) found.add(hash)
  return found
}

/** Files in whose words a secret goal is named, though nothing secret holds them. */
async function hashesNaming(
  cited: readonly Cited[],
  goals: readonly SecretGoal[],
): Promise<ReadonlySet<string>> {
  const [secrets, found] = [secretsOf(goals), new Set<string>()]
  if (secrets.ids.size === 0) return found
  for (const each of cited) {
    const bytes = await fileToSend(each)
    if (bytes && secretWordsInFile(bytes, secrets).length > 0) found.add(each.hash)
  }
  return found
}

/** The content of an attachment as it goes; null where it is gone or no longer what it was. */
export async function fileToSend({ hash, size }: Cited): Promise<Uint8Array | null> {
  try {
    const bytes = await desktop.readAttachment(hash)
    return bytes?.length === size ? bytes : null
  } catch (error) {
    if (codeOf(error) === 'attachment-damaged') return null
    throw error
  }
}

function codeOf(error: unknown): unknown {
  return typeof error === 'object' && error !== null && 'code' in error ? error.code : ''
}
