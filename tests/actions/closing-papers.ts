import { expect } from 'vitest'
import { publicationOf } from '#domain/disclosures/publication'
import { ranked } from '#domain/evaluation/ranking'
import { lineOfSelfEvaluation } from '#domain/evaluation/self-evaluation-line'
import { rulesOf } from '#domain/year-rules'
import { applicationsOf } from '#storage/applications'
import { appraisalsOf } from '#storage/appraisals'
import { disclosureWorld, publicationDrafts } from '#storage/disclosures'
import { rankedTasks } from '#storage/evaluation-results'
import { goalRows } from '#storage/goals'
import { selfEvaluationsOf } from '#storage/self-evaluations'
import {
  exportLedger,
  exportOrders,
  exportProposalLetter,
} from '../../src-renderer/features/applications/application-export.ts'
import { rowOfApplication } from '../../src-renderer/features/applications/application-rows.ts'
import { exportAnnouncement } from '../../src-renderer/features/appraisals/announcement-export.ts'
import { openBinder, saveBinder } from '../../src-renderer/features/appraisals/binder-export.ts'
import {
  exportDisclosures,
  savePublication,
} from '../../src-renderer/features/disclosures/disclosure-export.ts'
import { exportRanking } from '../../src-renderer/features/evaluation/ranking-export.ts'
import * as goalExport from '../../src-renderer/features/goals/ledger-export.ts'
import { exportSelfEvaluations } from '../../src-renderer/features/self-evaluation/self-evaluation-export.ts'
import { rowOfLine } from '../../src-renderer/features/self-evaluation/self-evaluation-rows.ts'
import { by } from '../storage/world.ts'
import { book, sections, today, units } from './closing-world.ts'

/** Everything on paper that the pages make of the book: letters, ledgers, 通报, binders and the publication set. */
export async function makePapers(): Promise<void> {
  const rules = rulesOf(book)
  const applications = await applicationsOf(book.id)
  const ground = { book, units, sections }
  const now = `${today}T02:00:00.000Z`
  const rows = applications.map((each) => rowOfApplication(each, { today, now }))
  for (const sentence of [await exportProposalLetter(applications, ground), await exportLedger(rows, ground)])
    expect(sentence).toContain('涉密的 1 项没有导出')
  expect(await exportOrders(applications, ground)).toContain('整改通知书')
  const forms = (await selfEvaluationsOf(book.id)).map((form) =>
    rowOfLine(lineOfSelfEvaluation(form, rules), now),
  )
  expect(await exportSelfEvaluations(forms, { book, units })).toContain('涉密的 1 项没有导出')
  expect(await exportRanking(ranked(await rankedTasks(book, rules)), book, units)).toContain('涉密的 1 项')
  const scope = { book, rules, rows: await goalRows(book.id), units, onProgress: () => undefined }
  for (const sentence of [
    await goalExport.exportLedger(scope),
    await goalExport.exportForms(scope, 'sichuan'),
    await goalExport.exportBlankForms(scope),
  ])
    expect(sentence).toContain('涉密的 1 项没有导出')
  const appraisals = await appraisalsOf(book.id)
  await exportAnnouncement(book, appraisals)
  for (const each of appraisals)
    expect(await saveBinder(await openBinder(each))).toMatch(/附件的内容涉及涉密项目.*（略）/)
  const world = await disclosureWorld(book, today)
  await exportDisclosures(world.rows, { book, units })
  const head = { year: 2026, office: '南江县财政局', madeOn: today }
  const set = publicationOf(head, publicationDrafts(world, world.rows), world.secrets)
  await savePublication(set, book, by)
}
