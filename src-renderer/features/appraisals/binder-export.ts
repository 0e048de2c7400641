import { desktop } from '#desktop'
import type { Appraisal } from '#domain/appraisals/appraisal'
import type { Binder } from '#domain/appraisals/binder'

/**
 * 生成佐证文件夹: the contents as Word and every file in the folder of its item; the sentence to say, or null where it was
 * cancelled. Files that are not on this machine are named, never left out in silence.
 */
export async function saveBinder(appraisal: Appraisal, binder: Binder): Promise<string | null> {
  const { binderContents } = await import('#reports/appraisal-binder')
  const contents = {
    folder: [],
    name: '00 佐证册目录.docx',
    bytes: await binderContents({ appraisal, binder }),
  }
  const files: { folder: string[]; name: string; bytes: Uint8Array }[] = [contents]
  const missing: string[] = []
  for (const { folder, name, hash } of binder.entries.flatMap((entry) => entry.files)) {
    const bytes = await desktop.readAttachment(hash)
    if (bytes) files.push({ folder: [...folder], name, bytes })
    else missing.push(name)
  }
  const saved = await desktop.saveFolder(`${appraisal.subject.name}${binder.title}`, files)
  if (!saved) return null
  const left =
    missing.length > 0 ? `有 ${missing.length} 个附件在本机找不到：${missing.slice(0, 3).join('、')}。` : ''
  return `已生成佐证文件夹，${saved.count} 个文件，存放在${saved.place}。${left}`
}
