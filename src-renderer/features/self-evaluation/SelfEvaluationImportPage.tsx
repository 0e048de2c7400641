import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useLiveQuery } from 'dexie-react-hooks'
import { useMemo, useState } from 'react'
import { Link } from 'react-router'
import type { SelfEvaluationItem, SelfEvaluationWorld } from '#domain/evaluation/import-plan'
import { useSession } from '#session'
import { sectionsOf, unitsOf } from '#storage/base-data'
import { reachedUnits } from '#storage/reach'
import { selfEvaluationsOf } from '#storage/self-evaluations'
import { EmptyState } from '#ui/EmptyState.tsx'
import { FileDrop } from '#ui/FileDrop.tsx'
import { type FoundItem, ImportItemPanel } from '#ui/ImportItemPanel.tsx'
import { GroupMark, ImportList } from '#ui/ImportList.tsx'
import { PageHead } from '#ui/PageHead.tsx'
import { ReadingProgress } from '#ui/ReadingProgress.tsx'
import { useToast } from '#ui/Toast.tsx'
import { colours } from '#ui/theme'
import { WizardSteps } from '#ui/WizardSteps.tsx'
import { listedGroups } from './import-rows.ts'
import { useSelfEvaluationImport } from './use-self-evaluation-import.ts'

type World = SelfEvaluationWorld & { bookId: string }

/** 导入自评表: 选择 → 识别 → 核对 → 写入. */
export function SelfEvaluationImportPage() {
  const { book, by, rules } = useSession()
  const units = useLiveQuery(() => unitsOf(book.id), [book.id])
  const sections = useLiveQuery(() => sectionsOf(book.id), [book.id])
  const forms = useLiveQuery(() => selfEvaluationsOf(book.id), [book.id])
  const world = useMemo((): World | null => {
    if (!forms || !units || !sections) return null
    const reached = reachedUnits(by, units, sections)
    const own = forms.filter(({ unitId }) => reached === null || reached.has(unitId))
    return { bookId: book.id, year: book.year, forms: own, units, pack: rules }
  }, [forms, units, sections, by, book, rules])
  if (!world) return null
  if (world.forms.length === 0)
    return (
      <Box sx={{ flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column' }}>
        <PageHead title="导入自评表" trail="单位自评" />
        <EmptyState text="本年度还没有布置自评。布置后，再导入各单位报来的自评表。">
          <Button variant="outlined" component={Link} to="/evaluation/self">
            去自评台账
          </Button>
        </EmptyState>
      </Box>
    )
  return <ImportCourse key={book.id} world={world} />
}

function ImportCourse({ world }: { world: World }) {
  const { sayError } = useToast()
  const course = useSelfEvaluationImport(world)
  const [current, setCurrent] = useState('')
  const { stage, rows, chosen } = course
  const nameById = useMemo(() => new Map(world.units.map((unit) => [unit.id, unit.name])), [world.units])
  const here = rows.find(({ key }) => key === current) ?? rows[0]
  return (
    <Box data-step={stage.step} sx={{ flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column' }}>
      <PageHead
        title={`导入自评表：${world.year} 年度`}
        trail="单位自评"
        note={<WizardSteps step={stage.step} />}
      >
        {stage.step === '选择' && (
          <Button variant="outlined" component={Link} to="/evaluation/self">
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
          title="把各单位报来的自评表或整个文件夹拖到这里"
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
          <ImportList
            rows={rows}
            groups={listedGroups}
            skipped={stage.read.skipped}
            chosen={chosen}
            current={here?.key ?? ''}
            targetTitle="对应的自评表"
            empty="没有这一类的自评表。"
            onChoose={course.choose}
            onCurrent={setCurrent}
          />
          <ImportItemPanel
            what="自评表"
            choiceLabel="对应的自评表"
            row={
              here
                ? {
                    ...here,
                    mark: <GroupMark group={listedGroups.find(({ id }) => id === here.group)} />,
                    fault: here.item === null ? here.reason : '',
                    item: here.item && shownItem(here.item),
                    asksLook: here.group === 'doubtful' && here.isSelectable && !chosen.has(here.key),
                  }
                : null
            }
            forms={world.forms}
            unitName={(id) => nameById.get(id) ?? ''}
            onDecide={(choice) => here && course.decide(here, choice)}
            onAccept={() => here && course.choose(new Set([...chosen, here.key]))}
          />
        </Box>
      )}
      {stage.step === '写入' && (
        <Done
          count={stage.undo.forms.length}
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
function shownItem(item: SelfEvaluationItem): FoundItem {
  const { sheet, selfEvaluation } = item.found.form
  return { ...item, sheet, names: selfEvaluation?.entries.map(({ name }) => name) ?? null }
}

function Done(props: {
  count: number
  isUndone: boolean
  isBusy: boolean
  onUndo: () => void
  onAgain: () => void
}) {
  const { isUndone } = props
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
        <Box component="span" aria-hidden="true" sx={{ color: isUndone ? colours.secondary : colours.ok }}>
          {isUndone ? '○' : '●'}
        </Box>{' '}
        {isUndone ? '已撤销：自评表恢复到这次导入之前。' : `写入完成：${props.count} 份自评表`}
      </Typography>
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        {isUndone
          ? '原文件没有改动，可以重新导入。'
          : '都还没有送审，可在台账中核对、补充后送审。离开本页前可以撤销，条件是这些自评表之后没有再改过。'}
      </Typography>
      <Box sx={{ display: 'flex', gap: 2 }}>
        <Button variant="contained" component={Link} to="/evaluation/self?group=missing">
          去台账
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
