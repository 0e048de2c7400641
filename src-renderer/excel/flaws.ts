import type { ReadFault } from '#domain/goals/read-form'
import { address, type Flaw, type SheetText } from './cells.ts'

const flaws: Record<Exclude<Flaw, ''>, { code: string; message: string }> = {
  error: { code: 'formula-error', message: '公式出错，请改为正确的数值' },
  uncached: {
    code: 'formula-uncached',
    message: '公式没有计算结果，请用 Excel 或 WPS 打开后保存，或改填数值',
  },
  link: {
    code: 'external-link',
    message: '公式引用了其他工作簿，已用上次保存的结果，没有打开链接；请核对',
  },
}

/** What is wrong with formulas between two rows of a sheet. */
export function readFaults(sheet: SheetText, from: number, to: number): ReadFault[] {
  const faults: ReadFault[] = []
  for (let row = from; row < to; row++) {
    for (const [column, cell] of (sheet.rows[row] ?? []).entries()) {
      if (cell.flaw !== '') faults.push({ cell: address(row, column), ...flaws[cell.flaw] })
    }
  }
  return faults
}
