import Box from '@mui/material/Box'
import { useLiveQuery } from 'dexie-react-hooks'
import { useState } from 'react'
import { type StationContent, saveStation } from '#actions/save-station'
import type { Station } from '#domain/exchange/station'
import { levels, plainCode, regions } from '#domain/year-book'
import { useSession } from '#session'
import { unitsOf } from '#storage/base-data'
import { ConfirmDialog } from '#ui/ConfirmDialog.tsx'
import { ChoiceField, TextField } from '#ui/TextField.tsx'
import { useToast } from '#ui/Toast.tsx'

/** 建立本机名片, or correct its words; what the book knows is filled in. */
export function StationDialog({ station, onClose }: { station: Station | null; onClose: () => void }) {
  const { book, by, dataKey } = useSession()
  const { attempt, say } = useToast()
  const units = useLiveQuery(() => unitsOf(book.id), [book.id])
  const { identity } = book
  const [content, setContent] = useState<StationContent>(
    station ?? {
      name: identity.office.replace('（演示）', ''),
      level: identity.level,
      regionCode: identity.regionCode,
      unitCode: by.duty === 'unit' ? by.scope : '',
    },
  )
  function save() {
    onClose()
    attempt(async () => {
      const { name, level, regionCode, unitCode } = content
      await saveStation({ name, level, regionCode, unitCode }, dataKey, by)
      say(
        station
          ? '已修改本机名片。请重新导出后交给往来单位。'
          : '已建立本机名片。请导出后交给往来单位，并核对指纹。',
      )
    })
  }
  return (
    <ConfirmDialog
      open
      title={station ? '修改本机名片' : '建立本机名片'}
      action={station ? '保存' : '建立名片'}
      disabled={isIncomplete(content)}
      onCancel={onClose}
      onConfirm={save}
    >
      <StationFields content={content} units={units ?? []} onChange={setContent} />
    </ConfirmDialog>
  )
}

export function isIncomplete({ name, level, unitCode }: StationContent): boolean {
  return name.trim() === '' || level === '' || (level === 'unit' && plainCode(unitCode) === '')
}

export function StationFields(props: {
  content: StationContent
  units: readonly { code: string; name: string }[]
  onChange: (content: StationContent) => void
}) {
  const { content, units, onChange } = props
  const set = (changed: Partial<StationContent>) => onChange({ ...content, ...changed })
  const places = Object.fromEntries(regions.map(({ code, name }) => [code, `${name}（${code}）`]))
  function choose(typed: string) {
    const unitCode = plainCode(typed)
    // A unit is called as the book calls it, unless it has a name of its own already.
    const unit = units.find(({ code }) => plainCode(code) === unitCode)
    set({ unitCode, ...(unit ? { name: unit.name } : {}) })
  }
  return (
    <Box sx={{ display: 'grid', gridTemplateColumns: '1fr 1fr', gap: 3 }}>
      <ChoiceField
        label="级次"
        value={content.level}
        choices={levels}
        blank="请选择"
        onCommit={(level) => set({ level, unitCode: level === 'unit' ? content.unitCode : '' })}
      />
      <ChoiceField
        label="行政区划"
        value={content.regionCode}
        choices={places}
        onCommit={(regionCode) => set({ regionCode })}
      />
      {content.level === 'unit' && (
        <TextField
          label="单位代码"
          hint="与财政局账套中的代码一致"
          value={content.unitCode}
          onCommit={choose}
        />
      )}
      <TextField label="单位名称" hint="全称" value={content.name} onCommit={(name) => set({ name })} />
    </Box>
  )
}
