import { useLiveQuery } from 'dexie-react-hooks'
import { useEffect, useMemo } from 'react'
import { savePreference } from '#actions/save-preference'
import type { Section, Unit } from '#domain/year-book'
import { useSession } from '#session'
import { preference } from '#storage/preferences'
import { useToast } from '#ui/Toast.tsx'
import { hasChoice } from '#ui/UnitPicker.tsx'
import { ledgerColumns, usualColumns } from './LedgerColumns.tsx'

/** The columns of the ledger and which of them are shown on this machine; null while that is read. */
export function useLedgerColumns(units: ReadonlyMap<string, Unit>, sections: readonly Section[] | undefined) {
  const { rules } = useSession()
  const { attempt } = useToast()
  const kept = useLiveQuery(async () => textList(await preference('ledger-columns')), [])
  const all = useMemo(
    () => ledgerColumns(units, new Map(sections?.map((section) => [section.id, section])), rules.weightTotal),
    [units, sections, rules.weightTotal],
  )
  if (!kept) return null
  const usual = hasChoice([...units.values()]) ? usualColumns : usualColumns.filter((id) => id !== 'unit')
  const visibleIds = kept.length > 0 ? kept : usual
  return {
    all,
    visibleIds,
    // The first is always shown and stays in place.
    visible: all.filter(({ id }, index) => index === 0 || visibleIds.includes(id)),
    choose: (ids: string[]) => attempt(() => savePreference('ledger-columns', ids)),
  }
}

type Widths = Readonly<Record<string, number>>

/** Widths as they were left on this machine, under those of this window; null while they are read. */
export function useKeptWidths(own: Widths): Widths | null {
  const { attempt } = useToast()
  const kept = useLiveQuery(async () => numberTable(await preference('ledger-widths')), [])

  // They change on every pixel of a drag and are kept once it rests.
  useEffect(() => {
    if (Object.keys(own).length === 0) return
    const timer = setTimeout(() => attempt(() => savePreference('ledger-widths', { ...kept, ...own })), 400)
    return () => clearTimeout(timer)
  }, [own, kept, attempt])

  return kept ? { ...kept, ...own } : null
}

/** Preferences come from the disk: anything may stand there. */
function textList(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((entry) => typeof entry === 'string') : []
}

function numberTable(value: unknown): Record<string, number> {
  if (typeof value !== 'object' || value === null) return {}
  return Object.fromEntries(Object.entries(value).filter((entry) => typeof entry[1] === 'number'))
}
