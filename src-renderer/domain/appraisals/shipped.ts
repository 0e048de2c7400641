import type { Scheme } from './scheme.ts'
import { countyScheme } from './shipped-county.ts'
import { departmentScheme } from './shipped-department.ts'
import { sectionScheme } from './shipped-section.ts'

/** The tables that come with the program: looked at and copied, never changed. */
export const shippedSchemes: readonly Scheme[] = [countyScheme, departmentScheme, sectionScheme]

/** The day on which the year's work is counted: 年底 (rules 9.1 〔拟〕). */
export function lastDayOf(year: number): string {
  return `${year}-12-31`
}
