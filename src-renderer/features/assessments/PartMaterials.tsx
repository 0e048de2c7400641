import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useState } from 'react'
import { attachmentStore } from '#desktop'
import { type Material, materialStates } from '#domain/assessments/assessment'
import { useSession } from '#session'
import { AttachmentList } from '#ui/AttachmentList.tsx'
import { note } from '#ui/part-style'
import { controlStyle, TextField } from '#ui/TextField.tsx'
import { colours } from '#ui/theme'
import { rowId } from './fresh.ts'
import type { PartProps } from './part.ts'

const looks = {
  missing: '○',
  received: '◆',
  approved: '●',
  rejected: '■',
  waived: '—',
} as const satisfies Record<Material['state'], string>

/** 资料清单: each with its state, note and files. */
export function PartMaterials({ draft, isOpen }: PartProps) {
  const { assessment, change } = draft
  const [opened, setOpened] = useState('')
  const mayWrite = isOpen('materials')
  const missing = assessment.materials.filter(({ state }) => state === 'missing').length

  function put(id: string, patch: Partial<Material>) {
    change('materials', ({ materials }) => ({
      materials: materials.map((each) => (each.id === id ? { ...each, ...patch } : each)),
    }))
  }

  function receiveAll() {
    change('materials', ({ materials }) => ({
      materials: materials.map((each) => (each.state === 'missing' ? { ...each, state: 'received' } : each)),
    }))
  }

  function add() {
    const fresh: Material = { id: rowId(), item: '', state: 'received', note: '', attachments: [] }
    change('materials', ({ materials }) => ({ materials: [...materials, fresh] }))
  }

  return (
    <>
      <Box component="table" aria-label="资料清单" sx={tableStyle}>
        <thead>
          <tr>
            <th scope="col" style={{ width: 36 }}>
              序
            </th>
            <th scope="col">资料</th>
            <th scope="col" style={{ width: 116 }}>
              状态
            </th>
            <th scope="col" style={{ width: '30%' }}>
              备注
            </th>
            <th scope="col" style={{ width: 84 }}>
              附件
            </th>
          </tr>
        </thead>
        <tbody>
          {assessment.materials.map((material, index) => (
            <MaterialRow
              key={material.id}
              material={material}
              number={index + 1}
              mayWrite={mayWrite}
              isOpen={opened === material.id}
              onOpen={() => setOpened(opened === material.id ? '' : material.id)}
              onChange={(patch) => put(material.id, patch)}
            />
          ))}
        </tbody>
      </Box>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 2, mt: 1 }}>
        <Box sx={{ ...note, flex: 1 }}>
          {missing === 0 ? '● 没有缺失的资料。' : `○ 还有 ${missing} 项缺失，提交报告前须收到或注明不需要。`}
        </Box>
        {mayWrite && missing > 0 && (
          <Button size="small" onClick={receiveAll}>
            缺失的全部标为已收到
          </Button>
        )}
        {mayWrite && (
          <Button size="small" onClick={add}>
            增加一项
          </Button>
        )}
      </Box>
    </>
  )
}

function MaterialRow(props: {
  material: Material
  number: number
  mayWrite: boolean
  isOpen: boolean
  onOpen: () => void
  onChange: (patch: Partial<Material>) => void
}) {
  const { material, mayWrite, onChange } = props
  const { by, rules } = useSession()
  const name = material.item || `第 ${props.number} 项`
  const isOwn = !rules.assessment.materials.some(({ id }) => id === material.id)
  const states = Object.entries(materialStates) as [Material['state'], string][] // the rows of the table
  return (
    <>
      <tr>
        <td>{props.number}</td>
        <td>
          {isOwn && mayWrite ? (
            <TextField
              hideLabel
              label={`${name}：资料名称`}
              placeholder="资料名称"
              value={material.item}
              onCommit={(item) => onChange({ item })}
            />
          ) : (
            material.item
          )}
        </td>
        <td>
          {mayWrite ? (
            <Box
              component="select"
              aria-label={`${name}：状态`}
              value={material.state}
              onChange={(event: { target: { value: string } }) => {
                const chosen = states.find(([state]) => state === event.target.value)
                if (chosen) onChange({ state: chosen[0] })
              }}
              sx={{ ...controlStyle, height: 30, fontSize: 13, p: '3px 4px' }}
            >
              {states.map(([state, word]) => (
                <option key={state} value={state}>
                  {looks[state]} {word}
                </option>
              ))}
            </Box>
          ) : (
            `${looks[material.state]} ${materialStates[material.state]}`
          )}
        </td>
        <td>
          <NoteCell
            name={name}
            value={material.note}
            readOnly={!mayWrite}
            onCommit={(text) => onChange({ note: text })}
          />
        </td>
        <td>
          <Button
            size="small"
            aria-expanded={props.isOpen}
            aria-label={`${name}：附件 ${material.attachments.length} 个`}
            onClick={props.onOpen}
          >
            {material.attachments.length > 0 ? `${material.attachments.length} 个` : '附件'}
          </Button>
        </td>
      </tr>
      {props.isOpen && (
        <tr>
          <td />
          <td colSpan={4}>
            <AttachmentList
              attachments={material.attachments}
              store={attachmentStore}
              addedBy={by.name}
              mayAdd={mayWrite}
              mayRemove={mayWrite}
              inputLabel={`${name}：附件文件`}
              onChange={(attachments) =>
                onChange(
                  material.state === 'missing' && attachments.length > 0
                    ? { attachments, state: 'received' }
                    : { attachments },
                )
              }
            />
          </td>
        </tr>
      )}
    </>
  )
}

function NoteCell(props: {
  name: string
  value: string
  readOnly: boolean
  onCommit: (text: string) => void
}) {
  if (props.readOnly) return props.value
  return <TextField label={`${props.name}：备注`} hideLabel value={props.value} onCommit={props.onCommit} />
}

export const tableStyle = {
  width: '100%',
  borderCollapse: 'collapse',
  fontSize: 13,
  lineHeight: '20px',
  '& th': { textAlign: 'left', bgcolor: colours.head, fontWeight: 600, whiteSpace: 'nowrap' },
  '& th, & td': { p: '4px 8px', border: `1px solid ${colours.line}`, verticalAlign: 'middle' },
} as const
