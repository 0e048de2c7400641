import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useLiveQuery } from 'dexie-react-hooks'
import { useMemo, useState } from 'react'
import { Link } from 'react-router'
import type { ImportWorld, MonitoringImportItem } from '#domain/monitoring/import-plan'
import { useSession } from '#session'
import { sectionsOf, unitsOf } from '#storage/base-data'
import { monitoringsOf, roundsOf } from '#storage/monitorings'
import { reachedUnits } from '#storage/reach'
import { EmptyState } from '#ui/EmptyState.tsx'
import { FileDrop } from '#ui/FileDrop.tsx'
import { type FoundItem, ImportItemPanel } from '#ui/ImportItemPanel.tsx'
import { PageHead } from '#ui/PageHead.tsx'
import { ReadingProgress } from '#ui/ReadingProgress.tsx'
import { useToast } from '#ui/Toast.tsx'
import { colours } from '#ui/theme'
import { useAddress } from '#ui/use-address'
import { WizardSteps } from '#ui/WizardSteps.tsx'
import { ImportMark, ImportTable } from './ImportTable.tsx'
import { isSelectable } from './import-rows.ts'
import { useMonitoringImport } from './use-monitoring-import.ts'

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
  return <ImportCourse key={roundId} world={world} />
}

function ImportCourse({ world }: { world: ImportWorld }) {
  const { sayError } = useToast()
  const course = useMonitoringImport(world)
  const [current, setCurrent] = useState('')
  const { stage, rows, chosen } = course
  const nameById = useMemo(() => new Map(world.units.map((unit) => [unit.id, unit.name])), [world.units])
  const here = rows.find(({ key }) => key === current) ?? rows[0]
  return (
    <Box data-step={stage.step} sx={{ flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column' }}>
      <PageHead
        title={`导入监控表：${world.round.name}`}
        trail="绩效监控"
        note={<WizardSteps step={stage.step} />}
      >
        {stage.step === '选择' && (
          <Button variant="outlined" component={Link} to={`/monitoring?round=${world.round.id}`}>
            返回台账
          </Button>
        )}
        {stage.step === '核对' && (
          <>
            <Button variant="outlined" disabled={stage.isBusy} onClick={() => course.restart()}>
              重新选择
            </Button>
            <Button variant="contained" disabled={chosen.size === 0 || stage.isBusy} onClick={course.write}>
              写入 {chosen.size} 份
            </Button>
          </>
        )}
      </PageHead>
      {stage.step === '选择' && (
        <FileDrop
          title="把各单位报来的监控表或整个文件夹拖到这里"
          note={stage.note}
          onChosen={course.begin}
          onFailed={sayError}
        />
      )}
      {stage.step === '识别' && (
        <ReadingProgress progress={stage.progress} onCancel={() => course.restart()} />
      )}
      {stage.step === '核对' && (
        <Box sx={{ flex: 1, minHeight: 0, display: 'flex' }}>
          <ImportTable
            rows={rows}
            skipped={stage.read.skipped}
            chosen={chosen}
            current={here?.key ?? ''}
            onChoose={course.choose}
            onCurrent={setCurrent}
          />
          <ImportItemPanel
            what="监控表"
            choiceLabel="对应本轮的项目"
            row={
              here
                ? {
                    ...here,
                    mark: <ImportMark group={here.group} />,
                    fault: here.error,
                    item: here.item && shownItem(here.item),
                    asksLook: here.group === 'doubtful' && isSelectable(here) && !chosen.has(here.key),
                  }
                : null
            }
            forms={world.forms}
            unitName={(id) => nameById.get(id) ?? ''}
            onDecide={(choice) =>
              here && course.decide(here, 'formId' in choice ? { monitoringId: choice.formId } : choice)
            }
            onAccept={() => here && course.choose(new Set([...chosen, here.key]))}
          />
        </Box>
      )}
      {stage.step === '写入' && (
        <Done
          count={stage.undo.forms.length}
          roundId={world.round.id}
          isUndone={stage.isUndone}
          isBusy={stage.isBusy}
          onUndo={course.undo}
          onAgain={() => course.restart()}
        />
      )}
    </Box>
  )
}

/** The item with what the panel shows of its file. */
function shownItem(item: MonitoringImportItem): FoundItem {
  const { sheet, monitoring } = item.found.form
  return { ...item, sheet, names: monitoring?.entries.map(({ name }) => name) ?? null }
}

function Done(props: {
  count: number
  roundId: string
  isUndone: boolean
  isBusy: boolean
  onUndo: () => void
  onAgain: () => void
}) {
  return (
    <Box
      sx={{
        m: 4,
        p: 6,
        display: 'grid',
        gap: 4,
        bgcolor: 'background.paper',
        border: 1,
        borderColor: 'divider',
      }}
    >
      <Typography variant="h2" role="status">
        <Box
          component="span"
          aria-hidden="true"
          sx={{ color: props.isUndone ? colours.secondary : colours.ok }}
        >
          {props.isUndone ? '○' : '●'}
        </Box>{' '}
        {props.isUndone ? '已撤销：监控表恢复到这次导入之前。' : `写入完成：${props.count} 份监控表`}
      </Typography>
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        {props.isUndone
          ? '原文件没有改动，可以重新导入。'
          : '都还没有送审，可在台账中核对、补充后送审。离开本页前可以撤销，条件是这些监控表之后没有再改过。'}
      </Typography>
      <Box sx={{ display: 'flex', gap: 2 }}>
        <Button variant="contained" component={Link} to={`/monitoring?round=${props.roundId}&group=missing`}>
          去台账
        </Button>
        <Button variant="outlined" onClick={props.onAgain}>
          继续导入
        </Button>
        {!props.isUndone && (
          <Button variant="outlined" color="inherit" disabled={props.isBusy} onClick={props.onUndo}>
            撤销本次导入
          </Button>
        )}
      </Box>
    </Box>
  )
}
