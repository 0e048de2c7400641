import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useLiveQuery } from 'dexie-react-hooks'
import { useDeferredValue, useMemo } from 'react'
import { useNavigate } from 'react-router'
import type { Day } from '#domain/dates'
import { isOpenForUnit } from '#domain/evaluation/self-evaluation-flow'
import type { SelfEvaluationLine } from '#domain/evaluation/self-evaluation-line'
import type { Actor } from '#domain/people/duties'
import { may } from '#domain/people/permissions'
import type { YearBook } from '#domain/year-book'
import { useSession } from '#session'
import { sectionsOf, unitsOf } from '#storage/base-data'
import { reachedUnits } from '#storage/reach'
import { selfEvaluationDue } from '#storage/self-evaluation-due'
import { selfEvaluationLines } from '#storage/self-evaluation-lines'
import { EmptyState } from '#ui/EmptyState.tsx'
import { LedgerTable } from '#ui/LedgerTable.tsx'
import { PageHead } from '#ui/PageHead.tsx'
import { useToast } from '#ui/Toast.tsx'
import { useAddress } from '#ui/use-address'
import { useLedger } from '#ui/use-ledger'
import { useSums } from '#ui/use-sums'
import { DueLine } from './DueLine.tsx'
import { NoneYet } from './NoneYet.tsx'
import { OpenDialog } from './OpenDialog.tsx'
import { SelfEvaluationBulk } from './SelfEvaluationBulk.tsx'
import {
  SelfEvaluationFigureLine,
  SelfEvaluationFilterLine,
  SelfEvaluationGroups,
} from './SelfEvaluationFilters.tsx'
import { selfEvaluationColumns } from './self-evaluation-columns.tsx'
import { exportReminder, exportSelfEvaluations } from './self-evaluation-export.ts'
import {
  figuresOf,
  filterKeys,
  filterRows,
  readFilter,
  rowOfLine,
  type SelfEvaluationRow,
  sortRows,
} from './self-evaluation-rows.ts'

const order = { idOf: ({ id }: SelfEvaluationRow) => id, filterKeys, readFilter, filterRows, sortRows }

/** 自评台账: who has evaluated itself, with what result, and what is still on its way. */
export function SelfEvaluationsPage() {
  const { book, by } = useSession()
  const { attempt, say } = useToast()
  const navigate = useNavigate()
  const units = useLiveQuery(() => unitsOf(book.id), [book.id])
  const sections = useLiveQuery(() => sectionsOf(book.id), [book.id])
  const read = useLiveQuery(() => formsIn(book, by), [book, by])
  const [address, setInAddress] = useAddress()

  const forms = useDeferredValue(units && sections && read ? read : null)
  const all = forms?.rows ?? null
  const ledger = useLedger(order, { rows: all, units })
  const { filter, filtered, inAnyGroup, shown, chosen, select, clearFilters } = ledger
  const figures = useSums(all && shown, figuresOf)
  const columns = useMemo(() => selfEvaluationColumns(units ?? [], sections ?? []), [units, sections])
  if (!forms || !all || !units || !sections) return null

  const mayOpen = may(by, 'open-self-evaluations')
  const mayFill = may(by, 'import-self-evaluations') && all.some(({ state }) => isOpenForUnit(state))
  const missing = all.filter(({ state }) => isOpenForUnit(state))
  const { dueOn } = forms
  const mayUrge = may(by, 'see-review') && missing.length > 0 && dueOn !== ''

  function remind() {
    if (!units || dueOn === '') return
    const late = filterRows(missing, { ...filter, group: '' }, units)
    attempt(async () => {
      const sentence = await exportReminder(late, dueOn, { book, units })
      if (sentence) say(sentence)
    })
  }
  function exportList() {
    if (!units) return
    attempt(async () => {
      const sentence = await exportSelfEvaluations(shown, { book, units })
      if (sentence) say(sentence)
    })
  }

  const open = () => setInAddress({ new: '1' })
  const dialog = mayOpen && address.get('new') === '1' && (
    <OpenDialog
      forms={forms.lines}
      units={units}
      sections={sections}
      onClose={() => setInAddress({ new: '' })}
    />
  )
  if (forms.lines.length === 0) return <NoneYet onOpen={mayOpen ? open : null}>{dialog}</NoneYet>
  return (
    <Box sx={{ flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column' }}>
      <PageHead title="单位自评" trail="绩效评价">
        <Button variant="outlined" disabled={shown.length === 0} onClick={exportList}>
          导出台账
        </Button>
        {mayOpen && (
          <Button variant={mayFill || mayUrge ? 'outlined' : 'contained'} onClick={open}>
            布置自评
          </Button>
        )}
        {mayFill && (
          <Button variant="outlined" onClick={() => void navigate('/evaluation/self/import')}>
            导入自评表
          </Button>
        )}
        {mayFill && (
          <Button
            variant={mayUrge ? 'outlined' : 'contained'}
            onClick={() => void navigate(`/evaluation/self/fill${filter.unit ? `?unit=${filter.unit}` : ''}`)}
          >
            多项目填报
          </Button>
        )}
        {mayUrge && (
          <Button variant="contained" onClick={remind}>
            导出催报函
          </Button>
        )}
      </PageHead>
      {dueOn !== '' && all.length > 0 && <DueLine year={book.year} dueOn={dueOn} missing={missing.length} />}
      <SelfEvaluationGroups
        rows={inAnyGroup}
        group={filter.group}
        onChange={(group) => select({ group, state: '' })}
      />
      <SelfEvaluationFilterLine
        filter={filter}
        units={units}
        sections={sections}
        filtered={filtered}
        onChange={select}
        onClear={clearFilters}
      />
      <SelfEvaluationFigureLine
        figures={figures}
        count={shown.length}
        selected={chosen.length}
        onGrade={(grade) => select({ grade })}
      >
        {null}
      </SelfEvaluationFigureLine>
      {chosen.length > 0 && <SelfEvaluationBulk chosen={chosen} units={units} onDone={ledger.unselect} />}
      <Box sx={{ flex: 1, minHeight: 0, display: 'flex' }}>
        <LedgerTable
          ledger={ledger}
          label="自评台账"
          what="自评表"
          columns={columns}
          nameOf={(row) => row.name || '未填名称的项目'}
          onOpen={(row) => void navigate(`/evaluation/self/${row.id}`)}
        >
          <EmptyState text="当前职责范围内没有自评表。" />
        </LedgerTable>
      </Box>
      {dialog}
    </Box>
  )
}

type Forms = {
  lines: readonly SelfEvaluationLine[]
  rows: readonly SelfEvaluationRow[]
  dueOn: Day | ''
}

/** All forms of a book, the rows of those that a duty reaches, and when they are due, made before the page is drawn. */
async function formsIn(book: YearBook, by: Actor): Promise<Forms> {
  const [lines, units, sections, dueOn] = await Promise.all([
    selfEvaluationLines(book.id),
    unitsOf(book.id),
    sectionsOf(book.id),
    selfEvaluationDue(book),
  ])
  const reached = reachedUnits(by, units, sections)
  const now = new Date().toISOString()
  const rows = lines
    .filter(({ unitId }) => reached === null || reached.has(unitId))
    .map((line) => rowOfLine(line, now))
  return { lines, rows, dueOn }
}
