import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useMemo, useState } from 'react'
import { Link } from 'react-router'
import type { FormItem, FormWorld } from '#domain/form-import/plan'
import { FileDrop } from './FileDrop.tsx'
import { listedGroups } from './form-import-rows.ts'
import { type FoundItem, ImportItemPanel, type KnownForm } from './ImportItemPanel.tsx'
import { GroupMark, ImportList } from './ImportList.tsx'
import { PageHead } from './PageHead.tsx'
import { ReadingProgress } from './ReadingProgress.tsx'
import { useToast } from './Toast.tsx'
import { colours } from './theme.ts'
import { type FormImport, useFormImport } from './use-form-import.ts'
import { WizardSteps } from './WizardSteps.tsx'

/** What an import of one kind of form says. */
export type CourseWords = {
  title: string
  trail: string
  /** 监控表, 自评表. */
  what: string
  /** Head of the forms that what was found belongs to. */
  target: string
  /** Where the forms are listed, all of them and those not reported. */
  ledger: string
  afterwards: string
}

type Form = KnownForm & { revision: number }
type Props<Item, Undo> = FormImport<Item, Undo> & {
  words: CourseWords
  world: FormWorld<Form>
  /** The indicators as read; null where what was read is no form of this kind. */
  namesOf: (item: Item) => readonly string[] | null
  countOf: (undo: Undo) => number
}

/** An import of filled forms: 选择 → 识别 → 核对 → 写入. */
export function FormImportCourse<Item extends FormItem<Form, object>, Undo>(props: Props<Item, Undo>) {
  const { words, world, namesOf } = props
  const { sayError } = useToast()
  const course = useFormImport(props)
  const [current, setCurrent] = useState('')
  const { stage, rows, chosen } = course
  const nameById = useMemo(() => new Map(world.units.map((unit) => [unit.id, unit.name])), [world.units])
  const here = rows.find(({ key }) => key === current) ?? rows[0]
  const shown = (item: Item): FoundItem => ({ ...item, sheet: item.found.form.sheet, names: namesOf(item) })
  return (
    <Box data-step={stage.step} sx={{ flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column' }}>
      <PageHead title={words.title} trail={words.trail} note={<WizardSteps step={stage.step} />}>
        {stage.step === '选择' && (
          <Button variant="outlined" component={Link} to={words.ledger}>
            返回台账
          </Button>
        )}
        {stage.step === '核对' && (
          <>
            <Button variant="outlined" disabled={stage.isBusy} onClick={() => course.restart()}>
              重新选择
            </Button>
            <Button variant="contained" disabled={chosen.size === 0 || stage.isBusy} onClick={course.keep}>
              写入 {chosen.size} 份
            </Button>
          </>
        )}
      </PageHead>
      {stage.step === '选择' && (
        <FileDrop
          title={`把各单位报来的${words.what}或整个文件夹拖到这里`}
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
            skipped={stage.skipped}
            chosen={chosen}
            current={here?.key ?? ''}
            targetTitle={words.target}
            empty={`没有这一类的${words.what}。`}
            onChoose={course.choose}
            onCurrent={setCurrent}
          />
          <ImportItemPanel
            what={words.what}
            choiceLabel={words.target}
            row={
              here
                ? {
                    ...here,
                    mark: <GroupMark group={listedGroups.find(({ id }) => id === here.group)} />,
                    fault: here.item === null ? here.reason : '',
                    item: here.item && shown(here.item),
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
          words={words}
          count={props.countOf(stage.undo)}
          isUndone={stage.isUndone}
          isBusy={stage.isBusy}
          onUndo={course.takeBack}
          onAgain={() => course.restart()}
        />
      )}
    </Box>
  )
}

function Done(props: {
  words: CourseWords
  count: number
  isUndone: boolean
  isBusy: boolean
  onUndo: () => void
  onAgain: () => void
}) {
  const { isUndone, words } = props
  const { what } = words
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
        {isUndone ? `已撤销：${what}恢复到这次导入之前。` : `写入完成：${props.count} 份${what}`}
      </Typography>
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        {isUndone
          ? '原文件没有改动，可以重新导入。'
          : `都还没有送审，可在台账中核对、补充后送审。离开本页前可以撤销，条件是这些${what}之后没有再改过。`}
      </Typography>
      <Box sx={{ display: 'flex', gap: 2 }}>
        <Button variant="contained" component={Link} to={words.afterwards}>
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
