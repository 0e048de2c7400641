import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useState } from 'react'
import { Link } from 'react-router'
import { exportCard } from '#actions/export-card'
import { replaceStationKey } from '#actions/replace-station-key'
import { desktop } from '#desktop'
import { cardText } from '#domain/exchange/cover'
import type { Station } from '#domain/exchange/station'
import { may } from '#domain/people/permissions'
import { levels } from '#domain/year-book'
import { fingerprint } from '#exchange/fingerprint'
import { useSession } from '#session'
import { ConfirmDialog } from '#ui/ConfirmDialog.tsx'
import { momentText } from '#ui/moment-text'
import { QrCode } from '#ui/QrCode.tsx'
import { useToast } from '#ui/Toast.tsx'
import { colours } from '#ui/theme'
import { Fingerprint } from './Fingerprint.tsx'
import { factsStyle, panelStyle } from './styles.ts'
import { useKeyLost } from './use-key-lost.ts'

/** 本机名片 with its fingerprint large. */
export function StationCard({ station, onEdit }: { station: Station; onEdit: () => void }) {
  const { by, dataKey } = useSession()
  const { attempt, say } = useToast()
  const [replacing, setReplacing] = useState(false)
  const isLost = useKeyLost(station) === true
  const mayReplace = may(by, 'save-station')

  function save() {
    attempt(async () => {
      const card = await exportCard(dataKey, by)
      const saved = await desktop.saveFile(card.name, card.bytes)
      if (saved) say(`已导出 ${saved.name}，存放在${saved.place}。交给对方后，请与对方核对指纹。`)
    })
  }

  return (
    <Box
      component="section"
      aria-label="本机名片"
      sx={{ ...panelStyle, display: 'flex', flexWrap: 'wrap', columnGap: 6, rowGap: 3 }}
    >
      {isLost && (
        <Alert
          severity="error"
          sx={{ flexBasis: '100%' }}
          action={
            mayReplace && (
              <Button color="inherit" size="small" onClick={() => setReplacing(true)}>
                换用新密钥
              </Button>
            )
          }
        >
          本机的签名密钥打不开了（丢失或损坏）：不能生成数据包，也打不开加密给本机的来包；已有内容都在。
          {mayReplace
            ? '请换用新密钥，再导出新名片交给各往来单位，重新核对指纹。'
            : '请监督与绩效管理科或系统管理员在这里换用新密钥。'}
        </Alert>
      )}
      <QrCode
        text={cardText(station, fingerprint(station.publicKey))}
        label="名片二维码：单位编号和指纹"
        size="132px"
      />
      <Box sx={{ flex: 1, minWidth: 0 }}>
        <Box sx={{ fontSize: 16, fontWeight: 600, mb: 1 }}>{station.name}（本机）</Box>
        <Box sx={{ fontSize: 13, color: 'text.secondary' }}>指纹</Box>
        <Fingerprint publicKey={station.publicKey} large />
        <Box component="dl" sx={{ ...factsStyle, mt: 2 }}>
          <dt>级次、区划</dt>
          <dd>
            {station.level === '' ? '' : levels[station.level]} {station.regionCode}
            {station.unitCode && `，单位代码 ${station.unitCode}`}
          </dd>
          <dt>建立</dt>
          <dd>
            {momentText(station.createdAt)}
            {station.formerKeys.length > 0 && `，已更换密钥 ${station.formerKeys.length} 次`}
            {isUnhanded(station) && (
              <Box sx={{ color: colours.attention }}>
                <span aria-hidden="true">▲</span>{' '}
                现在的密钥没有旧密钥的交接：请把新名片交给每个往来单位，核对上面的指纹；对方信任之前，本机的数据包须由对方管理员决定才能导入。
              </Box>
            )}
          </dd>
        </Box>
      </Box>
      <Box sx={{ display: 'grid', gap: 2, alignContent: 'start' }}>
        <Button variant="outlined" disabled={dataKey === null || isLost} onClick={save}>
          导出名片
        </Button>
        <Button variant="outlined" disabled={isLost} component={Link} to="/exchange/card">
          打印名片
        </Button>
        {mayReplace && (
          <>
            <Button color="inherit" onClick={onEdit}>
              修改
            </Button>
            <Button color="inherit" disabled={dataKey === null} onClick={() => setReplacing(true)}>
              更换密钥
            </Button>
          </>
        )}
      </Box>
      {replacing && <ReplaceDialog isGone={isLost} onClose={() => setReplacing(false)} />}
    </Box>
  )
}

/** Whether others cannot know by themselves that the present key is this station's. */
function isUnhanded({ formerKeys, handOvers }: Station): boolean {
  return formerKeys.length > 0 && handOvers.length === 0
}

/** `isGone`: the old key cannot be opened, so that there is nothing to hand over with. */
function ReplaceDialog({ isGone, onClose }: { isGone: boolean; onClose: () => void }) {
  const { by, dataKey } = useSession()
  const { attempt, say } = useToast()
  const [isLost, setIsLost] = useState(isGone)
  function replace() {
    onClose()
    attempt(async () => {
      await replaceStationKey(isLost, dataKey, by)
      say(
        isLost
          ? '已换用新密钥，没有旧密钥的交接。请导出新名片交给各往来单位，重新核对指纹。'
          : '已换用新密钥，旧密钥已签字交接。请导出新名片交给各往来单位，对方收取后不必再核对指纹。',
      )
    })
  }
  return (
    <ConfirmDialog
      open
      dangerous
      title="更换本机密钥"
      action="更换密钥"
      onCancel={onClose}
      onConfirm={replace}
    >
      <Box sx={{ display: 'grid', gap: 3, fontSize: 14 }}>
        <Box>
          更换后，之前生成而对方还没有导入的数据包，会因旧密钥签名须由对方管理员决定；加密给旧密钥的来包本机将打不开，须请对方收取新名片后重新生成。
        </Box>
        {isGone ? (
          <Box>旧密钥打不开，没有它的签字交接：每个往来单位都要收取新名片、重新核对指纹。</Box>
        ) : (
          <Box component="label" sx={{ display: 'flex', gap: 2, alignItems: 'baseline' }}>
            <input type="checkbox" checked={isLost} onChange={(event) => setIsLost(event.target.checked)} />
            旧密钥已丢失或可能外泄，不用它交接（往来单位须重新核对指纹）
          </Box>
        )}
      </Box>
    </ConfirmDialog>
  )
}
