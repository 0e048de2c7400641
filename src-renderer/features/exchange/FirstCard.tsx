import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Paper from '@mui/material/Paper'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { type StationContent, saveStation } from '#actions/save-station'
import type { Station } from '#domain/exchange/station'
import type { Actor } from '#domain/people/duties'
import { type Level, levels, regions } from '#domain/year-book'
import { ConfirmDialog } from '#ui/ConfirmDialog.tsx'
import { useToast } from '#ui/Toast.tsx'
import { typedNote } from '#ui/typed-note'
import { isIncomplete, StationFields } from './StationDialog.tsx'

type Props = { by: Actor; dataKey: CryptoKey | null }

const levelList = Object.keys(levels) as Level[] // the keys of the table

const cardNote = typedNote('jiheng-first-card', ['name', 'level', 'regionCode', 'unitCode'])

/** As it was typed before the page was loaded anew; of choices only those that are offered. */
function firstContent(): StationContent {
  const { name = '', level, regionCode, unitCode = '' } = cardNote.kept()
  return {
    name,
    unitCode,
    level: levelList.find((each) => each === level) ?? 'unit',
    regionCode: regions.find(({ code }) => code === regionCode)?.code ?? '511922',
  }
}

/** 填写本机名片 where there is no book yet. */
export function FirstCard({ by, dataKey }: Props) {
  const { attempt } = useToast()
  const [content, setContent] = useState<StationContent>(firstContent)
  function type(typed: StationContent) {
    setContent(typed)
    cardNote.keep(typed)
  }
  async function save() {
    await saveStation(content, dataKey, by)
    cardNote.keep({})
  }
  return (
    <Paper variant="outlined" sx={{ p: 4, display: 'grid', gap: 4 }}>
      <StationFields content={content} units={[]} onChange={type} />
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        单位代码须与财政局账套中的一致；不清楚请问财政局归口股室。填错了，之后可以修改。
      </Typography>
      <Box sx={{ display: 'flex', justifyContent: 'flex-end' }}>
        <Button variant="contained" disabled={isIncomplete(content)} onClick={() => attempt(save)}>
          下一步
        </Button>
      </Box>
    </Paper>
  )
}

/** The words of the card corrected before there is a book: a wrong code would bar the way to one. */
export function CorrectCardDialog({
  by,
  dataKey,
  ...props
}: Props & { station: Station; onClose: () => void }) {
  const { attempt, say } = useToast()
  const { name, level, regionCode, unitCode } = props.station
  const [content, setContent] = useState<StationContent>({ name, level, regionCode, unitCode })
  function save() {
    props.onClose()
    attempt(async () => {
      await saveStation(content, dataKey, by)
      say('已修改本机名片。请再选择参数包；名片已经交给财政局的，请重新导出后再交一次。')
    })
  }
  return (
    <ConfirmDialog
      open
      title="修改本机名片"
      action="保存"
      disabled={isIncomplete(content)}
      onCancel={props.onClose}
      onConfirm={save}
    >
      <StationFields content={content} units={[]} onChange={setContent} />
    </ConfirmDialog>
  )
}
