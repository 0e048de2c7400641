import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useMemo, useState } from 'react'
import { type AttachmentWish, attachmentWishes } from '#domain/exchange/attachments'
import type { Receiver } from '#domain/exchange/offer'
import { purposes, type RecordPurpose, recordPurposes } from '#domain/exchange/package'
import type { Station } from '#domain/exchange/station'
import { EmptyState } from '#ui/EmptyState.tsx'
import { PageHead } from '#ui/PageHead.tsx'
import { ChoiceField, TextField } from '#ui/TextField.tsx'
import { useAddress } from '#ui/use-address'
import { MediumField, usualMedium } from './MediumField.tsx'
import { ReceiverList } from './ReceiverList.tsx'
import { panelStyle } from './styles.ts'
import type { ClosingChoice, SendWanted } from './use-preparing.ts'

const meanings: Readonly<Record<RecordPurpose, string>> = {
  parameters: '年度账套、单位和代码、规则包、指标库、监控轮次，发给下级；下级据此录入。',
  report: '已送审的目标、监控、自评等，报给上级审核、汇总；对方已有的记录不论什么状态，都按现状带上。',
  decision: '审核、批复、退回和意见，发回给上报单位。',
  disclosure: '已批复的目标和已归集的自评中可以公开的内容。',
  handover: '本账套的全部记录，整套交给上级保管或核查。',
}

const closings = {
  key: '加密给接收单位（推荐）',
  passphrase: '用口令加密',
  none: '不加密（只签名）',
} as const

/** At least as many characters as a kit for an expert asks for. */
const shortestPassphrase = 8

/** 生成数据包, first step: what for, for whom, how closed, on which medium. */
export function SendChoices(props: {
  station: Station
  receivers: readonly Receiver[]
  before: SendWanted | null
  onNext: (wanted: SendWanted) => void
}) {
  const { receivers } = props
  const [address, setInAddress] = useAddress()
  const offered = recordPurposes.filter((purpose) =>
    receivers.some((receiver) => receiver.purposes.includes(purpose)),
  )
  const purpose = offered.find((each) => each === address.get('purpose')) ?? offered[0]
  const fitting = useMemo(
    () => receivers.filter((receiver) => purpose && receiver.purposes.includes(purpose)),
    [receivers, purpose],
  )
  const [chosen, setChosen] = useState<ReadonlySet<string>>(
    () => new Set(props.before?.receivers.map(({ key }) => key)),
  )
  const [closing, setClosing] = useState<ClosingChoice>(props.before?.closing ?? 'key')
  const [passphrase, setPassphrase] = useState(props.before?.passphrase ?? '')
  const [attachments, setAttachments] = useState<AttachmentWish>(props.before?.attachments ?? 'all')
  const [medium, setMedium] = useState(props.before?.medium ?? usualMedium)
  // The one there is need not be chosen.
  const taken = fitting.length === 1 ? fitting : fitting.filter(({ key }) => chosen.has(key))
  const keyless = taken.filter(({ publicKey }) => publicKey === '').length
  const isShort = closing === 'passphrase' && [...passphrase.trim()].length < shortestPassphrase
  const mayGo = purpose !== undefined && taken.length > 0 && !isShort

  if (!purpose)
    return (
      <>
        <PageHead title="生成数据包" trail="数据交换" />
        <EmptyState text="还没有可以往来的单位。请先在“往来单位”里收取上级或下级的名片。" />
      </>
    )
  return (
    <>
      <PageHead title="生成数据包" trail="数据交换" note="先看内容，再保存；看内容不会写入台账">
        <Button
          variant="contained"
          disabled={!mayGo}
          onClick={() =>
            props.onNext({ purpose, receivers: taken, closing, passphrase, medium, attachments })
          }
        >
          下一步：查看内容
        </Button>
      </PageHead>
      <Box sx={{ flex: 1, minHeight: 0, display: 'flex', gap: 4, p: 4 }}>
        <Box
          sx={{
            ...panelStyle,
            width: 380,
            flex: 'none',
            overflow: 'auto',
            display: 'grid',
            gap: 4,
            alignContent: 'start',
          }}
        >
          <Box component="fieldset" sx={{ border: 0, p: 0, m: 0, display: 'grid', gap: 2 }}>
            <Box component="legend" sx={{ fontSize: 13, color: 'text.secondary', p: 0, mb: 1 }}>
              用途
            </Box>
            {offered.map((each) => (
              <Box component="label" key={each} sx={{ display: 'flex', gap: 2, alignItems: 'baseline' }}>
                <input
                  type="radio"
                  name="purpose"
                  checked={each === purpose}
                  onChange={() => setInAddress({ purpose: each })}
                />
                <span>
                  {purposes[each]}
                  <Box component="span" sx={{ display: 'block', fontSize: 12, color: 'text.secondary' }}>
                    {meanings[each]}
                  </Box>
                </span>
              </Box>
            ))}
          </Box>
          <ChoiceField
            label="加密"
            value={closing}
            choices={closings}
            onCommit={(value) => value !== '' && setClosing(value)}
          />
          {closing === 'key' && keyless > 0 && (
            <Box sx={{ fontSize: 12, color: 'warning.main' }}>
              ▲ 其中 {keyless} 个单位还没有名片，给它们的数据包只签名、不加密。
            </Box>
          )}
          {closing === 'passphrase' && (
            <TextField
              label="口令"
              hint={`至少 ${shortestPassphrase} 个字，请另行告知对方`}
              value={passphrase}
              onCommit={setPassphrase}
            />
          )}
          <ChoiceField
            label="附件"
            value={attachments}
            choices={attachmentWishes}
            onCommit={(value) => value !== '' && setAttachments(value)}
          />
          <MediumField medium={medium} onChange={setMedium} />
        </Box>
        <ReceiverList
          receivers={fitting}
          chosen={new Set(taken.map(({ key }) => key))}
          onChoose={setChosen}
        />
      </Box>
    </>
  )
}
