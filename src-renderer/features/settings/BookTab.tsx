import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import MenuItem from '@mui/material/MenuItem'
import Paper from '@mui/material/Paper'
import TextField from '@mui/material/TextField'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { removeDemo } from '#actions/remove-demo'
import { saveIdentity } from '#actions/save-identity'
import { setBookRules } from '#actions/set-book-rules'
import { type Identity, type Level, levels, regions } from '#domain/year-book'
import { shippedRules } from '#domain/year-rules'
import { useSession } from '#session'
import { ConfirmDialog } from '#ui/ConfirmDialog.tsx'
import { useToast } from '#ui/Toast.tsx'
import { CloseYear } from './CloseYear.tsx'
import { NextYear } from './NextYear.tsx'

/** 账套: who we are, which rule pack, and the way into the next year. */
export function BookTab() {
  const { book } = useSession()
  return (
    <Box sx={{ display: 'grid', gap: 4, maxWidth: 760 }}>
      <IdentityForm key={book.id} />
      <RulesChoice />
      <NextYear />
      <CloseYear />
      {book.demo && <DemoRemoval />}
    </Box>
  )
}

function IdentityForm() {
  const { book, by } = useSession()
  const { attempt, say } = useToast()
  const [draft, setDraft] = useState<Identity>(book.identity)
  const incomplete = draft.office.trim() === '' || draft.section.trim() === ''
  const changed = JSON.stringify(draft) !== JSON.stringify(book.identity)

  function save() {
    const before = book.identity
    attempt(async () => {
      await saveIdentity(
        book.id,
        { ...draft, office: draft.office.trim(), section: draft.section.trim() },
        by,
      )
      say({
        text: '单位信息已保存。',
        undo: async () => {
          await saveIdentity(book.id, before, by)
          setDraft(before)
        },
      })
    })
  }

  return (
    <Paper variant="outlined" component="section" sx={{ p: 4, display: 'grid', gap: 4 }}>
      <Typography variant="h2">{book.year} 年度 · 本单位</Typography>
      <Box sx={{ display: 'grid', gridTemplateColumns: '1fr 1fr', gap: 4 }}>
        <TextField
          select
          label="市、区县"
          value={draft.regionCode}
          onChange={(event) => {
            const region = regions.find((candidate) => candidate.code === event.target.value)
            if (region) setDraft({ ...draft, regionCode: region.code, regionName: region.name })
          }}
        >
          {regions.map((region) => (
            <MenuItem key={region.code} value={region.code}>
              {region.name}（{region.code}）
            </MenuItem>
          ))}
        </TextField>
        <TextField
          select
          label="级次"
          value={draft.level}
          // The options are the keys of `levels`.
          onChange={(event) => setDraft({ ...draft, level: event.target.value as Level })}
        >
          {Object.entries(levels).map(([level, name]) => (
            <MenuItem key={level} value={level}>
              {name}
            </MenuItem>
          ))}
        </TextField>
        <TextField
          label="单位名称"
          value={draft.office}
          onChange={(event) => setDraft({ ...draft, office: event.target.value })}
        />
        <TextField
          label="股室"
          value={draft.section}
          onChange={(event) => setDraft({ ...draft, section: event.target.value })}
        />
      </Box>
      <Box sx={{ display: 'flex', justifyContent: 'flex-end' }}>
        <Button variant="contained" disabled={incomplete || !changed} onClick={save}>
          保存
        </Button>
      </Box>
    </Paper>
  )
}

function RulesChoice() {
  const { book, by } = useSession()
  const { attempt, say } = useToast()

  function choose(rulesId: string) {
    const before = book.rulesId
    attempt(async () => {
      await setBookRules(book.id, rulesId, by)
      say({ text: '规则包已更换，体检结果按新的规则计算。', undo: () => setBookRules(book.id, before, by) })
    })
  }

  return (
    <Paper variant="outlined" component="section" sx={{ p: 4, display: 'grid', gap: 4 }}>
      <Typography variant="h2">指标体系</Typography>
      <TextField
        select
        label="规则包"
        value={book.rulesId}
        onChange={(event) => choose(event.target.value)}
        helperText="决定一、二级指标、权重合计和体检规则。"
      >
        {shippedRules.map((rules) => (
          <MenuItem key={rules.id} value={rules.id}>
            {rules.name}
          </MenuItem>
        ))}
      </TextField>
    </Paper>
  )
}

function DemoRemoval() {
  const { by } = useSession()
  const { attempt, say } = useToast()
  const [asking, setAsking] = useState(false)
  return (
    <Paper
      variant="outlined"
      component="section"
      sx={{ p: 4, display: 'flex', alignItems: 'center', gap: 4 }}
    >
      <Box sx={{ flex: 1 }}>
        <Typography variant="h2">演示账套</Typography>
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          删除演示账套的全部年度；自己的账套不受影响，需要时可重新打开演示账套。
        </Typography>
      </Box>
      <Button variant="outlined" color="error" onClick={() => setAsking(true)}>
        删除演示账套
      </Button>
      <ConfirmDialog
        open={asking}
        dangerous
        title="删除演示账套"
        action="删除演示账套"
        onCancel={() => setAsking(false)}
        onConfirm={() => {
          setAsking(false)
          attempt(async () => {
            await removeDemo(by)
            say('演示账套已删除。')
          })
        }}
      >
        演示账套各年度的单位、目标以及您在其中的修改都会删除，不能撤销。
      </ConfirmDialog>
    </Paper>
  )
}
