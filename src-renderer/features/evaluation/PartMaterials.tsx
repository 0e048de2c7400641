import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useRef } from 'react'
import { flushSync } from 'react-dom'
import { attachmentStore } from '#desktop'
import { useSession } from '#session'
import { EmptyState } from '#ui/EmptyState.tsx'
import { colours } from '#ui/theme'
import { useAttachments } from '#ui/use-attachments.tsx'
import { useFileChoice } from '#ui/use-file-choice.tsx'
import { EvidenceMap } from './EvidenceMap.tsx'
import { MaterialTable } from './MaterialTable.tsx'
import { materialsOf } from './materials-of.ts'
import type { TaskPartProps } from './task-part.ts'

/** 材料: what was gathered, each with its 底稿 number, and which indicators it proves. */
export function PartMaterials(props: TaskPartProps & { readOnly: boolean }) {
  const { saver, task, sheets, readOnly } = props
  const { by } = useSession()
  const { change, add, remove, tie } = materialsOf(saver)
  const { keep, view, viewer } = useAttachments(attachmentStore, '材料')
  const list = useRef<HTMLElement>(null)
  const adder = useRef<HTMLButtonElement>(null)
  const { ask, field } = useFileChoice({
    label: '材料文件',
    multiple: true,
    onChosen: (files) =>
      keep(files, {
        present: task.materials.flatMap(({ attachment }) => attachment ?? []),
        by: by.name,
        onKept: (added) =>
          add(added.map((attachment) => ({ name: attachment.name.replace(/\.[^.]+$/, ''), attachment }))),
      }),
  })
  const used = new Set(
    sheets.flatMap(({ marks }) =>
      Object.values(marks).flatMap(({ evidence }) => evidence.map(({ attachmentId }) => attachmentId)),
    ),
  )

  /** What lies on paper is named by who registers it: the new row's name is ready to be written over. */
  function addPaper() {
    flushSync(() => add([{ name: '纸质材料', attachment: null }]))
    const name = list.current?.querySelector<HTMLInputElement>('tbody tr:last-child td:nth-child(2) input')
    name?.select()
  }

  const tools = !readOnly && (
    <>
      <Button ref={adder} variant="outlined" onClick={ask}>
        添加文件
      </Button>
      <Button color="inherit" onClick={addPaper}>
        登记纸质材料
      </Button>
      {field}
    </>
  )

  return (
    <Box sx={{ display: 'grid', gap: 3 }}>
      <Box
        ref={list}
        component="section"
        aria-label="材料清单"
        sx={{ bgcolor: colours.surface, border: `1px solid ${colours.line}`, borderRadius: '4px', p: 3 }}
      >
        <Box sx={{ display: 'flex', alignItems: 'center', gap: 2, mb: 2 }}>
          <Typography variant="h2" sx={{ flex: 1, fontSize: 15 }}>
            材料清单
          </Typography>
          {!readOnly && task.unitId !== '' && (
            <Box sx={{ fontSize: 12, color: colours.secondary }}>
              材料名称随批复包告知被评价单位，请其准备；说明和文件不外送。
            </Box>
          )}
          {task.materials.length > 0 && tools}
        </Box>
        {task.materials.length === 0 ? (
          <EmptyState text="还没有材料。添加 PDF、图片等文件，或登记存放在纸面上、要请单位准备的材料，再关联到指标。">
            {tools}
          </EmptyState>
        ) : (
          <MaterialTable
            materials={task.materials}
            used={used}
            adder={adder}
            readOnly={readOnly}
            onView={view}
            onChange={change}
            onRemove={remove}
          />
        )}
      </Box>
      {task.materials.length > 0 && <EvidenceMap task={task} readOnly={readOnly} onTie={tie} />}
      {viewer}
    </Box>
  )
}
