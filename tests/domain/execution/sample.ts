import type { ExecutionRow } from '#domain/execution/execution'
import type { ExecutionLine } from '#domain/execution/line'
import type { Unit } from '#domain/year-book'
import { sampleUnit } from '../sample-unit.ts'

export function line(given: Partial<ExecutionLine> = {}): ExecutionLine {
  return {
    file: '国库.xlsx',
    sheet: '7月',
    rowNumber: 3,
    code: '',
    name: '校舍维修',
    unitName: '南江县第一小学',
    source: '',
    year: 2026,
    month: 7,
    given: 'cumulative',
    initial: 1_000_000,
    adjusted: 1_000_000,
    allocated: 800_000,
    stated: 500_000,
    unreadable: [],
    ...given,
  }
}

export function row(given: Partial<ExecutionRow> = {}): ExecutionRow {
  const month = given.month ?? 7
  const name = given.line ?? 'code:A'
  const source = given.source ?? ''
  return {
    id: `b|${name}|${String(month).padStart(2, '0')}|${source}`,
    bookId: 'b',
    goalId: 'g1',
    unitId: 'u1',
    importId: 'i',
    month,
    source,
    line: name,
    way: 'code',
    code: 'A',
    name: '校舍维修',
    unitName: '南江县第一小学',
    initial: 1000,
    adjusted: 1000,
    allocated: 800,
    paid: 500,
    given: 'cumulative',
    stated: given.paid === undefined ? 500 : given.paid,
    rowNumber: 3,
    file: '国库.xlsx',
    ...given,
  }
}

export function unit(id: string, code: string, name: string, parentId = ''): Unit {
  return sampleUnit(id, { code, name, parentId, sectionId: 's1' })
}

export const units = [
  unit('u0', '205001', '南江县教育局'),
  unit('u1', '205003', '南江县第一小学', 'u0'),
  unit('u2', '205004', '南江县第二小学', 'u0'),
  unit('u3', '301001', '南江县交通运输局'),
]
