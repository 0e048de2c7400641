import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import LinearProgress from '@mui/material/LinearProgress'
import { useMemo } from 'react'
import type { CoverageFilter } from '#domain/coverage-map/sums'
import { EmptyState } from '#ui/EmptyState.tsx'
import { PageHead } from '#ui/PageHead.tsx'
import { useToast } from '#ui/Toast.tsx'
import { colours } from '#ui/theme'
import { CountyTable } from './CountyTable.tsx'
import { CycleTable, YearTable } from './CoverageAside.tsx'
import { CoverageFilters } from './CoverageFilters.tsx'
import { exportCoverage } from './coverage-export.ts'
import { HeatLegend, type HeatRow, HeatTable } from './HeatTable.tsx'
import { bookRows, kindRows, unitRows } from './heat-rows.ts'
import { Part } from './Part.tsx'
import { type Coverage, useCoverage } from './use-coverage.ts'

/** 三全覆盖: objects and budgets and units against the stages, as last worked out; what changed is worked out by itself. */
export function CoveragePage() {
  const { attempt, say } = useToast()
  const { book, maps, base, units, choice, setInAddress } = useCoverage()
  const own = maps?.[0]
  const groups = own?.sums?.groups
  const { unit, section, kind, book: budget } = choice
  const rows = useMemo(() => {
    if (!groups || !base) return null
    const filter: CoverageFilter = { kind, book: budget, units }
    const parts = { unit, section, kind, book: budget }
    return {
      kinds: kindRows(groups, filter, parts),
      books: bookRows(groups, filter, parts),
      units: unitRows(groups, filter, base.units, unit, parts),
    }
  }, [groups, base, units, unit, section, kind, budget])
  if (!maps || !base) return null
  return (
    <Box sx={{ flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column' }}>
      <PageHead
        title="三全覆盖"
        trail={`${book.year} 年度`}
        note={own?.isStale ? <span>▲ 数据有变化，正在重算</span> : ''}
      >
        <Button
          variant="contained"
          disabled={!rows}
          onClick={() =>
            attempt(async () => {
              const text =
                rows && own?.sums && (await exportCoverage(book, own.sums, base.units, units, rows))
              if (text) say(text)
            })
          }
        >
          导出 Excel
        </Button>
      </PageHead>
      <CoverageFilters base={base} choice={choice} onChange={setInAddress} />
      {!rows && (
        <>
          <LinearProgress aria-label="正在计算覆盖情况" />
          <EmptyState text="正在计算本年度的覆盖情况。算完以后会记住，下次直接打开。" />
        </>
      )}
      {rows && <Heat rows={rows} maps={maps} choice={choice} />}
    </Box>
  )
}

type Rows = { kinds: HeatRow[]; books: HeatRow[]; units: HeatRow[] }

function Heat({
  rows,
  maps,
  choice,
}: {
  rows: Rows
  maps: NonNullable<Coverage['maps']>
  choice: Coverage['choice']
}) {
  const { by, unit, kind, book } = choice
  return (
    <Box
      sx={{
        flex: 1,
        minHeight: 0,
        overflow: 'auto',
        p: 3,
        display: 'grid',
        gap: 3,
        alignContent: 'start',
      }}
    >
      <HeatLegend by={by} />
      <CountyTable by={by} />
      <Part title="全方位 × 全过程：四类管理对象">
        <HeatTable
          label="按管理对象"
          head="管理对象"
          rows={rows.kinds}
          by={by}
          summed={rows.kinds.length > 1}
        />
      </Part>
      <Part title="全覆盖 × 全过程：四本预算">
        <HeatTable label="按四本预算" head="预算" rows={rows.books} by={by} />
      </Part>
      <Box sx={{ display: 'grid', gridTemplateColumns: '1fr 1fr', gap: 3 }}>
        <Part title="四年评价覆盖（政府预算每年）">
          <CycleTable rates={maps[0]?.sums?.rates ?? []} />
        </Part>
        <Part title="按年度（覆盖率）">
          <YearTable maps={maps} filter={{ kind, book, units: null }} by={by} />
        </Part>
      </Box>
      {rows.units.length > 0 && (
        <Part title={unit === '' ? '按部门' : '按所属单位'}>
          <HeatTable label="按单位" head="单位" rows={rows.units} by={by} />
        </Part>
      )}
      <Box sx={{ fontSize: 12, color: colours.secondary }}>
        适用环节依据巴财〔2020〕38号
        三（二）各环节的主要对象。自评、财政评价和结果应用在次年办理，年度未结束又未开始时不计应办。
      </Box>
    </Box>
  )
}
