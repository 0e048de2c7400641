import { desktop, type ExchangeFolder } from '#desktop'
import { AppError } from '#domain/errors'
import type { Actor } from '#domain/people/duties'
import { may } from '#domain/people/permissions'
import { newStamp } from '#storage/stamp'
import { type Entry, note } from '#storage/write'

type Wanted = Parameters<typeof desktop.addExchangeFolder>[0]

const kinds = { inbox: '收件', outbox: '发件', both: '收件和发件' } as const satisfies Record<
  ExchangeFolder['kind'],
  string
>

/**
 * 添加收发文件夹: the host remembers the folder, the trail says who had it added and where it is; null when cancelled. Throws
 * `not-permitted` before anything is asked.
 */
export async function addExchangeFolder(wanted: Wanted, by: Actor): Promise<ExchangeFolder | null> {
  assertMay(by)
  const folder = await desktop.addExchangeFolder(wanted)
  if (folder)
    await note(
      newStamp(by),
      entryOf(`添加收发文件夹：${folder.label}（${folder.place}），用于${kinds[folder.kind]}`),
    )
  return folder
}

/** 不再使用: the host forgets the folder; nothing in it is touched. Throws `not-permitted`. */
export async function forgetExchangeFolder(
  { id, label, place }: Pick<ExchangeFolder, 'id' | 'label' | 'place'>,
  by: Actor,
): Promise<void> {
  assertMay(by)
  await desktop.forgetExchangeFolder(id)
  await note(newStamp(by), entryOf(`不再使用收发文件夹：${label}（${place}）`))
}

function assertMay(by: Actor): void {
  if (!may(by, 'set-exchange-folder')) throw new AppError('not-permitted')
}

function entryOf(summary: string): Entry {
  return { action: 'set-exchange-folder', bookId: '', summary }
}
