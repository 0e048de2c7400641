import ArrowDropDown from '@mui/icons-material/ArrowDropDown'
import Button from '@mui/material/Button'
import Divider from '@mui/material/Divider'
import Menu from '@mui/material/Menu'
import MenuItem from '@mui/material/MenuItem'
import { useState } from 'react'
import type { Unit } from '#domain/year-book'
import { useSession } from '#session'
import type { GoalRow } from '#storage/goals'
import { useToast } from '#ui/Toast.tsx'
import { type ExportScope, exportBlankForms, exportForms, exportLedger } from './ledger-export.ts'

/** 导出: what is selected, or else what is filtered. */
export function LedgerExport(props: {
  rows: readonly GoalRow[]
  fromSelection: boolean
  units: readonly Unit[]
}) {
  const { book, rules } = useSession()
  const { say, sayError } = useToast()
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  const [progress, setProgress] = useState('')
  const count = props.rows.length
  const which = props.fromSelection ? `所选 ${count} 个` : `筛选出的 ${count} 个`

  async function run(work: (scope: ExportScope) => Promise<string | null>) {
    setAnchor(null)
    setProgress('正在准备')
    try {
      const sentence = await work({
        book,
        rules,
        rows: props.rows,
        units: props.units,
        onProgress: (done, total) => setProgress(`正在导出 ${done}/${total}`),
      })
      if (sentence) say(sentence)
    } catch (error) {
      sayError(error)
    } finally {
      setProgress('')
    }
  }

  return (
    <>
      <Button
        size="small"
        color="inherit"
        aria-haspopup="menu"
        disabled={progress !== ''}
        endIcon={<ArrowDropDown />}
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        {progress || '导出'}
      </Button>
      <Menu open={anchor !== null} anchorEl={anchor} onClose={() => setAnchor(null)}>
        <MenuItem disabled={count === 0} onClick={() => void run((scope) => exportForms(scope, 'sichuan'))}>
          申报表（四川格式）：{which}
        </MenuItem>
        <MenuItem disabled={count === 0} onClick={() => void run((scope) => exportForms(scope, 'national'))}>
          申报表（财政部格式）：{which}
        </MenuItem>
        <MenuItem disabled={count === 0} onClick={() => void run(exportLedger)}>
          目标汇总表：{which}
        </MenuItem>
        <Divider />
        <MenuItem disabled={props.units.length === 0} onClick={() => void run(exportBlankForms)}>
          空白申报表：发给全部 {props.units.length} 个单位
        </MenuItem>
      </Menu>
    </>
  )
}
