import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useRef, useState } from 'react'
import { desktop } from '#desktop'
import { type Attachment, sizeText } from '#domain/attachment'
import { nextMaterialNumber } from '#domain/evaluation/scoring-desk'
import type { Material } from '#domain/evaluation/task'
import { useSession } from '#session'
import { AttachmentViewer } from '#ui/AttachmentViewer.tsx'
import { EmptyState } from '#ui/EmptyState.tsx'
import { TextField } from '#ui/TextField.tsx'
import { useToast } from '#ui/Toast.tsx'
import { colours } from '#ui/theme'
import { EvidenceMap } from './EvidenceMap.tsx'
import { tableStyle } from './PartBasics.tsx'
import type { TaskPartProps } from './task-part.ts'

/** 材料: what was gathered, each with its 底稿 number, and which indicators it proves. */
export function PartMaterials(props: TaskPartProps & { readOnly: boolean }) {
  const { saver, task, sheets, readOnly } = props
  const { by } = useSession()
  const { attempt, say } = useToast()
  const input = useRef<HTMLInputElement>(null)
  const [viewed, setViewed] = useState<Attachment | null>(null)
  const used = new Set(
    sheets.flatMap(({ marks }) =>
      Object.values(marks).flatMap(({ evidence }) => evidence.map(({ attachmentId }) => attachmentId)),
    ),
  )

  function put(id: string, patch: Partial<Material>) {
    saver.change((before) => ({
      materials: before.materials.map((one) => (one.id === id ? { ...one, ...patch } : one)),
    }))
  }

  function add(made: { name: string; attachment: Attachment | null }[]) {
    const fresh = made.map((one) => ({ ...one, id: crypto.randomUUID() }))
    saver.change((before) => ({
      materials: fresh.reduce<readonly Material[]>(
        (list, one) => list.concat({ ...one, number: nextMaterialNumber(list), note: '', indicatorIds: [] }),
        before.materials,
      ),
    }))
  }

  function addFiles(files: readonly File[]) {
    attempt(async () => {
      const known = new Set(task.materials.flatMap(({ attachment }) => attachment?.hash ?? []))
      const made: { name: string; attachment: Attachment }[] = []
      for (const file of files) {
        const { hash, size } = await desktop.keepAttachment(new Uint8Array(await file.arrayBuffer()))
        if (known.has(hash)) continue
        known.add(hash)
        const addedAt = new Date().toISOString()
        made.push({
          name: file.name.replace(/\.[^.]+$/, ''),
          attachment: { hash, size, name: file.name, addedAt, addedBy: by.name },
        })
      }
      if (made.length > 0) add(made)
      else say({ text: '所选的文件已经在材料里，没有重复添加。', severity: 'info' })
    })
  }

  function save(attachment: Attachment) {
    attempt(async () => {
      const bytes = await desktop.readAttachment(attachment.hash)
      if (!bytes) {
        say({ text: `材料“${attachment.name}”在本机找不到，请重新添加。`, severity: 'warning' })
        return
      }
      const saved = await desktop.saveFile(attachment.name, bytes)
      if (saved) say(`已保存 ${saved.name}，存放在${saved.place}。`)
    })
  }

  const tools = !readOnly && (
    <>
      <Button variant="outlined" onClick={() => input.current?.click()}>
        添加文件
      </Button>
      <Button color="inherit" onClick={() => add([{ name: '纸质材料', attachment: null }])}>
        登记纸质材料
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        multiple
        aria-label="材料文件"
        onChange={(event) => {
          addFiles([...(event.target.files ?? [])])
          event.target.value = ''
        }}
      />
    </>
  )

  return (
    <Box sx={{ display: 'grid', gap: 3 }}>
      <Box
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
          <Box component="table" sx={{ ...tableStyle, tableLayout: 'fixed' }}>
            <thead>
              <tr>
                <th scope="col" style={{ width: 84 }}>
                  底稿编号
                </th>
                <th scope="col">材料名称</th>
                <th scope="col" style={{ width: '30%' }}>
                  说明（来源、存放处）
                </th>
                <th scope="col" style={{ width: 96 }}>
                  形式
                </th>
                <th scope="col" style={{ width: 76, textAlign: 'right' }}>
                  关联指标
                </th>
                <th scope="col" style={{ width: 124 }}>
                  操作
                </th>
              </tr>
            </thead>
            <tbody>
              {task.materials.map((material) => (
                <tr key={material.id}>
                  <td>
                    <TextField
                      hideLabel
                      label={`${material.name}：底稿编号`}
                      readOnly={readOnly}
                      value={material.number}
                      onCommit={(number) => put(material.id, { number: number.trim() })}
                    />
                  </td>
                  <td>
                    <TextField
                      hideLabel
                      label={`${material.number}：材料名称`}
                      readOnly={readOnly}
                      value={material.name}
                      onCommit={(name) => put(material.id, { name: name.trim() })}
                    />
                  </td>
                  <td>
                    <TextField
                      hideLabel
                      label={`${material.number}：说明`}
                      readOnly={readOnly}
                      value={material.note}
                      onCommit={(note) => put(material.id, { note: note.trim() })}
                    />
                  </td>
                  <td>{material.attachment ? sizeText(material.attachment.size) : '纸质'}</td>
                  <td style={{ textAlign: 'right' }}>{material.indicatorIds.length || '—'}</td>
                  <td>
                    {material.attachment && (
                      <Button
                        size="small"
                        aria-label={`查看 ${material.number}`}
                        onClick={() => setViewed(material.attachment)}
                      >
                        查看
                      </Button>
                    )}
                    {!readOnly && (
                      <Button
                        size="small"
                        color="error"
                        aria-label={`移除 ${material.number}`}
                        disabled={used.has(material.id)}
                        title={used.has(material.id) ? '评分已引用这份材料，不能移除' : ''}
                        onClick={() =>
                          saver.change((before) => ({
                            materials: before.materials.filter(({ id }) => id !== material.id),
                          }))
                        }
                      >
                        移除
                      </Button>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </Box>
        )}
      </Box>
      {task.materials.length > 0 && (
        <EvidenceMap
          task={task}
          readOnly={readOnly}
          onTie={(material, indicatorId, isTied) =>
            saver.change((before) => ({
              materials: before.materials.map((one) =>
                one.id === material
                  ? { ...one, indicatorIds: tied(one.indicatorIds, indicatorId, isTied) }
                  : one,
              ),
            }))
          }
        />
      )}
      {viewed && (
        <AttachmentViewer
          attachment={viewed}
          load={desktop.readAttachment}
          onSave={() => save(viewed)}
          onClose={() => setViewed(null)}
        />
      )}
    </Box>
  )
}

function tied(ids: readonly string[], id: string, isTied: boolean): readonly string[] {
  const others = ids.filter((one) => one !== id)
  return isTied ? [...others, id] : others
}
