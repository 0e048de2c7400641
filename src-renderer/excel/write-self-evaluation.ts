import type { SelfEvaluation } from '#domain/evaluation/self-evaluation'
import type { SelfEvaluationScore } from '#domain/evaluation/self-evaluation-score'
import type { OwnerNames } from '#domain/unit-names'
import { bytesOf, loadExcel } from './form-style.ts'
import { sheetName } from './write-names.ts'
import { setUpPage } from './write-page.ts'
import { writeNational } from './write-self-evaluation-national.ts'
import { writeSichuan } from './write-self-evaluation-sichuan.ts'

/** 项目支出绩效自评表 of one form in its edition's layout as an .xlsx file. */
export async function selfEvaluationWorkbook(
  form: SelfEvaluation,
  score: SelfEvaluationScore,
  names: OwnerNames,
): Promise<Uint8Array> {
  const excel = await loadExcel()
  const book = new excel.Workbook()
  const sheet = book.addWorksheet(sheetName(form.name || '自评表', new Set()))
  const writing = { sheet, form, score, names }
  const isSichuan = score.edition.id === 'sichuan'
  setUpPage(sheet, isSichuan ? writeSichuan(writing) : writeNational(writing))
  return bytesOf(book)
}
