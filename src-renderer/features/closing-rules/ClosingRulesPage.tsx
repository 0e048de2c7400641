import Box from '@mui/material/Box'
import Tab from '@mui/material/Tab'
import Tabs from '@mui/material/Tabs'
import { useState } from 'react'
import { saveClosingRules } from '#actions/save-closing-rules'
import {
  checkOwnClosing,
  isAsShippedClosing,
  nothingOwn,
  type OwnClosingWanted,
  ownClosingText,
  trimmedOwnClosing,
} from '#domain/applications/own-rules'
import { may } from '#domain/people/permissions'
import { rulesById } from '#domain/year-rules'
import { useSession } from '#session'
import { OwnRulesHead, RuleProblems } from '#ui/OwnRules.tsx'
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
    attempt(async () => {
      await saveClosingRules(book.id, book.ownClosing?.revision ?? 0, own, reason, by)
      setTyped(null)
      say(isShipped ? '规则已恢复为规则包原值。' : '规则已保存，之后的建议、公开期限和分析按新的规则。')
    })
  }

  return (
    <Box sx={{ flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column' }}>
      <OwnRulesHead
        title="应用规则"
        trail="应用与考核"
        kept={book.ownClosing}
        readOnly={readOnly}
        isChanged={isChanged}
        isShipped={isShipped}
        isFaulty={problems.length > 0}
        onDiscard={() => setTyped(null)}
        onShipped={() => setTyped(nothingOwn)}
        onSave={save}
      >
        {isShipped ? '全部恢复为规则包原值' : ownClosingText(shipped, own)}。已经提出的建议不随之改变。
      </OwnRulesHead>
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
      <RuleProblems problems={problems} />
      <Box sx={{ flex: 1, minHeight: 0, display: 'flex' }}>
        {part === 'proposals' && <ProposalRules {...given} />}
        {part === 'disclosures' && <DisclosureRules {...given} />}
        {part === 'numbers' && <NumberRules {...given} />}
      </Box>
    </Box>
  )
}
