import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useState } from 'react'
import { Link } from 'react-router'
import { applyPackage } from '#actions/apply-package'
import { refusePackage } from '#actions/decide-package'
import { putAwayTaken } from '#actions/take-from-folder'
import { backupBefore } from '#backup/take'
import { AppError } from '#domain/errors'
import { may } from '#domain/people/permissions'
import { useSession } from '#session'
import { ActionBar } from '#ui/ActionBar.tsx'
import { ConfirmDialog } from '#ui/ConfirmDialog.tsx'
import { OpinionDialog } from '#ui/OpinionDialog.tsx'
import { useToast } from '#ui/Toast.tsx'
import { Away } from './IncomingFile.tsx'
import type { RehearsalProps } from './RehearsalView.tsx'
import { standingText } from './rehearsal-rows.ts'

/** 退回 or 导入: the one step that writes. */
export function ReceiveActions({
  rehearsal,
  decisions,
  file,
  seen,
  before,
  onTaken,
  onAgain,
}: RehearsalProps) {
  const { by } = useSession()
  const { attempt, say } = useToast()
  const [isRefusing, setIsRefusing] = useState(false)
  const [isAsking, setIsAsking] = useState(false)
  const [isBusy, setIsBusy] = useState(false)
  const { hindrances, lines } = rehearsal
  const isAllowed = before?.state === 'allowed' && before.sha256 === seen.sha256
  const isStopped = hindrances.some(
    ({ severity }) => severity === 'stop' || (severity === 'decide' && !isAllowed),
  )
  const isKnown = before !== null && ['applied', 'partly'].includes(before.state)
  const open = lines.reduce((sum, line) => sum + decisions.open(line), 0)
  const changing = lines.filter(
    (line) => !['same', 'kept', 'refused'].includes(line.verdict) && !decisions.isSkipped(line),
  ).length

  /** What was decided about no longer waits in its folder; where it cannot be moved that is said, and the import stands. */
  function putAway() {
    const { from } = file
    if (from) attempt(() => putAwayTaken(from))
  }

  function take() {
    setIsAsking(false)
    setIsBusy(true)
    attempt(async () => {
      try {
        await backupBefore('before-import')
        onTaken(await applyPackage(rehearsal, decisions.made, by))
        putAway()
      } catch (error) {
        if (!(error instanceof AppError && error.code === 'changed-meanwhile')) throw error
        say({
          text: '核对之后账套又有改动，没有导入。已重新核对，您的决定都保留着，请再看一遍。',
          severity: 'warning',
        })
        await onAgain()
      } finally {
        setIsBusy(false)
      }
    })
  }
  function refuse(reason: string) {
    setIsRefusing(false)
    attempt(async () => {
      onTaken(await refusePackage({ manifest: seen.manifest, file }, reason, decisions.made.medium, by))
      putAway()
    })
  }

  return (
    <ActionBar>
      <Away file={file} />
      {may(by, 'refuse-package') && !isKnown && (
        <Button color="inherit" onClick={() => setIsRefusing(true)}>
          退回
        </Button>
      )}
      <Box role="status" sx={{ flex: 1, textAlign: 'right', fontSize: 13, color: 'text.secondary' }}>
        {standingText({ lines, hindrances, isKnown, isAllowed, open, changing })}
      </Box>
      {isKnown && (
        <Button variant="outlined" component={Link} to={`/exchange/packages/${before.id}`}>
          查看台账
        </Button>
      )}
      {!isKnown && may(by, 'apply-package') && (
        <Button
          variant="contained"
          disabled={isStopped || isBusy}
          onClick={() => (open > 0 ? setIsAsking(true) : take())}
        >
          {isBusy ? '正在导入…' : changing === 0 ? '登记收到' : `导入 ${changing} 条`}
        </Button>
      )}
      {isRefusing && (
        <OpinionDialog
          title="退回这个数据包"
          action="退回"
          required
          phrases={[
            '控制数与封面不一致，请核对后重报。',
            '项目填报不完整，请补充后重报。',
            '口径有误，请按参数包要求修改后重报。',
          ]}
          onCancel={() => setIsRefusing(false)}
          onConfirm={refuse}
        >
          <Box sx={{ fontSize: 13 }}>不写入任何内容；理由写进回执，交对方改正。</Box>
        </OpinionDialog>
      )}
      {isAsking && (
        <ConfirmDialog
          open
          title={`还有 ${open} 处冲突没有决定`}
          action="以本机内容为准，导入"
          onCancel={() => setIsAsking(false)}
          onConfirm={take}
        >
          <Box sx={{ fontSize: 14 }}>
            没有决定的冲突保留本机内容，来包的内容记入台账可以查到，并写进回执告诉发送单位。
          </Box>
        </ConfirmDialog>
      )}
    </ActionBar>
  )
}
