import { parseMoney } from '#domain/money'
import { headParts, unitOfHead } from './flat-fields.ts'
import type { MoneyUnit } from './funds.ts'
import { isTreasuryField, moneyFields, type TreasuryField, treasuryFieldOf } from './treasury-fields.ts'
import type { TreasuryLedger } from './treasury-ledger.ts'

/** What each column of a treasury's ledger means, as proposed or as a person corrected it. */
export type TreasuryMapping = {
  fields: TreasuryField[]
  /** Unit of the amounts whose head and sheet name none. */
  moneyUnit: MoneyUnit
  /** What the columns 1 月…12 月 hold. */
  ofMonth: 'cumulative' | 'monthly'
  /** Whether ledgers of this layout are wanted at all. */
  isWanted: boolean
}

/** Amounts from 10 亿 on, taken as 万元, are no county's projects: they stand in 元. */
const tooManyWan = 100_000n * 1_000_000n
/** The surest sign of the meaning of month columns needs no more than this. */
const looked = 400

/** The mapping that the heads suggest; of two columns that name one field the first counts. */
export function proposeTreasury(ledger: TreasuryLedger): TreasuryMapping {
  const taken = new Set<TreasuryField>()
  const fields = ledger.heads.map((head) => {
    const field = treasuryFieldOf(headParts(head)) ?? 'ignore'
    if (taken.has(field) && !mayRepeat(field)) return 'ignore'
    taken.add(field)
    return field
  })
  const single = withoutSecondPaid(fields)
  return {
    fields: single,
    moneyUnit: ledger.moneyUnit ?? likelyUnit(ledger, single),
    ofMonth: likelyMeaning(ledger, single),
    isWanted: true,
  }
}

function mayRepeat(field: TreasuryField): boolean {
  return field === 'ignore' || field === 'ofMonth'
}

const paidFields: readonly TreasuryField[] = ['paid', 'paidMonth', 'ofMonth']

/** 支出 is read from one kind of column: months in columns say most, then what is cumulative. */
function withoutSecondPaid(fields: readonly TreasuryField[]): TreasuryField[] {
  const months = fields.filter((field) => field === 'ofMonth').length
  const kept = months > 1 ? 'ofMonth' : (paidFields.find((field) => fields.includes(field)) ?? 'paid')
  return fields.map((field) => (paidFields.includes(field) && field !== kept ? 'ignore' : field))
}

function likelyUnit(ledger: TreasuryLedger, fields: readonly TreasuryField[]): MoneyUnit {
  const columns = fields.flatMap((field, column) => (moneyFields.includes(field) ? [column] : []))
  const isHuge = ledger.rows.some(({ texts }) =>
    columns.some((column) => {
      const amount = parseMoney(texts[column] ?? '', '万元')
      return amount !== null && BigInt(amount) >= tooManyWan
    }),
  )
  return isHuge ? '元' : '万元'
}

/** Columns that never fall from month to month hold sums since January. */
function likelyMeaning(ledger: TreasuryLedger, fields: readonly TreasuryField[]): TreasuryMapping['ofMonth'] {
  const columns = fields.flatMap((field, column) => (field === 'ofMonth' ? [column] : []))
  let [risen, fallen] = [0, 0]
  for (const { texts } of ledger.rows.slice(0, looked)) {
    const amounts = columns.map((column) => parseMoney(texts[column] ?? '', '元') ?? 0)
    for (const [index, amount] of amounts.entries()) {
      const before = amounts[index - 1] ?? 0
      if (amount > before) risen++
      if (amount < before) fallen++
    }
  }
  return risen > 0 && fallen * 20 < risen ? 'cumulative' : 'monthly'
}

/** Whether some amounts stand in the unit of the mapping: neither their head nor the sheet names one. */
export function asksTreasuryUnit(ledger: TreasuryLedger, mapping: TreasuryMapping): boolean {
  if (ledger.moneyUnit !== null) return false
  return mapping.fields.some(
    (field, column) => moneyFields.includes(field) && unitOfHead(ledger.heads[column] ?? '') === null,
  )
}

export type TreasuryMappingFault =
  | { fault: 'no-project' }
  | { fault: 'no-amount' }
  | { fault: 'two-paid' }
  | { fault: 'twice'; field: TreasuryField }

/** Why a mapping cannot be used yet; null when it can. */
export function treasuryMappingFault({ fields, isWanted }: TreasuryMapping): TreasuryMappingFault | null {
  if (!isWanted) return null
  if (!fields.includes('name') && !fields.includes('code')) return { fault: 'no-project' }
  if (!moneyFields.some((field) => fields.includes(field))) return { fault: 'no-amount' }
  if (paidFields.filter((field) => fields.includes(field)).length > 1) return { fault: 'two-paid' }
  const twice = fields.find((field, column) => !mayRepeat(field) && fields.indexOf(field) !== column)
  return twice === undefined ? null : { fault: 'twice', field: twice }
}

/** A mapping that was kept; null where it is not one for so many columns. */
export function keptTreasury(kept: unknown, columns: number): TreasuryMapping | null {
  if (typeof kept !== 'object' || kept === null) return null
  const { fields, moneyUnit, ofMonth, isWanted } = kept as Partial<Record<keyof TreasuryMapping, unknown>> // checked below
  if (!Array.isArray(fields) || fields.length !== columns || !fields.every(isTreasuryField)) return null
  if ((moneyUnit !== '元' && moneyUnit !== '万元') || typeof isWanted !== 'boolean') return null
  if (ofMonth !== 'cumulative' && ofMonth !== 'monthly') return null
  return { fields, moneyUnit, ofMonth, isWanted }
}
