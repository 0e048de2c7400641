import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import type { RefObject } from 'react'
import { type Attachment, sizeText } from '#domain/attachment'
import type { Material } from '#domain/evaluation/task'
import { TextField } from '#ui/TextField.tsx'
import { takeRow } from '#ui/take-row'
import { tableStyle } from './PartBasics.tsx'

type Props = {
  /** The button that adds a row. */
  adder: RefObject<HTMLElement | null>
  readOnly: boolean
  onView: (attachment: Attachment) => void
  onChange: (id: string, patch: Partial<Material>) => void
  onRemove: (id: string) => void
}

/** 材料清单, a row for each; `used` are those that marks rest on: they stay. */
export function MaterialTable(props: Props & { materials: readonly Material[]; used: ReadonlySet<string> }) {
  return (
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
        {props.materials.map((material) => (
          <MaterialRow
            key={material.id}
            {...props}
            material={material}
            isUsed={props.used.has(material.id)}
          />
        ))}
      </tbody>
    </Box>
  )
}

function MaterialRow(props: Props & { material: Material; isUsed: boolean }) {
  const { material, isUsed, readOnly, onChange } = props
  const { id, attachment } = material
  return (
    <tr>
      <td>
        <TextField
          hideLabel
          label={`${material.name}：底稿编号`}
          readOnly={readOnly}
          value={material.number}
          onCommit={(number) => onChange(id, { number: number.trim() })}
        />
      </td>
      <td>
        <TextField
          hideLabel
          label={`${material.number}：材料名称`}
          readOnly={readOnly}
          value={material.name}
          onCommit={(name) => onChange(id, { name: name.trim() })}
        />
      </td>
      <td>
        <TextField
          hideLabel
          label={`${material.number}：说明`}
          readOnly={readOnly}
          value={material.note}
          onCommit={(note) => onChange(id, { note: note.trim() })}
        />
      </td>
      <td>{attachment ? sizeText(attachment.size) : '纸质'}</td>
      <td style={{ textAlign: 'right' }}>{material.indicatorIds.length || '—'}</td>
      <td>
        {attachment && (
          <Button
            size="small"
            aria-label={`查看 ${material.number}`}
            onClick={() => props.onView(attachment)}
          >
            查看
          </Button>
        )}
        {!readOnly && (
          <Button
            size="small"
            color="error"
            aria-label={`移除 ${material.number}`}
            disabled={isUsed}
            title={isUsed ? '评分已引用这份材料，不能移除' : ''}
            onClick={({ currentTarget }) => takeRow(currentTarget, props.adder, () => props.onRemove(id))}
          >
            移除
          </Button>
        )}
      </td>
    </tr>
  )
}
