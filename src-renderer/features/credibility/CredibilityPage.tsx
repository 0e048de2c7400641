import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import LinearProgress from '@mui/material/LinearProgress'
import { useLiveQuery } from 'dexie-react-hooks'
import { useMemo } from 'react'
import { Link, useNavigate } from 'react-router'
import { credibilityNames } from '#domain/credibility/rules'
import { useSession } from '#session'
import { sectionsOf, unitsOf } from '#storage/base-data'
import { reachedUnits } from '#storage/reach'
import { EmptyState } from '#ui/EmptyState.tsx'
import { FigureLine } from '#ui/FigureLine.tsx'
import { FilterLine, optionsOf } from '#ui/FilterLine.tsx'
import { LedgerTable } from '#ui/LedgerTable.tsx'
import { PageHead } from '#ui/PageHead.tsx'
import { useToast } from '#ui/Toast.tsx'
import { useLedger } from '#ui/use-ledger'
import { CredibilityPanel } from './CredibilityPanel.tsx'
import { credibilityColumns } from './credibility-columns.tsx'
import { exportDoubts } from './credibility-export.ts'
import {
  type CredibilityRow,
  credibilityRows,
  filterKeys,
  filterRows,
  readFilter,
  sortRows,
} from './credibility-rows.ts'
import { doubtWords } from './DoubtMark.tsx'
import { useExamined } from './use-examined.ts'

const order = { idOf: ({ id }: CredibilityRow) => id, filterKeys, readFilter, filterRows, sortRows }

/** 自评可信度: all self-evaluations of the book, the most doubtful first: a list for the 抽查, not a verdict. */
export function CredibilityPage() {
  const { book, by } = useSession()
  const { attempt, say } = useToast()
  const navigate = useNavigate()
  const units = useLiveQuery(() => unitsOf(book.id), [book.id])
  const sections = useLiveQuery(() => sectionsOf(book.id), [book.id])
  const { isEmpty, examined } = useExamined()

  const all = useMemo(() => {
    if (!examined || !units || !sections) return null
    const reached = reachedUnits(by, units, sections)
    return credibilityRows(examined.results, examined.forms).filter(
      ({ unitId }) => reached === null || reached.has(unitId),
    )
  }, [examined, units, sections, by])
  const ledger = useLedger(order, { rows: all, units, first: 0 })
  const { filter, filtered, shown, chosen, select, clearFilters } = ledger
  const columns = useMemo(() => credibilityColumns(units ?? [], sections ?? []), [units, sections])
  const nameById = useMemo(() => new Map(units?.map((unit) => [unit.id, unit.name])), [units])
  if (!units || !sections) return null
  if (isEmpty)
    return (
      <Box sx={{ flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column' }}>
        <PageHead title="自评可信度" trail="绩效评价" />
        <EmptyState text={`${book.year} 年度还没有自评表。单位报送自评后，在这里查找可疑的自评。`}>
          <Button variant="outlined" component={Link} to="/evaluation/self">
            去单位自评
          </Button>
        </EmptyState>
      </Box>
    )
  const exported = (chosen.length > 0 ? chosen : shown).filter(({ findings }) => findings.length > 0)

  function exportList() {
    if (!units) return
    attempt(async () => {
      const sentence = await exportDoubts(exported, { book, units })
      if (sentence) say(sentence)
    })
  }

  return (
    <Box sx={{ flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column' }}>
      <PageHead
        title="自评可信度"
        trail="绩效评价"
        note={
          <span role="status" data-examined={examined ? 'done' : 'running'}>
            {examined ? `已查 ${examined.results.length} 份，疑点是抽查线索，不是结论` : '正在查找疑点'}
          </span>
        }
      >
        <Button variant="contained" disabled={exported.length === 0} onClick={exportList}>
          导出疑点清单（{exported.length}）
        </Button>
      </PageHead>
      <FilterLine
        what="自评表"
        filter={filter}
        units={units}
        sections={sections}
        filtered={filtered}
        placeholder="名称、代码、单位"
        onChange={select}
        onClear={clearFilters}
        menus={[
          { key: 'level', label: '可信程度', options: optionsOf(doubtWords) },
          { key: 'code', label: '疑点', options: optionsOf(credibilityNames) },
        ]}
      />
      <Sums rows={shown} selected={chosen.length} />
      {all === null ? (
        <LinearProgress aria-label="正在查找疑点" />
      ) : (
        <Box sx={{ flex: 1, minHeight: 0, display: 'flex' }}>
          <LedgerTable
            ledger={ledger}
            label="自评可信度清单"
            what="自评表"
            columns={columns}
            nameOf={(row) => row.name || '未填名称的项目'}
            onOpen={(row) => void navigate(`/evaluation/self/${row.id}`)}
          >
            <EmptyState text="还没有已报的自评表。" />
          </LedgerTable>
          <CredibilityPanel
            row={shown[ledger.current]}
            forms={examined?.forms ?? new Map()}
            unitName={(id) => nameById.get(id) ?? ''}
          />
        </Box>
      )}
    </Box>
  )
}

function Sums({ rows, selected }: { rows: readonly CredibilityRow[]; selected: number }) {
  const count = (isSo: (row: CredibilityRow) => boolean) => String(rows.filter(isSo).length)
  const figures = [
    { name: '已报', value: String(rows.length), unit: '份' },
    { name: '发现疑点', value: count(({ findings }) => findings.length > 0), unit: '份' },
    { name: '疑点多', value: count(({ level }) => level === 'high'), unit: '份' },
    { name: '已作说明', value: count(({ form }) => form.explanation !== ''), unit: '份' },
  ]
  return <FigureLine figures={figures} count={rows.length} selected={selected} />
}
