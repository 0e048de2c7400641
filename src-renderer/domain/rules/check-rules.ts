import type { CheckRule } from '../year-rules.ts'
import { indicatorRows } from './checks/indicators.ts'
import { moneyRows } from './checks/money.ts'
import { projectRows } from './checks/project.ts'
import { textRows } from './checks/texts.ts'
import { valueRows } from './checks/values.ts'

const rows = [...textRows, ...valueRows, ...indicatorRows, ...moneyRows, ...projectRows]

/** The rows of the check as both shipped packs have them. Amounts in 分, ratios in percent. */
export const checkRules: readonly CheckRule[] = rows.map(
  ([code, severity, message, suggestion, mark, clause, params = {}]) => ({
    code,
    severity,
    message,
    suggestion,
    mark,
    clause,
    params,
  }),
)
