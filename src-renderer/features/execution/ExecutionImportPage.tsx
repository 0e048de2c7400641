import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useMemo, useState } from 'react'
import { Link } from 'react-router'
import type { ExecutionImport } from '#domain/execution/execution'
import type { ImportGroup } from '#domain/execution/import-groups'
import { formatWan } from '#domain/money'
import { useSession } from '#session'
import { FileDrop } from '#ui/FileDrop.tsx'
import { PageHead } from '#ui/PageHead.tsx'
import { ReadingProgress } from '#ui/ReadingProgress.tsx'
import { useToast } from '#ui/Toast.tsx'
import { colours } from '#ui/theme'
import { WizardSteps } from '#ui/WizardSteps.tsx'
import { ImportPanel } from './ImportPanel.tsx'
import { ImportTable } from './ImportTable.tsx'
import { importRows } from './import-rows.ts'
import { Reconciliation } from './Reconciliation.tsx'
import { TreasuryLayouts } from './TreasuryLayouts.tsx'
import { layoutHint } from './treasury-layouts.ts'
import { useExecutionImport } from './use-execution-import.ts'

/** 导入国库台账: 选择 → 识别 → 核对 → 写入. */
export function ExecutionImportPage() {
  const { sayError } = useToast()
  const course = useExecutionImport()
  const { stage, batch, plan } = course
  const isReady = batch?.layouts.every((layout) => layoutHint(layout) === '') ?? false
  const isMapping = stage.step === '识别' && stage.progress === null
  return (
    <Box data-step={stage.step} sx={{ flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column' }}>
      <PageHead title="导入国库台账" trail="预算执行" note={<WizardSteps step={stage.step} />}>
        {stage.step === '选择' && (
          <Button variant="outlined" component={Link} to="/execution">
            返回预算执行
          </Button>
        )}
        {isMapping && (
          <>
            <Button variant="outlined" onClick={() => course.restart()}>
              重新选择
            </Button>
            <Button variant="contained" disabled={!isReady} onClick={course.confirmLayouts}>
              下一步
            </Button>
          </>
        )}
        {stage.step === '核对' && (
          <>
            <Button variant="outlined" disabled={stage.isBusy} onClick={course.toMapping}>
              返回识别
            </Button>
            <Button
              variant="contained"
              disabled={stage.isBusy || !plan || plan.writes.length === 0}
              onClick={course.write}
            >
              写入 {(plan?.writes.length ?? 0).toLocaleString('zh-CN')} 行
            </Button>
          </>
        )}
      </PageHead>
      {stage.step === '选择' && (
        <FileDrop
          title="把国库导出的执行台账拖到这里，可以是一个月或全年各月"
          note={stage.note}
          onChosen={course.begin}
          onFailed={sayError}
        />
      )}
      {stage.step === '识别' && stage.progress && (
        <ReadingProgress progress={stage.progress} onCancel={() => course.restart()} />
      )}
      {isMapping && batch && (
        <TreasuryLayouts
          layouts={batch.layouts}
          onMapping={course.changeMapping}
          onSources={(id, sources) => course.changeLayout(id, { sources })}
        />
      )}
      {stage.step === '核对' && batch && plan && <Review {...course} batch={batch} plan={plan} />}
      {stage.step === '写入' && (
        <Done
          record={stage.record}
          isUndone={stage.isUndone}
          isBusy={stage.isBusy}
          onUndo={course.undo}
          onAgain={() => course.restart()}
        />
      )}
    </Box>
  )
}

type Course = ReturnType<typeof useExecutionImport>

function Review({
  batch,
  plan,
  decide,
  keep,
}: Pick<Course, 'decide' | 'keep'> & {
  batch: NonNullable<Course['batch']>
  plan: NonNullable<Course['plan']>
}) {
  const { book } = useSession()
  const [shown, setShown] = useState<ImportGroup | ''>('')
  const [current, setCurrent] = useState('')
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const [isReconciling, setIsReconciling] = useState(false)
  const rows = useMemo(() => importRows(plan), [plan])
  const here = rows.find(({ key }) => key === current) ?? rows[0]
  const differences = plan.sums.length + plan.budgets.length

  function disown() {
    const lines = rows.filter(({ key }) => selected.has(key)).map(({ row }) => row.identity)
    decide(lines, '')
    setSelected(new Set())
  }

  const failed = batch.files.flatMap(({ error }) => error ?? [])
  return (
    <Box sx={{ flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column' }}>
      {failed.map((text) => (
        <Box
          key={text}
          role="alert"
          sx={{ px: 4, py: 1, fontSize: 13, bgcolor: 'background.paper', color: colours.alarm }}
        >
          ■ {text}
        </Box>
      ))}
      <Box sx={{ flex: 1, minHeight: 0, display: 'flex' }}>
        <ImportTable
          rows={rows}
          year={book.year}
          goals={batch.world.goals}
          shown={shown}
          onShown={(group) => {
            setShown(group)
            setIsReconciling(false)
          }}
          current={here?.key ?? ''}
          onCurrent={setCurrent}
          selected={selected}
          onSelect={setSelected}
          instead={
            isReconciling && (
              <Reconciliation
                plan={plan}
                stated={plan.statedSums}
                goals={batch.world.goals}
                units={batch.world.units}
              />
            )
          }
        >
          {selected.size > 0 && !isReconciling && (
            <Button size="small" variant="outlined" onClick={disown} sx={{ whiteSpace: 'nowrap' }}>
              {selected.size} 行不对应任何项目
            </Button>
          )}
          <Button
            size="small"
            variant={isReconciling ? 'outlined' : 'text'}
            aria-pressed={isReconciling}
            onClick={() => setIsReconciling((before) => !before)}
            sx={{ whiteSpace: 'nowrap' }}
          >
            {differences === 0 ? '● 对账一致' : `▲ 对账：${differences} 处不一致`}
          </Button>
        </ImportTable>
        {!isReconciling && (
          <ImportPanel row={here} year={book.year} world={batch.world} onDecide={decide} onKeep={keep} />
        )}
      </Box>
    </Box>
  )
}

function Done(props: {
  record: ExecutionImport
  isUndone: boolean
  isBusy: boolean
  onUndo: () => void
  onAgain: () => void
}) {
  const { record, isUndone } = props
  return (
    <Box
      sx={{
        ...{ m: 4, p: 6, display: 'grid', gap: 4 },
        ...{ bgcolor: 'background.paper', border: 1, borderColor: 'divider' },
      }}
    >
      <Typography variant="h2" role="status">
        <Box component="span" aria-hidden="true" sx={{ color: isUndone ? colours.secondary : colours.ok }}>
          {isUndone ? '○' : '●'}
        </Box>{' '}
        {isUndone
          ? '已撤销：预算执行恢复到这次导入之前。'
          : `写入完成：${record.name}，新增 ${record.added.length} 行，变更 ${record.replaced.length} 行`}
      </Typography>
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        {isUndone
          ? '原文件没有改动，可以重新导入。'
          : `对应到项目 ${record.matched} 行，未对应 ${record.unmatched} 行；${record.months.at(-1)} 月累计支出 ${formatWan(record.paid)} 万元。以后可在“预算执行”的导入记录中撤销。`}
      </Typography>
      <Box sx={{ display: 'flex', gap: 2 }}>
        <Button variant="contained" component={Link} to="/execution">
          去预算执行
        </Button>
        <Button variant="outlined" onClick={props.onAgain}>
          继续导入
        </Button>
        {!isUndone && (
          <Button variant="outlined" color="inherit" disabled={props.isBusy} onClick={props.onUndo}>
            撤销本次导入
          </Button>
        )}
      </Box>
    </Box>
  )
}
