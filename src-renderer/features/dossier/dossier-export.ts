import { noteDossier } from '#actions/note-dossier'
import { desktop } from '#desktop'
import { archivedFiles, archiveName, bookletOf } from '#domain/dossier/booklet'
import { eventsOfYear } from '#domain/dossier/events'
import type { Dossier } from '#domain/dossier/facts'
import type { Actor } from '#domain/people/duties'
import { localDay, localToday } from '#storage/local-day'

/** More than this is not held in memory at once. */
const mostBytes = 400 * 1024 * 1024

/** 归档: the booklet and all attachments as one zip; the sentence to say, null where it was cancelled. */
export async function archiveDossier(dossier: Dossier, office: string, by: Actor): Promise<string | null> {
  const [{ dossierPage }, { dossierZip }] = await Promise.all([
    import('#reports/dossier-page'),
    import('#exchange/dossier-zip'),
  ])
  const wanted = archivedFiles(dossier.years.toReversed().flatMap((year) => eventsOfYear(year, localDay)))
  const size = wanted.reduce((sum, { attachment }) => sum + attachment.size, 0)
  if (size > mostBytes)
    return '附件合计超过 400 MB，没有归档。请在各环节页面分别保存大的附件后，用“打印”生成档案。'
  const [kept, missing]: [{ path: string; bytes: Uint8Array }[], typeof wanted] = [[], []]
  for (const file of wanted) {
    const bytes = await desktop.readAttachment(file.attachment.hash)
    if (bytes) kept.push({ path: file.path, bytes })
    else missing.push(file)
  }
  const there = wanted.filter((file) => !missing.includes(file))
  const booklet = bookletOf(dossier, localDay, { office, on: localToday() })
  const page = { path: '档案.html', bytes: dossierPage(booklet, there, missing) }
  // The trail knows before it leaves: who may not is stopped here.
  await noteDossier(dossier.goalId, by)
  const saved = await desktop.saveFile(
    `${archiveName(dossier.name)}_一项目一档.zip`,
    dossierZip([page, ...kept]),
  )
  if (!saved) return null
  const lack = missing.length === 0 ? '' : `有 ${missing.length} 个附件本机没有，已在档案中列明。`
  return `已归档 ${saved.name}（附件 ${kept.length} 个），存放在${saved.place}。${lack}`
}
