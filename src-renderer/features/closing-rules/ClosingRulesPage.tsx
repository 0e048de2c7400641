import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Tab from '@mui/material/Tab'
import Tabs from '@mui/material/Tabs'
import { useState } from 'react'
import { saveClosingRules } from '#actions/save-closing-rules'
import {
  checkOwnClosing,
  isAsShippedClosing,
  nothingOwn,
  type OwnClosing,
  type OwnClosingWanted,
  ownClosingText,
  trimmedOwnClosing,
} from '#domain/applications/own-rules'
import { may } from '#domain/people/permissions'
import { rulesById } from '#domain/year-rules'
import { useSession } from '#session'
import { OpinionDialog } from '#ui/OpinionDialog.tsx'
import { PageHead } from '#ui/PageHead.tsx'
import { severityMarks } from '#ui/SeverityMark.tsx'
import { useToast } from '#ui/Toast.tsx'
import { colours } from '#ui/theme'
import { useAddress } from '#ui/use-address'
import type { RulesPart } from './closing-rules-part.ts'
import { DisclosureRules } from './DisclosureRules.tsx'
import { NumberRules } from './NumberRules.tsx'
import { ProposalRules } from './ProposalRules.tsx'

const parts = { proposals: '结果应用', disclosures: '信息公开', numbers: '期限和预算分析' } as const
type Part = keyof typeof parts
const partList = Object.keys(parts) as Part[] // the keys of the table

/** 应用规则: what the bureau changes in its pack's rules of 结果应用、信息公开 and 预算分析. */
export function ClosingRulesPage() {
  const { book, by } = useSession()
  const { attempt, say } = useToast()
  const [address, setInAddress] = useAddress()
  const [typed, setTyped] = useState<OwnClosingWanted | null>(null)
  const [saving, setSaving] = useState(false)
  const shipped = rulesById(book.rulesId)
  const kept = trimmedOwnClosing(shipped, book.ownClosing ?? nothingOwn)
  const own = typed ? trimmedOwnClosing(shipped, typed) : kept
  const part = partList.find((each) => each === address.get('part')) ?? 'proposals'
  const problems = checkOwnClosing(shipped, typed ?? own)
  const readOnly = !may(by, 'save-closing-rules')
  const isChanged = typed !== null && JSON.stringify(own) !== JSON.stringify(kept)
  const isShipped = isAsShippedClosing(own)
  const given: RulesPart = {
    ...{ shipped, readOnly, wanted: typed ?? own },
    onChange: (change) => setTyped({ ...(typed ?? own), ...change }),
  }

  function save(reason: string) {
    setSaving(false)
    attempt(async () => {
      await saveClosingRules(book.id, book.ownClosing?.revision ?? 0, own, reason, by)
      setTyped(null)
      say(isShipped ? '规则已恢复为规则包原值。' : '规则已保存，之后的建议、公开期限和分析按新的规则。')
    })
  }

  return (
    <Box sx={{ flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column' }}>
      <PageHead
        title="应用规则"
        trail="应用与考核"
        note={isChanged ? '有未保存的修改' : lastChange(book.ownClosing)}
      >
        {!readOnly && isChanged && (
          <Button variant="outlined" onClick={() => setTyped(null)}>
            放弃修改
          </Button>
        )}
        {!readOnly && !isShipped && (
          <Button variant="outlined" onClick={() => setTyped(nothingOwn)}>
            用规则包原值
          </Button>
        )}
        {!readOnly && (
          <Button
            variant="contained"
            disabled={!isChanged || problems.length > 0}
            onClick={() => setSaving(true)}
          >
            保存规则
          </Button>
        )}
      </PageHead>
      <Tabs
        value={part}
        onChange={(_event, chosen: Part) => setInAddress({ part: chosen, rule: '' })}
        aria-label="规则的种类"
        sx={{ flex: 'none', px: 3, bgcolor: colours.surface, borderBottom: `1px solid ${colours.line}` }}
      >
        {partList.map((each) => (
          <Tab key={each} value={each} label={parts[each]} />
        ))}
      </Tabs>
      {problems.map(({ code, message }) => (
        <Box
          key={`${code} ${message}`}
          role="alert"
          sx={{ fontSize: 13, px: 3, py: 1, color: severityMarks.error.colour }}
        >
          <span aria-hidden="true">{severityMarks.error.shape}</span> {message}
        </Box>
      ))}
      <Box sx={{ flex: 1, minHeight: 0, display: 'flex' }}>
        {part === 'proposals' && <ProposalRules {...given} />}
        {part === 'disclosures' && <DisclosureRules {...given} />}
        {part === 'numbers' && <NumberRules {...given} />}
      </Box>
      {saving && (
        <OpinionDialog
          title={isShipped ? '恢复规则包的规则' : '保存本局的规则'}
          action="保存"
          required
          phrases={['按市财政局通知执行。', '结合本地实际调整。']}
          onCancel={() => setSaving(false)}
          onConfirm={save}
        >
          {isShipped ? '全部恢复为规则包原值。' : ownClosingText(shipped, own)}
          。已经提出的建议不随之改变。请写明依据或理由。
        </OpinionDialog>
      )}
    </Box>
  )
}

function lastChange(own: OwnClosing | undefined): string {
  if (!own) return '按规则包原值'
  return `第 ${own.revision} 次修改，${own.changedBy}：${own.reason}`
}
