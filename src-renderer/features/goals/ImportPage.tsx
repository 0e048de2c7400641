import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useLiveQuery } from 'dexie-react-hooks'
import { useSession } from '#session'
import { unitsOf } from '#storage/base-data'
import { FileDrop } from '#ui/FileDrop.tsx'
import { PageHead } from '#ui/PageHead.tsx'
import { ReadingProgress } from '#ui/ReadingProgress.tsx'
import { useToast } from '#ui/Toast.tsx'
import { WizardSteps } from '#ui/WizardSteps.tsx'
import { ImportDone } from './ImportDone.tsx'
import { ImportMapping } from './ImportMapping.tsx'
import { ImportRecent } from './ImportRecent.tsx'
import { ImportReview } from './ImportReview.tsx'
import { mappingHint } from './import-layouts.ts'
import { useImport } from './import-use.ts'

/** 导入表格: 选择 → 识别 → 核对 → 写入. */
export function ImportPage() {
  const { book, by } = useSession()
  const isUnits = book.identity.level === 'unit' || by.duty === 'unit'
  const { sayError } = useToast()
  const units = useLiveQuery(() => unitsOf(book.id), [book.id]) ?? []
  const course = useImport()
  const { stage } = course
  const busy = stage.step === '核对' ? stage.busy : null

  return (
    <Box data-step={stage.step} sx={{ flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column' }}>
      <PageHead title="导入表格" trail="绩效目标" note={<WizardSteps step={stage.step} />}>
        {course.mapping && (
          <>
            <Button variant="outlined" onClick={course.leaveMappings}>
              {course.mapping.before ? '取消修改' : '重新选择'}
            </Button>
            <Button
              variant="contained"
              disabled={course.mapping.asked.some((layout) => mappingHint(layout) !== '')}
              onClick={course.acceptMappings}
            >
              下一步
            </Button>
          </>
        )}
        {stage.step === '核对' && (
          <>
            <Button variant="outlined" disabled={busy !== null} onClick={() => course.restart()}>
              重新选择
            </Button>
            <Button
              variant="contained"
              disabled={course.chosen.size === 0 || busy !== null}
              onClick={course.write}
            >
              写入 {course.chosen.size} 项
            </Button>
          </>
        )}
      </PageHead>
      {stage.step === '选择' && (
        <>
          <FileDrop
            title={
              isUnits ? '把本单位的申报表或整个文件夹拖到这里' : '把各单位报来的表格或整个文件夹拖到这里'
            }
            note={stage.note}
            onChosen={course.begin}
            onFailed={sayError}
          />
          <ImportRecent />
        </>
      )}
      {course.mapping && <ImportMapping layouts={course.mapping.asked} onChange={course.changeMapping} />}
      {stage.step === '识别' && stage.progress && (
        <ReadingProgress progress={stage.progress} onCancel={() => course.restart()} />
      )}
      {busy && busy.doing !== '正在写入' && <ReadingProgress progress={busy} onCancel={course.cancelBusy} />}
      {stage.step === '核对' && (busy === null || busy.doing === '正在写入') && (
        <>
          {course.note !== '' && (
            <Alert severity="info" square>
              {course.note}
            </Alert>
          )}
          {stage.batch.layouts.some((layout) => layout.isGoals) && (
            <Box sx={{ px: 4, py: 1, fontSize: 13, color: 'text.secondary', bgcolor: 'background.paper' }}>
              台账按记住的对应关系读取
              <Button size="small" sx={{ ml: 2 }} disabled={busy !== null} onClick={course.editMappings}>
                修改
              </Button>
            </Box>
          )}
          <ImportReview
            rows={course.rows}
            units={units}
            skipped={stage.batch.skipped}
            chosen={course.chosen}
            markable={course.markable}
            onChoose={course.setChosen}
            onUnit={(row, unitId) =>
              course.correctUnit(row, units.find((candidate) => candidate.id === unitId) ?? null)
            }
            onMark={course.saveMarked}
            onMarkAll={course.saveAllMarked}
          />
        </>
      )}
      {stage.step === '写入' && (
        <ImportDone
          added={stage.added}
          changed={stage.changed}
          undone={stage.undone}
          undoing={stage.busy}
          onUndo={course.undo}
          onAgain={() => course.restart()}
        />
      )}
    </Box>
  )
}
