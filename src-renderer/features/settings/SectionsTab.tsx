import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useLiveQuery } from 'dexie-react-hooks'
import { useRef } from 'react'
import { useSession } from '#session'
import { unitsOf } from '#storage/base-data'
import { workbookTypes } from '#ui/collect-files'
import { useFileChoice } from '#ui/use-file-choice.tsx'
import { ReadSectionsDialog } from './ReadSectionsDialog.tsx'
import { SectionTable } from './SectionTable.tsx'
import { useSectionList } from './use-section-list.ts'

/** 股室 of the bureau after 2+2+N (巴财〔2020〕38号 三（一）). */
export function SectionsTab() {
  const { book } = useSession()
  const units = useLiveQuery(() => unitsOf(book.id), [book.id])
  const list = useSectionList()
  const adder = useRef<HTMLButtonElement>(null)
  const { ask, field } = useFileChoice({
    label: '股室文件',
    accept: workbookTypes,
    onChosen: ([file]) => list?.fromExcel(file),
  })
  if (!list || !units) return null

  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', gap: 3, maxWidth: 900 }}>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 2 }}>
        <Box sx={{ flex: 1, color: 'text.secondary', fontSize: 13 }}>
          按“2+2+N”设置；名称可按本局实际修改。有归口单位的股室不能删除。
        </Box>
        <Button variant="outlined" onClick={ask}>
          从 Excel 导入
        </Button>
        {field}
        <Button ref={adder} variant="contained" disabled={list.added !== null} onClick={list.add}>
          新建股室
        </Button>
      </Box>
      <SectionTable
        sections={list.all}
        units={units}
        freshId={list.added?.id ?? ''}
        adder={adder}
        onChange={list.change}
        onDelete={list.remove}
      />
      {list.read && (
        <ReadSectionsDialog
          read={list.read}
          present={list.sections}
          onCancel={list.leaveRead}
          onConfirm={list.writeRead}
        />
      )}
    </Box>
  )
}
