import { desktop } from '#desktop'
import type { Appraisal } from '#domain/appraisals/appraisal'
import { type Binder, binderOf } from '#domain/appraisals/binder'
import { secretWordsInFile } from '#exchange/file-words'
import { leavingOf, secretsOfBook } from '#storage/leaving'

/** 佐证册 as it may leave: what names something 涉密 is left out or masked, with a sentence that says so. */
export type OpenBinder = { appraisal: Appraisal; binder: Binder; note: string }

export async function openBinder(appraisal: Appraisal): Promise<OpenBinder> {
  const { open, note } = await leavingOf(appraisal.bookId, appraisal)
  return { appraisal: open, binder: binderOf(open), note }
}

/**
 * 生成佐证文件夹: the contents as Word and every file in the folder of its item; the sentence to say, or null where it was
 * cancelled. Files that are not on this machine, or have something 涉密 in them, are named, never left out in silence.
 */
export async function saveBinder({ appraisal, binder, note }: OpenBinder): Promise<string | null> {
  const { binderContents } = await import('#reports/appraisal-binder')
  const secrets = await secretsOfBook(appraisal.bookId)
  const contents = {
    folder: [],
    name: '00 佐证册目录.docx',
    bytes: await binderContents({ appraisal, binder }),
  }
  const files: { folder: string[]; name: string; bytes: Uint8Array }[] = [contents]
  const [missing, hidden]: [string[], string[]] = [[], []]
  for (const { folder, name, hash } of binder.entries.flatMap((entry) => entry.files)) {
    const bytes = await desktop.readAttachment(hash)
    if (!bytes) missing.push(name)
    else if (secretWordsInFile(bytes, secrets).length > 0) hidden.push(name)
    else files.push({ folder: [...folder], name, bytes })
  }
  const saved = await desktop.saveFolder(`${appraisal.subject.name}${binder.title}`, files)
  if (!saved) return null
  const left = named('个附件在本机找不到', missing) + named('个附件的内容涉及涉密项目，没有放入', hidden)
  return `已生成佐证文件夹，${saved.count} 个文件，存放在${saved.place}。${left}${note}`
}

function named(what: string, names: readonly string[]): string {
  if (names.length === 0) return ''
  return `有 ${names.length} ${what}：${names.slice(0, 3).join('、')}${names.length > 3 ? ' 等' : ''}。`
}
