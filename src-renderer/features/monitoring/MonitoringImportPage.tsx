import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useLiveQuery } from 'dexie-react-hooks'
import { useCallback, useMemo } from 'react'
import { Link } from 'react-router'
import { importMonitorings } from '#actions/import-monitorings'
import { undoMonitoringImport } from '#actions/undo-monitoring-import'
import type { FormChoice, FoundForm } from '#domain/form-import/plan'
import { type ImportWorld, planMonitorings } from '#domain/monitoring/import-plan'
import { formReader } from '#excel/excel'
import { useSession } from '#session'
import { sectionsOf, unitsOf } from '#storage/base-data'
import { monitoringsOf, roundsOf } from '#storage/monitorings'
import { reachedUnits } from '#storage/reach'
import { EmptyState } from '#ui/EmptyState.tsx'
import { FormImportCourse } from '#ui/FormImportCourse.tsx'
import { PageHead } from '#ui/PageHead.tsx'
import { useAddress } from '#ui/use-address'
import { writtenOf } from '#ui/use-form-import'

/** 导入监控表 into a round: 选择 → 识别 → 核对 → 写入. */
export function MonitoringImportPage() {
  const { book, by } = useSession()
  const [address] = useAddress()
  const rounds = useLiveQuery(() => roundsOf(book.id), [book.id])
  const units = useLiveQuery(() => unitsOf(book.id), [book.id])
  const sections = useLiveQuery(() => sectionsOf(book.id), [book.id])
  const open = rounds?.filter(({ state }) => state === 'open')
  const round = open?.find(({ id }) => id === address.get('round')) ?? open?.at(-1)
  const roundId = round?.id ?? ''
  const forms = useLiveQuery(() => monitoringsOf(book.id, roundId), [book.id, roundId])
  const world = useMemo((): ImportWorld | null => {
    if (!round || !forms || !units || !sections) return null
    const reached = reachedUnits(by, units, sections)
    const own = forms.filter(({ unitId }) => reached === null || reached.has(unitId))
    return { round, year: book.year, forms: own, units }
  }, [round, forms, units, sections, by, book.year])
  if (!rounds || !forms || !units || !sections) return null
  if (!world)
    return (
      <Box sx={{ flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column' }}>
        <PageHead title="导入监控表" trail="绩效监控" />
        <EmptyState text="没有进行中的监控轮次。布置或重开一轮后，再导入各单位报来的监控表。">
          <Button variant="outlined" component={Link} to="/monitoring">
            去监控台账
          </Button>
        </EmptyState>
      </Box>
    )
  return <RoundImport key={roundId} world={world} />
}

function RoundImport({ world }: { world: ImportWorld }) {
  const { by } = useSession()
  const { round } = world
  const plan = useCallback(
    (found: readonly FoundForm[], choices: ReadonlyMap<string, FormChoice>) =>
      planMonitorings(found, world, choices),
    [world],
  )
  return (
    <FormImportCourse
      words={{
        ...{ title: `导入监控表：${round.name}`, trail: '绩效监控', what: '监控表' },
        ...{ target: '对应本轮的项目', ledger: `/monitoring?round=${round.id}` },
        afterwards: `/monitoring?round=${round.id}&group=missing`,
      }}
      world={world}
      reader={formReader}
      plan={plan}
      write={(items, files) => importMonitorings(round.id, writtenOf(items), files, by)}
      undo={(undo) => undoMonitoringImport(undo, by)}
      namesOf={({ found }) => found.form.monitoring?.entries.map(({ name }) => name) ?? null}
      countOf={(undo) => undo.forms.length}
    />
  )
}
