import type { Attachment } from '#domain/attachment'
import type { Actor } from '#domain/people/duties'
import { may, type Permission } from '#domain/people/permissions'
import type { SearchThing } from '#domain/search/search'
import { registerKinds } from '#domain/supervision/register-kinds'
import { applicationsOf } from './applications.ts'
import { assessmentsOf } from './assessments.ts'
import { disposalsOf } from './disposals.ts'
import { evaluationTasksOf } from './evaluation-tasks.ts'
import { initialsOf } from './initials.ts'
import { registersOf } from './registers.ts'
import { allRegulations } from './regulations.ts'
import { roundReportsOf } from './round-reports.ts'
import type { Pause } from './slices.ts'
import { workItemsOf } from './work-items.ts'

/** A document as it is read; `unitId` '' is nobody's in particular. */
type Paper = { id: string; name: string; code: string; note: string; path: string; unitId: string }

type Files = { id: string; path: string; of: string; unitId: string; files: readonly Attachment[] }

/** What stands in one table, and who may look at it. */
type Shelf = { permission: Permission; read: (bookId: string, by: Actor) => Promise<Paper[]> }

const shelves: readonly Shelf[] = [
  {
    permission: 'see-regulations',
    read: async () =>
      (await allRegulations()).flatMap(({ id, name, number, attachments }) => {
        const path = `/settings/regulations?open=${id}`
        const paper = { id, name, code: number, note: '制度', path, unitId: '' }
        return [paper, ...filesOf({ id, path, of: `制度《${name}》`, unitId: '', files: attachments })]
      }),
  },
  {
    permission: 'see-round-reports',
    read: async (bookId) =>
      (await roundReportsOf(bookId)).map(({ id, name }) => ({
        ...{ id, name, code: '', note: '监控总报告', path: `/monitoring/reports/${id}`, unitId: '' },
      })),
  },
  {
    permission: 'see-disposals',
    read: async (bookId) =>
      (await disposalsOf(bookId)).flatMap(({ id, name, letterNumber, unitId, attachments }) => {
        const path = `/disposals/${id}`
        const letter = { id, name, code: letterNumber, note: '监控处置', path, unitId }
        return [letter, ...filesOf({ id, path, of: `监控处置：${name}`, unitId, files: attachments })]
      }),
  },
  {
    permission: 'see-applications',
    read: async (bookId) =>
      (await applicationsOf(bookId)).flatMap(
        ({ id, name, letterNumber, rectification, unitId, attachments }) => {
          const path = `/applications/${id}`
          const of = `结果应用：${name}`
          const order = rectification?.number
            ? [{ id: `${id} order`, name, code: rectification.number, note: '整改单', path, unitId }]
            : []
          return [
            { id, name, code: letterNumber, note: '结果应用建议', path, unitId },
            ...order,
            ...filesOf({ id, path, of, unitId, files: attachments }),
            ...filesOf({ id: `${id} order`, path, of, unitId, files: rectification?.proof ?? [] }),
          ]
        },
      ),
  },
  {
    permission: 'see-assessments',
    read: async (bookId) =>
      (await assessmentsOf(bookId)).flatMap(({ id, name, number, unitId, materials }) => {
        const path = `/assessments/${id}`
        const files = materials.flatMap(({ attachments }) => attachments)
        const report = { id, name, code: number, note: '事前评估报告', path, unitId }
        return [report, ...filesOf({ id, path, of: `事前评估：${name}`, unitId, files })]
      }),
  },
  {
    permission: 'see-evaluation-tasks',
    read: async (bookId) =>
      (await evaluationTasksOf(bookId)).flatMap(({ id, name, number, unitId, materials }) => {
        const path = `/evaluation/tasks/${id}`
        const files = materials.flatMap(({ attachment }) => attachment ?? [])
        const report = { id, name, code: number, note: '绩效评价报告', path, unitId }
        return [report, ...filesOf({ id, path, of: `绩效评价：${name}`, unitId, files })]
      }),
  },
  {
    permission: 'see-supervision',
    read: async (bookId, by) =>
      (await registersOf(bookId, by.duty)).flatMap(({ id, kind, title, values, chapters, attachments }) => {
        const path = chapters.length > 0 ? `/supervision/reports/${id}` : `/supervision?entry=${id}`
        const entry = {
          id,
          name: title,
          code: values.number ?? '',
          note: registerKinds[kind].name,
          path,
          unitId: '',
        }
        return [entry, ...filesOf({ id, path, of: title, unitId: '', files: attachments })]
      }),
  },
  {
    permission: 'see-work-plan',
    read: async (bookId) =>
      (await workItemsOf(bookId)).flatMap(({ id, name, attachments }) =>
        filesOf({
          id,
          path: `/work-plan?item=${id}`,
          of: `年度工作：${name}`,
          unitId: '',
          files: attachments,
        }),
      ),
  },
]

function filesOf({ id, path, of, unitId, files }: Files): Paper[] {
  return files.map(({ hash, name }, index) => ({
    ...{ id: `${id} ${index} ${hash}`, name, code: '', note: `附件 · ${of}`, path, unitId },
  }))
}

/** Documents and attachments of a book by name and number, as far as a duty may look at them. */
export async function searchDocuments(
  bookId: string,
  by: Actor,
  reached: ReadonlySet<string> | null,
  pause: Pause,
): Promise<SearchThing[]> {
  const found: SearchThing[] = []
  for (const { permission, read } of shelves) {
    if (!may(by, permission)) continue
    for (const { unitId, ...paper } of await read(bookId, by)) {
      if (paper.name === '' || (unitId !== '' && reached !== null && !reached.has(unitId))) continue
      await pause()
      found.push({ ...paper, group: 'document', initials: initialsOf(paper.name) })
    }
  }
  return found
}
