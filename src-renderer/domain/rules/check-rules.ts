import type { CheckRule } from '../year-rules.ts'
import { indicatorsRows } from './checks/indicators.ts'
import { moneyRows } from './checks/money.ts'
import { projectRows } from './checks/project.ts'
import { textsRows } from './checks/texts.ts'
import { valuesRows } from './checks/values.ts'

const rows = [...textsRows, ...valuesRows, ...indicatorsRows, ...moneyRows, ...projectRows]

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
