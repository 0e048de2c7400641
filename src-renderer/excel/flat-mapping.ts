import { parseMoney } from '#domain/money'
import {
  fieldOfHead,
  headParts,
  isLedgerField,
  type LedgerField,
  mayRepeat,
  moneyLabels,
  unitOfHead,
} from './flat-fields.ts'
import type { FlatLedger } from './flat-ledger.ts'
import type { MoneyUnit } from './funds.ts'

/** What each column of a layout means, as proposed or as a person corrected it. */
export type FlatMapping = {
  fields: LedgerField[]
  /** Unit of the amounts whose head and sheet name none. */
  moneyUnit: MoneyUnit
  /** Whether lists of this layout are wanted at all. */
  isWanted: boolean
}

/** Amounts from 10 亿 on, taken as 万元, are no county's projects: they stand in 元. */
const tooManyWan = 100_000n * 1_000_000n

function likelyUnit(ledger: FlatLedger, fields: readonly LedgerField[]): MoneyUnit {
  const columns = fields.flatMap((field, column) => (moneyLabels[field] === undefined ? [] : [column]))
  const isHuge = ledger.rows.some((row) =>
    columns.some((column) => {
      const amount = parseMoney(row[column]?.text ?? '', '万元')
      return amount !== null && BigInt(amount) >= tooManyWan
    }),
  )
  return isHuge ? '元' : '万元'
}

/** The mapping that the heads suggest; of two columns that name one field the first counts. */
export function proposeMapping(ledger: FlatLedger): FlatMapping {
  const taken = new Set<LedgerField>()
  const fields = ledger.heads.map((head) => {
    const field = fieldOfHead(headParts(head)) ?? 'ignore'
    if (taken.has(field) && !mayRepeat(field)) return 'ignore'
    taken.add(field)
    return field
  })
  return { fields, moneyUnit: ledger.moneyUnit ?? likelyUnit(ledger, fields), isWanted: true }
}

/** Whether some amounts stand in the unit of the mapping: neither their head nor the sheet names one. */
export function asksMoneyUnit(ledger: FlatLedger, mapping: FlatMapping): boolean {
  if (ledger.moneyUnit !== null) return false
  return mapping.fields.some(
    (field, column) => moneyLabels[field] !== undefined && unitOfHead(ledger.heads[column] ?? '') === null,
  )
}

/** Why a mapping cannot be used yet; null when it can. */
export function mappingFault(
  mapping: FlatMapping,
): { field: LedgerField; fault: 'missing' | 'twice' } | null {
  if (!mapping.isWanted) return null
  if (!mapping.fields.includes('project')) return { field: 'project', fault: 'missing' }
  const twice = mapping.fields.find(
    (field, column) => !mayRepeat(field) && mapping.fields.indexOf(field) !== column,
  )
  return twice === undefined ? null : { field: twice, fault: 'twice' }
}

/** A mapping that was kept; null where it is not one for so many columns. */
export function keptMapping(kept: unknown, columns: number): FlatMapping | null {
  if (typeof kept !== 'object' || kept === null) return null
  const { fields, moneyUnit, isWanted } = kept as Partial<Record<keyof FlatMapping, unknown>> // checked below
  if (!Array.isArray(fields) || fields.length !== columns || !fields.every(isLedgerField)) return null
  if ((moneyUnit !== '元' && moneyUnit !== '万元') || typeof isWanted !== 'boolean') return null
  return { fields, moneyUnit, isWanted }
}
